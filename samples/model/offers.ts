import type { Day } from '#core/cells/day'
import { asOf, workday } from './calendar.ts'
import type { Deal, DealState } from './deal.ts'
import { randomOf, type Random } from './random.ts'
import { stateBefore } from './replay.ts'

export interface Offer {
  readonly id: string
  readonly deal: Deal
  readonly owner: string
  readonly sent: Day
  readonly checkDate: Day
  readonly validUntil: Day
  readonly amount: number
  readonly status: 'open' | 'won' | 'lost' | 'withdrawn'
  readonly version: number
}

const checkAfter = 14
const validFor = 60

/** Days on which the deal came to the offer stage, or to a later one with another amount. */
const sentDays = (deal: Deal): readonly Day[] => {
  const days: Day[] = []
  let amount: number | null = null
  for (const event of deal.events) {
    if (event.kind !== 'stage' || event.to === 'Needs agreed') continue
    const now = stateBefore(deal, event.day + 1)?.amount ?? null
    if (event.to === 'Offer' || (amount !== null && now !== amount)) days.push(event.day)
    amount = now
  }
  return days.filter((day) => day < asOf)
}

/** Who looks after an open offer moves its check date on; who does not is reminded by it. */
const checkDateOf = (sent: Day, state: DealState, random: Random): Day => {
  const cared = state.status === 'open' && state.lastModified >= asOf - 21 && random.chance(0.8)
  const next = asOf + random.int(2, 15)
  return cared && sent + checkAfter < asOf ? workday(next) : workday(sent + checkAfter)
}

const offersOf = (deal: Deal, id: string, random: Random): readonly Offer[] => {
  const now = stateBefore(deal, asOf)
  const days = sentDays(deal)
  return days.flatMap((sent, i) => {
    const then = stateBefore(deal, sent + 1)
    if (now === null || then?.amount == null) return []
    const isLast = i === days.length - 1
    return [
      {
        id,
        deal,
        owner: then.owner,
        sent,
        validUntil: sent + validFor,
        amount: then.amount,
        version: i + 1,
        checkDate: isLast ? checkDateOf(sent, now, random) : workday(sent + checkAfter),
        status: isLast ? now.status : ('withdrawn' as const),
      },
    ]
  })
}

/** Every version of every offer, in order of the day it was sent. */
export const offersFrom = (deals: readonly Deal[], seed: number): readonly Offer[] =>
  deals
    .flatMap((deal, i) => offersOf(deal, `Q${deal.id.slice(1)}`, randomOf(seed, 300_000 + i)))
    .sort((a, b) => a.sent - b.sent)
