import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createSum, GroupCounts, GroupSums } from '#core/math/sum'

const sumOf = (values: readonly number[]): number => {
  const sum = createSum()
  for (const value of values) sum.add(value)
  return sum.total
}

/** Cents as a spreadsheet holds them: 1234 is 12.34. */
const cents = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 300 })

const exactly = (amounts: readonly number[]): number =>
  Number(amounts.reduce((total, amount) => total + BigInt(amount), 0n)) / 100

describe('createSum', () => {
  test('nothing adds up to 0', () => {
    expect(sumOf([])).toBe(0)
  })

  test('ten times 0.1 is 1, which plain addition misses', () => {
    const tenths = Array.from({ length: 10 }, () => 0.1)
    expect(tenths.reduce((total, each) => total + each, 0)).not.toBe(1)
    expect(sumOf(tenths)).toBe(1)
  })

  test('a small amount survives between large ones', () => {
    expect(sumOf([1e16, 1, -1e16])).toBe(1)
    expect(sumOf([1, 1e100, 1, -1e100])).toBe(2)
  })

  test('agrees with sums of whole cents to the last digit (seed 11)', () => {
    fc.assert(
      fc.property(cents, (amounts) => {
        const sum = sumOf(amounts.map((amount) => amount / 100))
        expect(Math.round(sum * 100)).toBe(Math.round(exactly(amounts) * 100))
        expect(sum).toBeCloseTo(exactly(amounts), 3)
      }),
      { seed: 11, numRuns: 300 },
    )
  })

  test('the order of the amounts does not change the sum in cents (seed 12)', () => {
    fc.assert(
      fc.property(cents, (amounts) => {
        const values = amounts.map((amount) => amount / 100)
        expect(sumOf(values.toReversed()).toFixed(2)).toBe(sumOf(values).toFixed(2))
      }),
      { seed: 12 },
    )
  })
})

describe('GroupSums', () => {
  const pairs = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: -1e9, max: 1e9 })), { maxLength: 200 })

  test('adds up each group as createSum does, and the total over all of them (seed 13)', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const sums = new GroupSums(4)
        for (const [group, amount] of all) sums.add(group, amount / 100)
        for (const group of [0, 1, 2, 3])
          expect(sums.at(group)).toBe(sumOf(all.flatMap(([each, amount]) => (each === group ? [amount / 100] : []))))
        expect(sums.total.toFixed(2)).toBe(exactly(all.map(([, amount]) => amount)).toFixed(2))
      }),
      { seed: 13 },
    )
  })

  test('a blank amount adds nothing (D5)', () => {
    const sums = new GroupSums(1)
    sums.add(0, 5)
    sums.add(0, NaN)
    expect(sums.at(0)).toBe(5)
  })
})

test('GroupCounts counts each group, and all of them', () => {
  const counts = new GroupCounts(3)
  for (const group of [2, 0, 2, 2]) counts.add(group)
  expect([counts.at(0), counts.at(1), counts.at(2), counts.total]).toEqual([1, 0, 3, 4])
})
