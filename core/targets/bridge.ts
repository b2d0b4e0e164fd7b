import { fail } from '../errors.ts'

export interface Driver {
  readonly name: string
  readonly before: number
  readonly after: number
}

export interface DriverEffect {
  readonly name: string
  readonly effect: number
}

const product = (values: readonly number[]): number => values.reduce((result, value) => result * value, 1)

/** (a − b) ÷ ln(a ÷ b), and a where they are equal. */
const logMean = (a: number, b: number): number => (a === b ? a : (a - b) / Math.log(a / b))

/** Effects by log shares (LMDI, Ang 2005): L(T1, T0) × ln(x1 ÷ x0). */
const byLogShares = (drivers: readonly Driver[]): readonly DriverEffect[] => {
  const mean = logMean(product(drivers.map(({ after }) => after)), product(drivers.map(({ before }) => before)))
  return drivers.map(({ name, before, after }) => ({ name, effect: mean * Math.log(after / before) }))
}

const factorials = [1, 1, 2, 6, 24, 120, 720, 5_040, 40_320, 362_880, 3_628_800]
const most = 10

/** Effects by Shapley values: the mean over all orders in which the drivers could have changed. */
const byShapley = (drivers: readonly Driver[]): readonly DriverEffect[] => {
  const n = drivers.length
  const worth = (changed: number): number =>
    product(drivers.map(({ before, after }, i) => ((changed >> i) & 1 ? after : before)))
  return drivers.map(({ name }, i) => {
    let effect = 0
    for (let others = 0; others < 1 << n; others++) {
      if ((others >> i) & 1) continue
      const size = others.toString(2).replaceAll('0', '').length
      const chance = ((factorials[size] ?? 0) * (factorials[n - size - 1] ?? 0)) / (factorials[n] ?? 1)
      effect += chance * (worth(others | (1 << i)) - worth(others))
    }
    return { name, effect }
  })
}

/** How much each factor of a product explains of its change; the effects add up to it exactly. */
export const bridge = (drivers: readonly Driver[]): readonly DriverEffect[] => {
  if (drivers.every(({ before, after }) => before > 0 && after > 0)) return byLogShares(drivers)
  if (drivers.length > most)
    return fail(
      'no-answer',
      `A driver is 0 or below, and then at most ${most} drivers can be told apart; there are ${drivers.length}.`,
    )
  return byShapley(drivers)
}
