import { Texts, type Numbers } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { headerKey } from './header.ts'

/** A stage that holds open deals. */
export interface OpenStage {
  readonly name: string
  /** Empty where the open deals are all in one pipeline. */
  readonly pipeline: string
  /** Mean probability of its open deals; NaN where none is given. */
  readonly mean: number
}

const pipelineOf = (data: Dataset, isOpen: (row: number) => boolean): Texts | null => {
  const pipeline = data.column('deals', 'pipeline')
  if (pipeline === null) return null
  const present = new Set<number>()
  for (let row = 0; row < pipeline.length; row++) if (isOpen(row)) present.add(pipeline.code(row))
  present.delete(0)
  return present.size > 1 ? pipeline : null
}

interface Tally {
  readonly row: number
  sum: number
  rated: number
}

/** Adds up the probabilities of the open deals of each stage in each pipeline, in the order in which they appear. */
const tallyUp = (
  stage: Texts,
  pipeline: Texts | null,
  stated: Numbers | null,
  isOpen: (row: number) => boolean,
): readonly Tally[] => {
  const width = pipeline?.labels.length ?? 1
  const tallies = new Map<number, Tally>()
  for (let row = 0; row < stage.length; row++) {
    if (!isOpen(row)) continue
    const pair = stage.code(row) * width + (pipeline?.code(row) ?? 0)
    const tally = tallies.get(pair) ?? { row, sum: 0, rated: 0 }
    tallies.set(pair, tally)
    if (stated === null || stated.isBlank(row)) continue
    tally.sum += stated.at(row)
    tally.rated++
  }
  return [...tallies.values()]
}

/** The stages of all open deals of a whole workbook. */
export const openStages = (data: Dataset): readonly OpenStage[] => {
  const stage = data.table('deals')?.read('stage')
  const status = data.column('deals', 'status')
  if (!(stage instanceof Texts) || status === null) return []
  const isOpen = (row: number): boolean => status.isOpen(row)
  const pipeline = pipelineOf(data, isOpen)
  return tallyUp(stage, pipeline, data.column('deals', 'probability'), isOpen)
    .filter(({ row }) => headerKey(stage.at(row)) !== '')
    .map(({ row, sum, rated }) => ({ name: stage.at(row), pipeline: pipeline?.at(row) ?? '', mean: sum / rated }))
}
