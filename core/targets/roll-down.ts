import { fail } from '../errors.ts'
import { roundShares, type Bounds } from './round-shares.ts'
import { shareWithin } from './share-within.ts'

export interface Child {
  readonly name: string
  /** Blank (`null`): as much as the others have on average; 0: none. */
  readonly weight: number | null
  /** A target set by hand; blank (`null`) gets a share, 0 stays 0. */
  readonly locked: number | null
  readonly floor: number | null
  readonly cap: number | null
}

export interface RolledDown {
  readonly name: string
  readonly target: number
  /** Of what the children have together. */
  readonly share: number
  readonly locked: boolean
}

export interface RollDownOptions {
  /** By how much more than the parent the children get, as a share. */
  readonly over?: number
  /** Smallest unit of a target; 0 does not round. */
  readonly step?: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const weightsOf = (children: readonly Child[]): readonly number[] => {
  const wrong = children.find(({ weight }) => weight !== null && !(weight >= 0 && Number.isFinite(weight)))
  if (wrong !== undefined)
    return fail('argument', `The weight of ${wrong.name} is ${String(wrong.weight)}; write 0 or more.`)
  const given = children.flatMap(({ weight }) => (weight === null ? [] : [weight]))
  const mean = given.length === 0 ? 1 : sum(given) / given.length
  return children.map(({ weight }) => weight ?? mean)
}

const boundsOf = ({ name, floor, cap }: Child): Bounds => {
  const bounds = { low: floor ?? 0, high: cap ?? Infinity }
  if (bounds.low <= bounds.high) return bounds
  return fail(
    'argument',
    `The floor of ${name} is ${bounds.low}, above its cap of ${bounds.high}. Lower the floor or raise the cap.`,
  )
}

const needRoom = (rest: number, weights: readonly number[], bounds: readonly Bounds[]): void => {
  const slack = 1e-9 * Math.max(1, Math.abs(rest))
  const floors = sum(bounds.map(({ low }) => low))
  if (floors > rest + slack)
    fail(
      'no-answer',
      `The floors add up to ${floors}, more than the ${rest} to share out. Lower a floor, or raise the parent.`,
    )
  const caps = sum(bounds.map(({ low, high }, i) => (weights[i] === 0 ? low : high)))
  if (caps < rest - slack)
    fail('no-answer', `The caps leave room for ${caps} of the ${rest} to share out. Raise a cap, or lower the parent.`)
}

/**
 * child = (parent × (1 + over) − Σ locked) × weight ÷ Σ weights of those that are not locked, within floors and caps;
 * what a cap cuts off goes to the others. The sum is exact to the step.
 *
 * @throws SpmError `no-answer` that names what leaves no room: locks, floors, caps, or weights that are all 0
 */
export const rollDown = (
  parent: number,
  children: readonly Child[],
  { over = 0, step = 0 }: RollDownOptions = {},
): readonly RolledDown[] => {
  const total = parent * (1 + over)
  const locked = sum(children.map((child) => child.locked ?? 0))
  const rest = total - locked
  const slack = 1e-9 * Math.max(1, Math.abs(total))
  if (rest < -slack)
    return fail(
      'no-answer',
      `What is locked adds up to ${locked}, more than the ${total} to share out. Unlock or lower one.`,
    )
  const free = children.filter((child) => child.locked === null)
  if (free.length === 0 && rest > slack)
    return fail('no-answer', `Everything is locked, at ${locked} of the ${total} to share out. Unlock one.`)
  const weights = weightsOf(children).filter((_, i) => children[i]?.locked === null)
  if (rest > slack && sum(weights) === 0)
    return fail(
      'no-answer',
      `The weights of all that are not locked are 0, so ${rest} cannot be shared out. Write one above 0.`,
    )
  const bounds = free.map(boundsOf)
  needRoom(Math.max(0, rest), weights, bounds)
  const shared = roundShares(shareWithin(Math.max(0, rest), weights, bounds), Math.max(0, rest), step, bounds)
  const targetOf = (child: Child): number => child.locked ?? shared[free.indexOf(child)] ?? 0
  return children.map((child) => ({
    name: child.name,
    target: targetOf(child),
    share: total === 0 ? NaN : targetOf(child) / total,
    locked: child.locked !== null,
  }))
}

/** What several levels assign on top of each other: 3% and 5% are 8.15%. */
export const compound = (overs: readonly number[]): number => overs.reduce((factor, over) => factor * (1 + over), 1) - 1

/** A blend of several weights (fair share), each made a share first and then counted by its part. */
export const blendWeights = (
  kinds: readonly { readonly part: number; readonly weights: readonly number[] }[],
): readonly number[] => {
  const [first] = kinds
  if (first === undefined) return fail('argument', 'Give one kind of weights at least.')
  return first.weights.map((_, i) =>
    sum(kinds.map(({ part, weights }) => (sum(weights) === 0 ? 0 : (part * (weights[i] ?? 0)) / sum(weights)))),
  )
}
