import { Numbers, Statuses, statusNames, Texts, type Status } from './columns.ts'
import { crmStages } from './crm-stages.ts'
import type { Dataset } from './dataset.ts'
import { deriveColumn } from './derive.ts'
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

/** The stages in the order in which a deal passes them. A stage's position is its index in `stages`. */
export interface StageOrder extends StageFinder {
  /** What tells the order: the Stages table, the system that the deals come from, or the probabilities of open deals. */
  readonly from: 'table' | 'crm' | 'probability'
  /** In order; those of one pipeline after those of another. */
  readonly stages: readonly Stage[]
  /** Positions of the stages that hold open deals, in order. */
  readonly open: readonly number[]
  /** The stage's name, with its pipeline where another pipeline has a stage of this name. */
  label(position: number): string
}

const plain = (name: string): Stage => ({
  name,
  pipeline: '',
  aliases: [],
  type: 'open',
  initial: false,
  probability: NaN,
  staleDays: NaN,
  targetDays: NaN,
  category: '',
})

const typeOf = (word: string): Status => statusNames[statusCode(word)] ?? 'open'

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
  type: typeOf(columns.type === null ? name : columns.type.at(row)),
  initial: columns.initial?.isTrue(row) ?? false,
  probability: number(columns.probability, row),
  staleDays: number(columns.staleDays, row),
  targetDays: number(columns.targetDays, row),
  category: text(columns.category, row),
})

/** The rows of the Stages table, by pipeline in order of appearance, then by `order`, then as they stand. */
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

/** Stages of all open deals, whatever the scope, with the mean of their probabilities (NaN where none is given). */
const openStages = (data: Dataset): ReadonlyMap<string, number> => {
  const stage = data.table('deals')?.read('stage')
  const status = deriveColumn(data, 'deals', 'status')
  const stated = deriveColumn(data, 'deals', 'probability')
  if (!(stage instanceof Texts) || !(status instanceof Statuses)) return new Map()
  const sums = new Float64Array(stage.labels.length)
  const counts = new Float64Array(stage.labels.length)
  const present = new Uint8Array(stage.labels.length)
  for (let row = 0; row < stage.length; row++) {
    if (!status.isOpen(row)) continue
    const code = stage.code(row)
    present[code] = 1
    if (!(stated instanceof Numbers) || stated.isBlank(row)) continue
    sums[code] = (sums[code] as number) + stated.at(row)
    counts[code] = (counts[code] as number) + 1
  }
  return new Map(
    stage.labels.flatMap((label, code) =>
      headerKey(label) === '' || present[code] === 0
        ? []
        : [[label, (sums[code] as number) / (counts[code] as number)] as const],
    ),
  )
}

/** The stages that the deals' system comes with, where every open deal is in one of them. */
const crmOrder = (data: Dataset, present: ReadonlyMap<string, number>): readonly Stage[] => {
  const source = data.table('deals')?.located.recognition.source ?? 'generic'
  const stages = crmStages[source].map((entry) => {
    const [name = '', ...aliases] = entry.split('|')
    return { ...plain(name), aliases }
  })
  const known = new Set(stages.flatMap(({ name, aliases }) => [name, ...aliases].map(headerKey)))
  return present.size > 0 && [...present.keys()].every((label) => known.has(headerKey(label))) ? stages : []
}

/** By rising mean probability; no order where the probabilities do not tell any two stages apart. */
const probabilityOrder = (present: ReadonlyMap<string, number>): readonly Stage[] => {
  const rated = [...present].filter(([, mean]) => !Number.isNaN(mean))
  if (rated.length > 1 && new Set(rated.map(([, mean]) => mean)).size === 1) return []
  return rated.sort(([a, p], [b, q]) => p - q || (a < b ? -1 : 1)).map(([label]) => plain(label))
}

/** Where a pipeline marks no initial stage, the first third of its open stages are (rounded up). */
const withInitial = (stages: readonly Stage[]): readonly Stage[] => {
  const marked = new Set(stages.filter(({ initial }) => initial).map(({ pipeline }) => pipeline))
  const open = (pipeline: string) => stages.filter((each) => each.pipeline === pipeline && each.type === 'open')
  return stages.map((stage) => {
    if (marked.has(stage.pipeline) || stage.type !== 'open') return stage
    const own = open(stage.pipeline)
    return { ...stage, initial: own.indexOf(stage) < Math.ceil(own.length / 3) }
  })
}

const orderFrom = (data: Dataset, from: StageOrder['from'], found: readonly Stage[]): StageOrder => {
  const stages = withInitial(found)
  const shared = (name: string): boolean => stages.filter((each) => headerKey(each.name) === headerKey(name)).length > 1
  const labels = stages.map(({ name, pipeline }) => (pipeline !== '' && shared(name) ? `${name} (${pipeline})` : name))
  return {
    from,
    stages,
    open: stages.flatMap(({ type }, position) => (type === 'open' ? [position] : [])),
    label: (position) => labels[position] ?? '',
    ...findStages(data, stages),
  }
}

const build = (data: Dataset): StageOrder | null => {
  const listed = tableStages(data)
  if (listed.length > 0) return orderFrom(data, 'table', listed)
  const present = openStages(data)
  const known = crmOrder(data, present)
  if (known.length > 0) return orderFrom(data, 'crm', known)
  const rated = probabilityOrder(present)
  return rated.length > 0 ? orderFrom(data, 'probability', rated) : null
}

const built = new WeakMap<Settings, StageOrder | null>()

/**
 * The order of the stages: the Stages table; without it the known order of the system that the deals come from, else
 * by mean probability of all open deals; `null` where nothing tells it. The same for every scope of one workbook.
 */
export const stageOrderOf = (data: Dataset): StageOrder | null => {
  const known = built.get(data.settings)
  if (known !== undefined) return known
  const order = build(data)
  built.set(data.settings, order)
  return order
}
