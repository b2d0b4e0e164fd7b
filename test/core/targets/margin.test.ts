import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { discountCeiling, marginAfter, portfolioCeiling, portfolioMargin, volumeToKeep } from '#core/targets/margin'
import { bestMargin, mixForMargin, twoProductShare, type MixItem } from '#core/targets/mix-for-margin'

const item = (margin: number, share: number, rest: Partial<MixItem> = {}): MixItem => ({
  name: `at ${margin}`,
  margin,
  share,
  lower: 0,
  upper: 1,
  stiffness: 1,
  ...rest,
})
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('discount ceiling', () => {
  test('60% at list and a target of 50% leave 20%', () => {
    expect(discountCeiling(0.6, 0.5)).toBeCloseTo(0.2, 12)
    expect(marginAfter(0.6, 0.2)).toBeCloseTo(0.5, 12)
  })

  test('65, 55 and 40% with list shares 50, 30 and 20% are 57% at list, ceiling 14%', () => {
    const products = [
      { margin: 0.65, share: 0.5 },
      { margin: 0.55, share: 0.3 },
      { margin: 0.4, share: 0.2 },
    ]
    expect(portfolioMargin(products)).toBeCloseTo(0.57, 12)
    expect(portfolioCeiling(products, 0.5)).toBeCloseTo(0.14, 12)
  })

  test('below the target the price has to rise', () => {
    expect(discountCeiling(0.4, 0.5)).toBeCloseTo(-0.2, 12)
    expect(() => discountCeiling(0.4, 1)).toThrow('below 1')
  })

  test('a 10% discount at 60% margin needs 20% more volume', () => {
    expect(volumeToKeep(0.6, 0.1)).toBeCloseTo(0.2, 12)
    expect(() => volumeToKeep(0.3, 0.3)).toThrow('no volume makes up for it')
  })

  test('at the ceiling the margin is the target (seed 631)', () => {
    const share = fc.double({ min: 0.01, max: 0.95, noNaN: true })
    fc.assert(
      fc.property(share, share, (list, target) => {
        expect(marginAfter(list, discountCeiling(list, target))).toBeCloseTo(target, 9)
      }),
      { seed: 631 },
    )
  })
})

describe('mix for a margin', () => {
  test('of 58% and 42% at least half has to be the first for 50%', () => {
    expect(twoProductShare(0.58, 0.42, 0.5)).toBeCloseTo(0.5, 12)
    expect(mixForMargin([item(0.58, 0.3), item(0.42, 0.7)], 0.5).shares[0]).toBeCloseTo(0.5, 9)
    expect(() => twoProductShare(0.58, 0.42, 0.6)).toThrow('lies outside')
  })

  test('shifts least in sum of squares: Lagrange by hand for three products', () => {
    // today 57% of 0.65/0.55/0.40 at 0.2/0.3/0.5 is 0.495; to 0.52: s = s0 + μ(g − mean g), μ = 0.025 ÷ Σ(g − mean)²
    const found = mixForMargin([item(0.65, 0.2), item(0.55, 0.3), item(0.4, 0.5)], 0.52)
    const mean = 1.6 / 3
    const mu = 0.025 / ((0.65 - mean) ** 2 + (0.55 - mean) ** 2 + (0.4 - mean) ** 2)
    const expected = [0.2 + mu * (0.65 - mean), 0.3 + mu * (0.55 - mean), 0.5 + mu * (0.4 - mean)]
    found.shares.forEach((share, i) => expect(share).toBeCloseTo(expected[i] ?? NaN, 9))
    expect(found).toMatchObject({ binds: true })
  })

  test('a mix that has the margin stays as it is', () => {
    expect(mixForMargin([item(0.6, 0.5), item(0.5, 0.5)], 0.5)).toMatchObject({ shares: [0.5, 0.5], binds: false })
  })

  test('a stiffer product moves less', () => {
    const [first, second, third] = mixForMargin(
      [item(0.6, 0.3), item(0.5, 0.3, { stiffness: 100 }), item(0.3, 0.4)],
      0.5,
    ).shares
    expect(Math.abs((second ?? 0) - 0.3)).toBeLessThan(0.01)
    expect(sum([first ?? 0, second ?? 0, third ?? 0])).toBeCloseTo(1, 12)
  })

  test('what cannot be is named', () => {
    const items = [item(0.6, 0.5, { upper: 0.5 }), item(0.4, 0.5)]
    expect(bestMargin(items)).toBeCloseTo(0.5, 12)
    expect(() => mixForMargin(items, 0.55)).toThrow('the best one has 0.5')
    expect(() => mixForMargin([item(0.6, 1, { upper: 0.8 })], 0.5)).toThrow('highest shares add up to 0.8')
    expect(() => mixForMargin([item(0.6, 1, { lower: 0.8 }), item(0.6, 0, { lower: 0.4 })], 0.5)).toThrow(
      'lowest shares',
    )
    expect(() => mixForMargin([item(0.6, 1, { lower: 0.8, upper: 0.4 })], 0.5)).toThrow('share of at 0.6 must lie')
  })

  test('adds up, keeps its bounds, has the margin, and no random feasible mix is nearer (seed 632)', () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share), { minLength: 2, maxLength: 7 }), share, (list, aim) => {
        const today = sum(list.map(([part]) => part))
        const items = list.map(([part, margin, upper]) => item(margin, part / today, { upper: Math.max(upper, 0.6) }))
        const target = aim * bestMargin(items)
        const { shares, margin } = mixForMargin(items, target)
        expect(sum(shares)).toBeCloseTo(1, 9)
        expect(margin).toBeGreaterThanOrEqual(target - 1e-9)
        shares.forEach((each, i) => {
          expect(each).toBeGreaterThanOrEqual(-1e-12)
          expect(each).toBeLessThanOrEqual((items[i]?.upper ?? 1) + 1e-12)
        })
        const far = (mix: readonly number[]): number => sum(mix.map((each, i) => (each - (items[i]?.share ?? 0)) ** 2))
        const other = list.map(([part, , upper]) => part * upper)
        const blended = other.map((each, i) => 0.5 * (shares[i] ?? 0) + (0.5 * each) / sum(other))
        const fits =
          blended.every((each, i) => each <= (items[i]?.upper ?? 1)) &&
          sum(blended.map((each, i) => each * (items[i]?.margin ?? 0))) >= target
        if (fits) expect(far(blended)).toBeGreaterThanOrEqual(far(shares) - 1e-9)
      }),
      { seed: 632 },
    )
  })
})
