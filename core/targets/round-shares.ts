/** Bounds of one share, in the unit of the total; blank ends are ±Infinity. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

const anywhere: Bounds = { low: -Infinity, high: Infinity }

/** A value kept within bounds. */
const within = (value: number, { low, high }: Bounds = anywhere): number => Math.min(Math.max(value, low), high)

/** `n` steps as a number: divided by the whole inverse where the step is a fraction, so that 3 steps of 0.1 are 0.3. */
const inSteps = (n: number, step: number): number => {
  const inverse = Math.round(1 / step)
  return step < 1 && Math.abs(inverse * step - 1) < 1e-9 ? n / inverse : n * step
}

const wholeSteps = (value: number, step: number): number => Math.floor(value / step + 1e-9)

/** Gives out the steps that are left over, to the largest remainder first, or takes back from the smallest. */
const spread = (units: number[], parts: readonly number[], left: number, room: readonly Bounds[]): number => {
  const sign = left < 0 ? -1 : 1
  const order = parts.map((_, i) => i).sort((a, b) => sign * ((parts[b] ?? 0) - (parts[a] ?? 0)) || sign * (a - b))
  const fits = (i: number): boolean => within((units[i] ?? 0) + sign, room[i]) === (units[i] ?? 0) + sign
  let rest = Math.abs(left)
  while (rest > 0 && order.some(fits))
    for (const i of order) {
      if (rest === 0 || !fits(i)) continue
      units[i] = (units[i] ?? 0) + sign
      rest--
    }
  return sign * rest
}

/** What is less than a step goes to the largest share that has room for it. */
const withRest = (rounded: readonly number[], rest: number, bounds: readonly Bounds[]): readonly number[] => {
  const takes = (value: number, i: number): boolean => value + rest <= (bounds[i]?.high ?? Infinity)
  const largest = rounded.reduce(
    (best, value, i) => (takes(value, i) && value > (rounded[best] ?? -Infinity) ? i : best),
    -1,
  )
  return rounded.map((value, i) => (i === largest ? value + rest : value))
}

const inWholeSteps = ({ low, high }: Bounds, step: number): Bounds => ({
  low: Math.ceil(low / step - 1e-9),
  high: Math.floor(high / step + 1e-9),
})

/**
 * Rounds shares to a step so that they still add up to their total (largest remainder, Hamilton 1792). What of the
 * total is less than a step goes to the largest share that has room for it, so the sum is exact.
 */
export const roundShares = (
  shares: readonly number[],
  total: number,
  step: number,
  bounds: readonly Bounds[] = [],
): readonly number[] => {
  if (!(step > 0) || shares.length === 0) return shares
  const room = shares.map((_, i) => inWholeSteps(bounds[i] ?? anywhere, step))
  const units = shares.map((share, i) => within(wholeSteps(share, step), room[i]))
  const wanted = wholeSteps(total, step)
  const parts = shares.map((share) => share / step - wholeSteps(share, step))
  const unplaced = spread(units, parts, wanted - units.reduce((sum, unit) => sum + unit, 0), room)
  const rounded = units.map((unit) => inSteps(unit, step))
  const rest = total - inSteps(wanted, step) + inSteps(unplaced, step)
  return Math.abs(rest) < step * 1e-6 ? rounded : withRest(rounded, rest, bounds)
}
