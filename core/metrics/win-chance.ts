import type { Numbers, Texts } from '../dataset/columns.ts'
import type { StageOrder } from '../dataset/stage-order.ts'

interface Staged {
  readonly probability: Numbers | null
  readonly stage: Texts | null
  readonly pipeline: Texts | null
}

/** The chance of winning of each stage that states one, by row. */
const stageChance = ({ stage, pipeline }: Staged, order: StageOrder | null): ((row: number) => number) => {
  if (stage === null || order === null || order.stages.every(({ probability }) => Number.isNaN(probability)))
    return () => NaN
  const positions = order.positions(stage, pipeline)
  return (row) => order.stages[positions[row] ?? -1]?.probability ?? NaN
}

/**
 * The chance of winning of each row as a share of 1: what the deal states, else what its stage states in the Stages
 * table; or, by `stage`, the stage's alone. NaN where neither says it.
 */
export const winChance = (
  deals: Staged,
  order: StageOrder | null,
  basis: 'deal' | 'stage',
): ((row: number) => number) => {
  const { probability } = deals
  const ofStage = stageChance(deals, order)
  if (basis === 'stage' || probability === null) return ofStage
  return (row) => (probability.isBlank(row) ? ofStage(row) : probability.at(row))
}
