import { fail } from '../errors.ts'

export interface MixItem {
  readonly name: string
  readonly margin: number
  /** Share of net sales today. */
  readonly share: number
  /** Least and largest share that can be. */
  readonly lower: number
  readonly upper: number
  /** How hard it is to move, 1 where nothing is known: such as price sensitivity. */
  readonly stiffness: number
}

export interface MixFound {
  readonly shares: readonly number[]
  readonly margin: number
  /** Whether the margin holds a share away from today's, as against a mix that has it already. */
  readonly binds: boolean
}

const rounds = 200
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const clamp = ({ lower, upper }: MixItem, value: number): number => Math.min(Math.max(value, lower), upper)
const marginOf = (items: readonly MixItem[], shares: readonly number[]): number =>
  total(items.map(({ margin }, i) => margin * (shares[i] ?? 0)))

/** Two products: share of the first = (G − g2) ÷ (g1 − g2); outside 0 … 1 there is none. */
export const twoProductShare = (first: number, second: number, target: number): number => {
  const share = (target - second) / (first - second)
  if (share >= 0 && share <= 1) return share
  return fail(
    'no-answer',
    `A margin of ${target} lies outside what the two products have, ${Math.min(first, second)} to ${Math.max(first, second)}.`,
  )
}

/** The highest margin within the bounds: from the best product down, each as much as it can be. */
export const bestMargin = (items: readonly MixItem[]): number => {
  const shares = items.map(({ lower }) => lower)
  let left = 1 - total(shares)
  for (const i of items.map((_, at) => at).sort((a, b) => (items[b]?.margin ?? 0) - (items[a]?.margin ?? 0))) {
    const room = Math.min(left, (items[i]?.upper ?? 0) - (shares[i] ?? 0))
    shares[i] = (shares[i] ?? 0) + room
    left -= room
  }
  return marginOf(items, shares)
}

/** Shares for a price of margin μ: today's + (λ + μ·margin) ÷ stiffness within bounds, λ so that they add up to 1. */
const sharesAt = (items: readonly MixItem[], mu: number): readonly number[] => {
  const at = (lambda: number): readonly number[] =>
    items.map((item) => clamp(item, item.share + (lambda + mu * item.margin) / item.stiffness))
  const reach = Math.max(...items.map((item) => 2 * item.stiffness + Math.abs(mu * item.margin))) + 2
  let [low, high] = [-reach, reach]
  for (let i = 0; i < rounds && high - low > 0; i++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (total(at(middle)) < 1) low = middle
    else high = middle
  }
  return at((low + high) / 2)
}

const checkBounds = (items: readonly MixItem[]): void => {
  const odd = items.find(({ lower, upper }) => !(lower >= 0 && lower <= upper && upper <= 1))
  if (odd !== undefined)
    fail(
      'argument',
      `The share of ${odd.name} must lie between ${odd.lower} and ${odd.upper}; write bounds from 0 to 1, the lower one first.`,
    )
  const [least, most] = [total(items.map(({ lower }) => lower)), total(items.map(({ upper }) => upper))]
  if (least > 1 + 1e-12) fail('no-answer', `The lowest shares add up to ${least}, more than 1. Lower one of them.`)
  if (most < 1 - 1e-12) fail('no-answer', `The highest shares add up to ${most}, less than 1. Raise one of them.`)
}

/**
 * The mix nearest to today's that has a margin: min Σ stiffness·(s − s0)² subject to Σ s = 1, Σ s·g ≥ G and bounds. By
 * its optimality conditions s = clamp(s0 + (λ + μ·g) ÷ stiffness), and the margin rises with μ, so both are bisected.
 *
 * @throws SpmError `no-answer` that names the best margin that the bounds allow
 */
export const mixForMargin = (items: readonly MixItem[], target: number): MixFound => {
  checkBounds(items)
  const best = bestMargin(items)
  if (best < target - 1e-12)
    return fail(
      'no-answer',
      `No mix within the bounds has a margin of ${target}; the best one has ${best}. Raise a margin or an upper bound.`,
    )
  const today = sharesAt(items, 0)
  if (marginOf(items, today) >= target - 1e-12) return { shares: today, margin: marginOf(items, today), binds: false }
  let [low, high] = [0, 1]
  while (marginOf(items, sharesAt(items, high)) < target && high < 1e9) high *= 2
  for (let i = 0; i < rounds; i++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (marginOf(items, sharesAt(items, middle)) < target) low = middle
    else high = middle
  }
  const shares = sharesAt(items, high)
  return { shares, margin: marginOf(items, shares), binds: true }
}
