import { asOf } from './calendar.ts'
import type { Deal, DealState } from './deal.ts'
import { stateBefore } from './replay.ts'

/** A deal as it stands on the as-of date. */
export interface Standing {
  readonly deal: Deal
  readonly state: DealState
}

export const standingsOf = (deals: readonly Deal[]): readonly Standing[] =>
  deals.flatMap((deal) => {
    const state = stateBefore(deal, asOf)
    return state === null ? [] : [{ deal, state }]
  })
