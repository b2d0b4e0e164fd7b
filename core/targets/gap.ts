import { fail } from '../errors.ts'
import { closesWithin, type Lag } from './creation.ts'

export interface GapCase {
  readonly target: number
  readonly won: number
  /** Weighted value of open deals that are due in the period. */
  readonly weightedOpen: number
  readonly avgDeal: number
  readonly winRate: number
  /** Opportunities per first meeting; NaN: not known. */
  readonly meetingRate: number
  readonly progressMeetings: number
  readonly lag: Lag
  readonly monthsLeft: number
  readonly sellers: number
}

export interface GapChain {
  /** Money that neither won nor open deals are expected to bring; 0 where they are. */
  readonly remaining: number
  readonly wins: number
  /** Opportunities that have to be won or lost in time. */
  readonly opportunities: number
  /** Opportunities to create, since only some close in time; NaN where none does. */
  readonly toCreate: number
  readonly meetings: number
  readonly meetingsPerSeller: number
  /** Of what is created now, the share that closes in time. */
  readonly closesInTime: number
  /** Where the chain breaks, in one sentence; empty where it holds. */
  readonly breaks: string
}

/** From the gap in money to meetings of each seller. */
export const gapChain = (given: GapCase): GapChain => {
  if (!(given.avgDeal > 0))
    return fail('no-answer', 'The average won deal is not above 0, so no number of deals closes the gap.')
  if (!(given.winRate > 0)) return fail('no-answer', 'The win rate is 0, so no number of opportunities closes the gap.')
  const remaining = Math.max(0, given.target - given.won - given.weightedOpen)
  const wins = remaining / given.avgDeal
  const opportunities = wins / given.winRate
  const closesInTime = closesWithin(given.lag, given.monthsLeft)
  const toCreate = opportunities === 0 ? 0 : closesInTime === 0 ? NaN : opportunities / closesInTime
  const meetings = toCreate / given.meetingRate + toCreate * given.progressMeetings
  return {
    remaining,
    wins,
    opportunities,
    toCreate,
    meetings,
    meetingsPerSeller: meetings / given.sellers,
    closesInTime,
    breaks: Number.isNaN(toCreate)
      ? 'Not reachable by new creation: the cycle is longer than the time left. Raise the win rate or the value of open deals.'
      : '',
  }
}
