import type { Bounds } from './round-shares.ts'

/** Σ of λ × weight, each kept within its bounds: rises with λ, in straight pieces. */
const sumAt = (lambda: number, weights: readonly number[], bounds: readonly Bounds[]): number =>
  weights.reduce((sum, weight, i) => sum + clamp(lambda * weight, bounds[i]), 0)

const clamp = (value: number, bounds: Bounds | undefined): number =>
  Math.min(Math.max(value, bounds?.low ?? -Infinity), bounds?.high ?? Infinity)

/**
 * Shares a total out by weights within bounds (water filling): the one λ for which Σ clamp(λ·weight) is the total, found
 * between the two corners that it lies between, so exactly. The caller has made sure that the bounds leave room.
 */
export const shareWithin = (
  total: number,
  weights: readonly number[],
  bounds: readonly Bounds[],
): readonly number[] => {
  const corners = weights
    .flatMap((weight, i) => (weight > 0 ? [(bounds[i]?.low ?? 0) / weight, (bounds[i]?.high ?? 0) / weight] : []))
    .filter((corner) => Number.isFinite(corner))
    .sort((a, b) => a - b)
  const above = corners.findIndex((corner) => sumAt(corner, weights, bounds) >= total)
  const start = above === 0 ? (corners[0] ?? 0) : above < 0 ? (corners.at(-1) ?? 0) : (corners[above - 1] ?? 0)
  const end = above < 0 ? start + 1 : (corners[above] ?? start + 1)
  const [low, high] = [sumAt(start, weights, bounds), sumAt(end, weights, bounds)]
  const lambda = high === low ? end : start + ((total - low) * (end - start)) / (high - low)
  return weights.map((weight, i) => clamp(lambda * weight, bounds[i]))
}
