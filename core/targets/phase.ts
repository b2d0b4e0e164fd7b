import { fail } from '../errors.ts'
import { roundShares } from './round-shares.ts'
import { normalise } from './weights.ts'

/** A total shared out over periods: total × weight ÷ Σ weights, rounded to `step` (0: not at all); the sum is exact. */
export const phase = (total: number, weights: readonly number[], step = 0): readonly number[] =>
  roundShares(
    normalise(weights).map((weight) => total * weight),
    total,
    step,
  )

/** A run of periods whose sum was set by hand, such as a quarter: first period, how many, and their sum. */
export interface LockedSum {
  readonly from: number
  readonly periods: number
  readonly sum: number
}

/** As {@link phase}, where the sums of some runs of periods are set; the periods inside keep their relative weights. */
export const phaseWithin = (
  total: number,
  weights: readonly number[],
  locks: readonly LockedSum[],
  step = 0,
): readonly number[] => {
  const owner = weights.map((_, i) => locks.findIndex(({ from, periods }) => i >= from && i < from + periods))
  const rest = total - locks.reduce((sum, lock) => sum + lock.sum, 0)
  const free = weights.flatMap((_, i) => (owner[i] === -1 ? [i] : []))
  if (free.length === 0 && Math.abs(rest) > 1e-6)
    return fail('no-answer', `What is set by hand adds up to ${total - rest}, not to the total of ${total}.`)
  if (rest < 0)
    return fail('no-answer', `What is set by hand adds up to ${total - rest}, more than the total of ${total}.`)
  const phased = new Array<number>(weights.length).fill(0)
  const fill = (places: readonly number[], sum: number): void => {
    const inside = places.map((i) => weights[i] ?? 0)
    phase(sum, inside, step).forEach((value, i) => (phased[places[i] ?? 0] = value))
  }
  locks.forEach(({ sum }, lock) =>
    fill(
      weights.flatMap((_, i) => (owner[i] === lock ? [i] : [])),
      sum,
    ),
  )
  if (free.length > 0) fill(free, rest)
  return phased
}

/** What is left of a target, period by period, after what has been reached. */
export interface Rephased {
  /** The actuals, then the new targets of the periods to come. */
  readonly periods: readonly number[]
  /** By how much each coming period changes against the plan, as a share; NaN where the plan had nothing left. */
  readonly lift: number
  /** What has been reached beyond the total; 0 otherwise. */
  readonly surplus: number
}

/** Shares the rest of a total out over the periods to come by their weights; the total stays. */
export const rephase = (total: number, actuals: readonly number[], weights: readonly number[], step = 0): Rephased => {
  if (actuals.length >= weights.length)
    return fail('no-answer', `All ${weights.length} periods are over, so there is none left to move the rest to.`)
  const done = actuals.reduce((sum, actual) => sum + actual, 0)
  const rest = Math.max(0, total - done)
  const future = weights.slice(actuals.length)
  const planned =
    total *
    normalise(weights)
      .slice(actuals.length)
      .reduce((sum, weight) => sum + weight, 0)
  return {
    periods: [...actuals, ...phase(rest, future, step)],
    lift: planned === 0 ? NaN : rest / planned - 1,
    surplus: Math.max(0, done - total),
  }
}
