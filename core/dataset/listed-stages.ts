import { statusNames, type Numbers, type Status, type Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { headerKey } from './header.ts'
import type { Settings } from './settings.ts'
import { findStages, type StageFinder } from './stage-names.ts'
import { statusCode } from './status.ts'

/** One stage of a sales process. */
export interface Stage {
  readonly name: string
  /** Empty where the stages are those of every pipeline. */
  readonly pipeline: string
  /** Former names, which mean this stage too. */
  readonly aliases: readonly string[]
  readonly type: Status
  /** Whether a deal here has only begun. */
  readonly initial: boolean
  /** Share of 1; NaN where it is not given. */
  readonly probability: number
  /** Days without an update after which a deal here is stale; NaN where it is not given. */
  readonly staleDays: number
  /** Days that a deal should stay at the most; NaN where it is not given. */
  readonly targetDays: number
  /** `commit`, `best`, `pipeline`, `omitted`, `closed`; empty where it is not given. */
  readonly category: string
}

/** The names of stages, each with its pipeline where another pipeline has a stage of this name. */
export const stageLabels = (stages: readonly Stage[]): readonly string[] => {
  const times = new Map<string, number>()
  for (const { name } of stages) times.set(headerKey(name), (times.get(headerKey(name)) ?? 0) + 1)
  return stages.map(({ name, pipeline }) =>
    pipeline !== '' && (times.get(headerKey(name)) ?? 0) > 1 ? `${name} (${pipeline})` : name,
  )
}

/** The stages of the Stages table. */
export interface ListedStages extends StageFinder {
  /** By pipeline in order of appearance, then by `order`, then as they stand. */
  readonly stages: readonly Stage[]
  /** Whether any of them belongs to one pipeline alone. */
  readonly inPipelines: boolean
  /**
   * What a deal in a stage is; `null` where the table does not say. Of a deal whose pipeline has no such stage: where
   * all pipelines agree.
   */
  typeOf(stage: string, pipeline: string): Status | null
  /** The stage's name of today; a text that names no stage, or not only one, stays as it is. */
  nameOf(stage: string, pipeline: string): string
}

const typeNamed = (word: string): Status => statusNames[statusCode(word)] ?? 'open'

const stageColumns = (data: Dataset) => ({
  pipeline: data.column('stages', 'pipeline'),
  order: data.column('stages', 'order'),
  type: data.column('stages', 'type'),
  initial: data.column('stages', 'initial'),
  probability: data.column('stages', 'probability'),
  staleDays: data.column('stages', 'stale_days'),
  targetDays: data.column('stages', 'target_days'),
  category: data.column('stages', 'forecast_category'),
  alias: data.column('stages', 'alias'),
})
type StageColumns = ReturnType<typeof stageColumns>

const number = (column: Numbers | null, row: number): number => column?.at(row) ?? NaN
const text = (column: Texts | null, row: number): string => column?.at(row) ?? ''

const stageAt = (name: string, columns: StageColumns, row: number): Stage => ({
  name,
  pipeline: text(columns.pipeline, row),
  aliases: text(columns.alias, row)
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean),
  type: typeNamed(columns.type === null ? name : columns.type.at(row)),
  initial: columns.initial?.isTrue(row) ?? false,
  probability: number(columns.probability, row),
  staleDays: number(columns.staleDays, row),
  targetDays: number(columns.targetDays, row),
  category: text(columns.category, row),
})

const tableStages = (data: Dataset): readonly Stage[] => {
  const name = data.column('stages', 'stage')
  if (name === null) return []
  const columns = stageColumns(data)
  const rank = (row: number): number => {
    const place = number(columns.order, row)
    return Number.isNaN(place) ? Infinity : place
  }
  const before = (a: number, b: number): number => {
    const byPipeline = (columns.pipeline?.code(a) ?? 0) - (columns.pipeline?.code(b) ?? 0)
    if (byPipeline !== 0) return byPipeline
    return rank(a) === rank(b) ? a - b : rank(a) < rank(b) ? -1 : 1
  }
  return Array.from({ length: name.length }, (_, row) => row)
    .filter((row) => headerKey(name.at(row)) !== '')
    .sort(before)
    .map((row) => stageAt(name.at(row), columns, row))
}

const only = <T>(items: readonly T[]): T | null => {
  const [first] = items
  return first !== undefined && items.every((item) => item === first) ? first : null
}

const build = (data: Dataset): ListedStages | null => {
  const stages = tableStages(data)
  if (stages.length === 0) return null
  const finder = findStages(data, stages)
  /** What the stage says in its own pipeline, else what all stages of that name say. */
  const told = <T>(stage: string, pipeline: string, of: (stage: Stage) => T): T | null => {
    const own = stages[finder.findIn(pipeline, stage)]
    if (own !== undefined) return of(own)
    return only(
      finder
        .findAll(stage)
        .flatMap((position) => stages[position] ?? [])
        .map(of),
    )
  }
  return {
    ...finder,
    stages,
    inPipelines: stages.some(({ pipeline }) => pipeline !== ''),
    typeOf: (stage, pipeline) => {
      const type = told(stage, pipeline, (each) => each.type)
      return type ?? (pipeline === '' ? (stages[finder.find(stage)]?.type ?? null) : null)
    },
    nameOf: (stage, pipeline) => told(stage, pipeline, ({ name }) => name) ?? stage,
  }
}

const built = new WeakMap<Settings, ListedStages | null>()

/** The stages of the Stages table, whatever the scope; `null` without that table. */
export const listedStages = (data: Dataset): ListedStages | null => {
  const known = built.get(data.settings)
  if (known !== undefined) return known
  const listed = build(data.whole)
  built.set(data.settings, listed)
  return listed
}
