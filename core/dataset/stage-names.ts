import type { Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { headerKey } from './header.ts'
import { nameKey } from './people.ts'

interface NamedStage {
  readonly name: string
  readonly pipeline: string
  readonly aliases: readonly string[]
}

/** Finds stages by what deals call them. */
export interface StageFinder {
  /** Position of the stage with this name or former name; -1 where none has it. */
  find(stage: string, pipeline?: string): number
  /** The same within a pipeline and the stages of no pipeline, and nowhere else. */
  findIn(pipeline: string, stage: string): number
  /** Positions of the stages with this name or former name, in whatever pipeline. */
  findAll(stage: string): readonly number[]
  /** Position of the stage of every row of a table; -1 where the stage is blank or in none of the lists. */
  positions(stage: Texts, pipeline: Texts | null): Int32Array
}

/** Names first, then former names, so that a stage's own name is never taken for another's former one. */
const indexOf = (stages: readonly NamedStage[]) => {
  const own = new Map<string, number>()
  const anywhere = new Map<string, number[]>()
  const add = (name: string, position: number): void => {
    const key = `${nameKey(stages[position]?.pipeline ?? '')}\n${headerKey(name)}`
    if (headerKey(name) === '' || own.has(key)) return
    own.set(key, position)
    anywhere.set(headerKey(name), [...(anywhere.get(headerKey(name)) ?? []), position])
  }
  stages.forEach(({ name }, position) => add(name, position))
  stages.forEach(({ aliases }, position) => aliases.forEach((alias) => add(alias, position)))
  return { own, anywhere }
}

const noteShared = (data: Dataset, stage: string, taken: string): void => {
  const table = data.table('stages')?.name ?? 'Stages'
  data.note({
    level: 'warn',
    code: 'stage-pipeline',
    table,
    column: 'pipeline',
    row: null,
    count: 1,
    text: `"${table}" has the stage "${stage}" in several pipelines, and deals without a pipeline are in it; they count as "${taken}". Map the column that holds the pipeline of a deal.`,
  })
}

/**
 * A deal that names a pipeline finds its stage there, else among the stages of no pipeline. A deal that names none
 * finds it by name alone, the first where several pipelines have it, which is reported.
 */
export const findStages = (data: Dataset, stages: readonly NamedStage[]): StageFinder => {
  const { own, anywhere } = indexOf(stages)
  const findIn = (pipeline: string, stage: string): number => {
    const key = headerKey(stage)
    return own.get(`${nameKey(pipeline)}\n${key}`) ?? own.get(`\n${key}`) ?? -1
  }
  const findAll = (stage: string): readonly number[] => anywhere.get(headerKey(stage)) ?? []
  const find = (stage: string, pipeline = ''): number => {
    const exact = findIn(pipeline, stage)
    if (exact >= 0 || pipeline !== '') return exact
    const [first, second] = findAll(stage)
    if (second !== undefined) noteShared(data, stage, stages[first ?? 0]?.pipeline ?? '')
    return first ?? -1
  }
  const positions = (stage: Texts, pipeline: Texts | null): Int32Array => {
    const result = new Int32Array(stage.length)
    const width = pipeline?.labels.length ?? 1
    const known = new Map<number, number>()
    for (let row = 0; row < stage.length; row++) {
      const group = pipeline?.code(row) ?? 0
      const key = stage.code(row) * width + group
      let position = known.get(key)
      if (position === undefined) known.set(key, (position = find(stage.at(row), pipeline?.at(row) ?? '')))
      result[row] = position
    }
    return result
  }
  return { find, findIn, findAll, positions }
}
