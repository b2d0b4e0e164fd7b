import type { Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'

interface StagedDeals {
  readonly stage: Texts | null
  readonly pipeline: Texts | null
}

/**
 * Days without an update from which each row is stale: the days asked for; else those that the Stages table gives for
 * its stage; else the setting `stale_days`.
 */
export const staleLimits = (data: Dataset, deals: StagedDeals, asked: number | null): ((row: number) => number) => {
  const usual = asked ?? data.settings.stale_days
  const order = asked === null ? stageOrderOf(data) : null
  const own = order?.stages.map(({ staleDays }) => staleDays) ?? []
  if (order === null || own.every(Number.isNaN) || deals.stage === null) return () => usual
  const positions = order.positions(deals.stage, deals.pipeline)
  return (row) => {
    const days = own[positions[row] ?? -1] ?? NaN
    return Number.isNaN(days) ? usual : days
  }
}
