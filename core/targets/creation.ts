import { fail } from '../errors.ts'
import { normalise } from './weights.ts'

/** Mean length of a month. */
export const daysPerMonth = 365.25 / 12

/** Share of wins that close 0, 1, 2 … months after they were created. */
export type Lag = readonly number[]

/** All wins close after the same time: the one lag that is nearest to a median cycle. */
export const lagOfCycle = (cycleDays: number): Lag => {
  const months = Math.max(0, Math.round(cycleDays / daysPerMonth))
  return Array.from({ length: months + 1 }, (_, i) => (i === months ? 1 : 0))
}

/** Shares by lag out of the cycles of won deals, in days. */
export const lagOfCycles = (cycles: readonly number[]): Lag => {
  const months = cycles.map((days) => Math.max(0, Math.floor(days / daysPerMonth)))
  const counts = new Array<number>(Math.max(0, ...months) + 1).fill(0)
  for (const month of months) counts[month] = (counts[month] ?? 0) + 1
  return normalise(counts, 'Cycles')
}

export interface Creation {
  /** What must have been created before the period, the month just before it last: in the funnel on day one. */
  readonly before: readonly number[]
  /** What is to be created in each month of the period for wins in the period. */
  readonly months: readonly number[]
  /** Of what is created in a month, the share that closes after the period, and so serves the next one. */
  readonly forNext: readonly number[]
}

/**
 * Creation in month t = Σ over j of h(j) × wins in month t + j ÷ win rate: wins late in the period are created early in
 * it, and wins early in it before it.
 */
export const creationFor = (wins: readonly number[], winRate: number, lag: Lag): Creation => {
  if (!(winRate > 0)) return fail('no-answer', 'The win rate is 0, so no number of opportunities is enough.')
  const shares = normalise(lag, 'Lags')
  const longest = shares.length - 1
  const createdIn = (month: number): number =>
    shares.reduce((sum, share, j) => sum + (share * (wins[month + j] ?? 0)) / winRate, 0)
  return {
    before: Array.from({ length: longest }, (_, i) => createdIn(i - longest)),
    months: wins.map((_, month) => createdIn(month)),
    forNext: wins.map((_, month) => shares.reduce((sum, share, j) => sum + (month + j >= wins.length ? share : 0), 0)),
  }
}

/** Share of what is created now that closes within so many months: Σ h(j) for j ≤ months left. */
export const closesWithin = (lag: Lag, monthsLeft: number): number =>
  normalise(lag, 'Lags').reduce((sum, share, j) => sum + (j <= monthsLeft ? share : 0), 0)
