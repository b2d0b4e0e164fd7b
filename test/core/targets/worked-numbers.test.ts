import { describe, expect, test } from '@jest/globals'
import { discountCeiling, portfolioCeiling, portfolioMargin, volumeToKeep } from '#core/targets/margin'
import { phase, rephase } from '#core/targets/phase'
import { compound, rollDown } from '#core/targets/roll-down'
import { costAt, leastVirtualShare, type ChannelCase } from '#core/targets/virtual-share'

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

describe('margin to discount ceiling', () => {
  test('60% at list and 50% wanted leave 20% to give away', () => {
    expect(discountCeiling(0.6, 0.5)).toBeCloseTo(0.2, 12)
  })

  test('products of 65, 55 and 40% make 57% at list and a ceiling of 14%', () => {
    const products = [
      { share: 0.5, margin: 0.65 },
      { share: 0.3, margin: 0.55 },
      { share: 0.2, margin: 0.4 },
    ]
    expect(portfolioMargin(products)).toBeCloseTo(0.57, 12)
    expect(portfolioCeiling(products, 0.5)).toBeCloseTo(0.14, 12)
  })

  test('10% off at a margin of 60% needs 20% more volume', () => {
    expect(volumeToKeep(0.6, 0.1)).toBeCloseTo(0.2, 12)
  })
})

describe('selling cost to virtual share', () => {
  const given: ChannelCase = {
    target: 100e6,
    cap: 0.1,
    fixed: 6e6,
    commission: 0.015,
    meetings: 40_000,
    costF2f: 120,
    costVirtual: 25,
  }

  test('€2.5m for 40,000 meetings asks for 60.5% virtual ones, at exactly the cap', () => {
    const { share, feasible, binding } = leastVirtualShare(given)
    expect(share).toBeCloseTo((120 - 62.5) / 95, 9)
    expect(feasible).toBe(true)
    expect(binding).toBe('selling cost')
    expect(costAt(given, share) / given.target).toBeCloseTo(0.1, 9)
  })

  test('a cap below the cost of virtual meetings alone is not feasible', () => {
    expect(leastVirtualShare({ ...given, cap: 0.08 }).feasible).toBe(false)
  })
})

describe('phasing', () => {
  test('a million by 4-4-5 in steps of 100 is exact', () => {
    const periods = phase(1e6, [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5], 100)
    expect(periods.slice(0, 3)).toEqual([76_900, 76_900, 96_200])
    expect(total(periods)).toBe(1e6)
  })

  test('what a first quarter of 19.7 lacks of 22.0 lifts the other months by 2.95%', () => {
    const { periods, lift } = rephase(100, [5.373, 6.268, 8.059], [6, 7, 9, 8, 8, 9, 5, 5, 9, 10, 11, 13])
    expect(lift).toBeCloseTo(0.0295, 4)
    expect(periods[3]).toBeCloseTo(8.236, 3)
    expect(total(periods)).toBeCloseTo(100, 9)
  })
})

describe('roll-down', () => {
  test('3% over-assigned by the director and 5% by the manager is 8.15% at the sellers', () => {
    expect(compound([0.03, 0.05])).toBeCloseTo(0.0815, 12)
  })

  test('25.75m and 5% over three full sellers, a half and a quarter', () => {
    const weights = [1, 1, 1, 0.5, 0.25]
    const children = weights.map((weight, i) => ({ name: `seller ${i}`, weight, locked: null, floor: null, cap: null }))
    const targets = rollDown(25.75, children, { over: 0.05 }).map(({ target }) => target)
    expect(targets.map((target) => Math.round(target * 1000) / 1000)).toEqual([7.21, 7.21, 7.21, 3.605, 1.803])
  })
})
