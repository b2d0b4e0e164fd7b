import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { phase, phaseWithin, rephase } from '#core/targets/phase'
import { combineWeights, normalise, seasonalWeights, weekWeights } from '#core/targets/weights'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const inCents = (values: readonly number[]): number => sum(values.map((value) => Math.round(value * 100)))

describe('phase', () => {
  test('1,000,000 by 4-4-5 at a step of 100 is 76,900 / 76,900 / 96,200, four times', () => {
    const phased = phase(1_000_000, weekWeights('445'), 100)
    expect(phased).toEqual([
      76_900, 76_900, 96_200, 76_900, 76_900, 96_200, 76_900, 76_900, 96_200, 76_900, 76_900, 96_200,
    ])
    expect(sum(phased)).toBe(1_000_000)
  })

  test('€100m by the seasonal weights is €6m to €13m', () => {
    const weights = [6, 7, 9, 8, 8, 9, 5, 5, 9, 10, 11, 13]
    expect(phase(100e6, weights, 1)).toEqual(weights.map((weight) => weight * 1e6))
  })

  test('the 53rd week belongs to the last period', () => {
    expect(weekWeights('454', 53)).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5])
    expect(sum(weekWeights('544'))).toBe(52)
  })

  test('adds up to the cent (seed 611)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e9 }),
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 24 }),
        fc.constantFrom(0.01, 1, 100, 1_000),
        (cents, weights, step) => {
          fc.pre(sum(weights) > 1e-6)
          expect(inCents(phase(cents / 100, weights, step))).toBe(cents)
        },
      ),
      { seed: 611 },
    )
  })

  test('differs from the exact share by less than a step, but where the rest below a step goes (seed 612)', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), weights, (steps, list) => {
        const exact = normalise(list)
        phase(steps * 100, list, 100).forEach((value, i) => {
          expect(Math.abs(value - steps * 100 * (exact[i] ?? 0))).toBeLessThan(100 + 1e-6)
        })
      }),
      { seed: 612 },
    )
  })

  test('refuses weights that are negative or all 0', () => {
    expect(() => phase(100, [1, -1])).toThrow('number 2 is -1')
    expect(() => phase(100, [0, 0])).toThrow('all 0')
  })

  test('a quarter that is set by hand keeps its sum, and its months their relative weights', () => {
    const phased = phaseWithin(120, [1, 1, 2, 1, 1, 1], [{ from: 0, periods: 3, sum: 60 }])
    expect(phased).toEqual([15, 15, 30, 20, 20, 20])
    expect(() => phaseWithin(50, [1, 1], [{ from: 0, periods: 1, sum: 60 }])).toThrow('more than the total')
    expect(() => phaseWithin(50, [1], [{ from: 0, periods: 1, sum: 40 }])).toThrow('not to the total')
  })
})

describe('weights', () => {
  test('of history are the mean of each month’s share of its year', () => {
    const seasonal = seasonalWeights([10, 30, 0, 60, 20, 20, 20, 20], 4)
    expect(seasonal.map((weight) => Math.round(weight * 1e6) / 1e6)).toEqual([0.175, 0.275, 0.125, 0.425])
    expect(() => seasonalWeights([1, 2, 3])).toThrow('whole years of 12')
  })

  test('are combined by multiplication: workdays × seasonal index', () => {
    expect(combineWeights([20, 22], [1, 0.5])).toEqual([20 / 31, 11 / 31])
    expect(() => combineWeights([1], [1, 2])).toThrow('1 and 2 periods')
  })
})

describe('rephase', () => {
  const weights = [6, 7, 9, 8, 8, 9, 5, 5, 9, 10, 11, 13]

  test('19.7 instead of 22.0 after the first quarter lifts each month by 2.95%: 8.0 becomes 8.236', () => {
    const { periods, lift, surplus } = rephase(100, [5.4, 6.2, 8.1], weights)
    expect(Math.round(lift * 1e4) / 1e4).toBe(0.0295)
    expect(Math.round((periods[3] ?? 0) * 1e3) / 1e3).toBe(8.236)
    expect(sum(periods)).toBeCloseTo(100, 9)
    expect(surplus).toBe(0)
  })

  test('beyond the total there is nothing left, and a surplus', () => {
    expect(rephase(100, [110], [1, 1, 1])).toMatchObject({ periods: [110, 0, 0], surplus: 10, lift: -1 })
  })

  test('with every period over there is nowhere to move the rest', () => {
    expect(() => rephase(100, [1, 2], [1, 1])).toThrow('none left')
  })
})
