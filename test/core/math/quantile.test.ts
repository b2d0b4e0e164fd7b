import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { median, quantile } from '#core/math/quantile'

const of = (values: readonly number[], share: number): number => quantile(Float64Array.from(values), share)

/** The definition of PERCENTILE.INC, on a sorted list. */
const percentileInc = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)] ?? NaN
  const above = sorted[Math.ceil(position)] ?? NaN
  return below + (above - below) * (position - Math.floor(position))
}

describe('quantile', () => {
  // =PERCENTILE.INC({...}; share), as Excel and LibreOffice give it
  test.each([
    [[1, 2, 3, 4], 0.3, 1.9],
    [[1, 3, 2, 4], 0.75, 3.25],
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[15, 20, 35, 40, 50], 0, 15],
    [[15, 20, 35, 40, 50], 1, 50],
    [[7], 0.9, 7],
    [[-5, 5], 0.5, 0],
  ])('of %j at %d is %d, as PERCENTILE.INC gives it', (values, share, expected) => {
    expect(of(values, share)).toBeCloseTo(expected, 12)
  })

  test('of nothing is no number', () => {
    expect(of([], 0.5)).toBeNaN()
  })

  test('agrees with a sorted list, ties included (seed 21)', () => {
    const values = fc.array(
      fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })),
      { minLength: 1, maxLength: 200 },
    )
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        expect(of(list, share)).toBeCloseTo(percentileInc(list, share), 5)
      }),
      { seed: 21, numRuns: 500 },
    )
  })

  test('keeps every value that it was given, in another order (seed 22)', () => {
    const values = fc.array(fc.integer(), { maxLength: 100 })
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const array = Float64Array.from(list)
        quantile(array, share)
        expect([...array].sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b))
      }),
      { seed: 22 },
    )
  })
})

test('median is the middle one, or the mean of the two in the middle', () => {
  expect(median(Float64Array.of(9, 1, 5))).toBe(5)
  expect(median(Float64Array.of(9, 1, 5, 2))).toBe(3.5)
})
