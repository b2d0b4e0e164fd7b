import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { mersenne } from 'pure-rand/generator/mersenne'

/** Draws that depend on the seed alone. */
export interface Random {
  /** From 0, below 1. */
  float(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  /** A number between the ends. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** One item, each as likely as its weight says. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T
  /** A positive number with this median; `spread` is the standard deviation of its logarithm. */
  skewed(median: number, spread: number): number
}

const itemAt = <T>(items: readonly T[], index: number): T => {
  const item = items[index]
  if (item === undefined) throw new RangeError(`Nothing to draw at ${index} of ${items.length} items`)
  return item
}

const drawWeighted = <T>(items: readonly T[], weightOf: (item: T) => number, share: number): T => {
  let left = share * items.reduce((sum, item) => sum + weightOf(item), 0)
  const found = items.find((item) => (left -= weightOf(item)) < 0)
  return found ?? itemAt(items, items.length - 1)
}

/** Every purpose and every deal draws from its own stream, so that a change in one does not stir the others. */
export const randomOf = (seed: number, stream: number): Random => {
  const generator = mersenne(Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b))
  const float = (): number => uniformFloat64(generator)
  /** Box-Muller transform. */
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - float())) * Math.cos(2 * Math.PI * float())
  return {
    float,
    int: (from, to) => uniformInt(generator, from, to),
    between: (from, to) => from + (to - from) * float(),
    chance: (probability) => float() < probability,
    pick: (items) => itemAt(items, uniformInt(generator, 0, items.length - 1)),
    weighted: (items, weightOf) => drawWeighted(items, weightOf, float()),
    skewed: (median, spread) => median * Math.exp(spread * normal()),
  }
}
