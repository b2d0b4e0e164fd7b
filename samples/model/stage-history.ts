import type { Day } from '#core/cells/day'
import { asOf } from './calendar.ts'
import type { Deal, DealState } from './deal.ts'
import { stepsOf } from './replay.ts'
import { stageNameOn } from './stages.ts'

export interface StageChange {
  readonly dealId: string
  readonly from: string | null
  readonly to: string
  readonly day: Day
  readonly by: string
  readonly amount: number | null
  readonly closeDate: Day | null
}

const changesOf = (deal: Deal): readonly StageChange[] => {
  const changes: StageChange[] = []
  let stage: string | null = null
  for (const { event, state } of stepsOf(deal)) {
    if (event.day >= asOf) break
    if (event.kind !== 'created' && event.kind !== 'stage' && !isClosingOrReopening(event.kind)) continue
    const change = changeTo(deal, state, event.day, stage)
    changes.push(change)
    stage = change.to
  }
  return changes
}

const isClosingOrReopening = (kind: string): boolean => kind === 'won' || kind === 'lost' || kind === 'reopened'

const changeTo = (deal: Deal, state: DealState, day: Day, from: string | null): StageChange => ({
  dealId: deal.id,
  from,
  to: stageNameOn(state.stage, day),
  day,
  by: state.owner,
  amount: state.amount,
  closeDate: state.closeDate,
})

/** Every change of stage up to the as-of date, in order of day. */
export const stageHistory = (deals: readonly Deal[]): readonly StageChange[] =>
  deals.flatMap(changesOf).sort((a, b) => a.day - b.day)
