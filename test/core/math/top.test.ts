import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { topOf } from '#core/math/top'

const larger = (a: number, b: number): boolean => a > b

describe('topOf', () => {
  test('gives the best ones, best first', () => {
    expect(topOf([3, 9, 1, 7, 8], 3, larger)).toEqual([9, 8, 7])
  })

  test('gives all of them where there are fewer', () => {
    expect(topOf([3, 9], 5, larger)).toEqual([9, 3])
    expect(topOf([], 5, larger)).toEqual([])
  })

  test('gives none where none is asked for', () => {
    expect(topOf([3, 9], 0, larger)).toEqual([])
  })

  test('takes any items in one pass', () => {
    const twice = function* (): Generator<number> {
      yield 1
      yield 2
    }
    expect(topOf(twice(), 1, larger)).toEqual([2])
  })

  const rows = fc.uniqueArray(fc.nat(500), { maxLength: 120 })

  test('agrees with a sort (seed 31)', () => {
    fc.assert(
      fc.property(rows, fc.nat(10), (items, count) => {
        expect(topOf(items, count, larger)).toEqual([...items].sort((a, b) => b - a).slice(0, count))
      }),
      { seed: 31, numRuns: 300 },
    )
  })

  test('with a strict order, the order of the items does not matter (seed 32)', () => {
    const amountOf = (row: number): number => row % 7
    const before = (a: number, b: number): boolean => (amountOf(a) === amountOf(b) ? a < b : amountOf(a) > amountOf(b))
    fc.assert(
      fc.property(rows, (items) => {
        expect(topOf(items.toReversed(), 5, before)).toEqual(topOf(items, 5, before))
      }),
      { seed: 32 },
    )
  })
})
