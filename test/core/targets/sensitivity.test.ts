import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bridge, type Driver } from '#core/targets/bridge'
import { gapChain } from '#core/targets/gap'
import { scaled, type Place } from '#core/targets/model'
import { outputKeys, outputOf } from '#core/targets/outputs'
import { frontier, grid, scenarios, tornado } from '#core/targets/sensitivity'
import { solveFor } from '#core/targets/solve'
import { isStretch } from '#core/targets/versions'
import type { ParameterKey } from '#core/targets/parameters'
import { hundredMillion, modelOf, withCosts } from './param-rows.ts'

const all = (key: ParameterKey): Place => ({ key, segment: null })
const model = modelOf({ ...withCosts, capacity: 45, contact_rate: 0.3, virtual_share: 0.6 })

describe('tornado', () => {
  test('±10% is +11.1% and −9.1% on first meetings for A, w and q, and ±10% for T', () => {
    const bars = new Map(tornado(modelOf(hundredMillion), 'first_meetings').map((bar) => [bar.key, bar]))
    for (const key of ['avg_deal', 'win_rate', 'meeting_rate'] as const) {
      expect(bars.get(key)?.lowChange).toBeCloseTo(1 / 0.9 - 1, 12)
      expect(bars.get(key)?.highChange).toBeCloseTo(1 / 1.1 - 1, 12)
    }
    expect(bars.get('target')?.lowChange).toBeCloseTo(-0.1, 12)
    expect(bars.get('target')?.highChange).toBeCloseTo(0.1, 12)
    expect(bars.has('shrink')).toBe(false)
  })

  test.each(outputKeys)('each bar of %s is what recomputing gives, the widest first (seed 661)', (output) => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.4, noNaN: true }), (share) => {
        const bars = tornado(model, output, { share })
        for (const { key, low, high } of bars) {
          expect(low).toBe(outputOf(scaled(model, all(key), 1 - share), output))
          expect(high).toBe(outputOf(scaled(model, all(key), 1 + share), output))
        }
        const widths = bars.map(({ low, high }) => Math.abs(high - low))
        expect(widths).toEqual([...widths].sort((a, b) => b - a))
      }),
      { seed: 661, numRuns: 5 },
    )
  })

  test('by one standard error, where there is one', () => {
    const bars = tornado(model, 'deals', { errors: new Map([['avg_deal', 10_000]]) })
    expect(bars.map(({ key, low, high }) => [key, low, high])).toEqual([['avg_deal', 2_500, 100e6 / 60_000]])
  })

  test('says which constraint binds at the worse end: 40,000 × 63 + 7.5m is 10.02m, over the cap before capacity is', () => {
    expect(tornado(model, 'meetings')[0]?.binding).toBe('selling cost')
    expect(tornado({ ...model, values: { ...model.values, cost_cap: 0.2 } }, 'meetings')[0]?.binding).toBe('capacity')
  })
})

describe('grids and scenarios', () => {
  test('a grid recomputes each pair: meetings by win rate and average deal', () => {
    const cells = grid(model, 'meetings', [all('win_rate'), [0.2, 0.25]], [all('avg_deal'), [40_000, 50_000]])
    cells.flat().forEach((value, i) => expect(value).toBeCloseTo([62_500, 50_000, 50_000, 40_000][i] ?? 0, 6))
    const many = Array.from({ length: 22 }, (_, i) => i + 1)
    expect(() => grid(model, 'meetings', [all('win_rate'), many], [all('avg_deal'), [1]])).toThrow('21 × 21')
  })

  test('scenarios stand beside the base', () => {
    const [base, stretch] = scenarios(
      model,
      ['deals', 'meetings'],
      [{ name: 'Stretch', changes: [{ place: all('target'), value: 120e6 }] }],
    )
    expect([base?.values.deals, stretch?.values.deals]).toEqual([2_000, 2_400])
    expect(stretch?.binding).toBe('capacity')
  })

  test('the frontier: win rate and average deal that reach the target with today’s meetings have one product', () => {
    const pairs = frontier(
      model,
      [all('win_rate'), [0.2, 0.25, 0.5]],
      (each) => solveFor(each, all('avg_deal'), 'meetings', 40_000).value,
    )
    pairs.forEach(({ given, needed }) => expect(given * needed).toBeCloseTo(0.25 * 50_000, 6))
  })

  test('more than one standard error above history is a stretch', () => {
    expect([isStretch(0.3, 0.25, 0.04), isStretch(0.28, 0.25, 0.04), isStretch(60, 90, 10, false)]).toEqual([
      true,
      false,
      true,
    ])
  })
})

describe('from the gap today to meetings', () => {
  const given = {
    target: 100e6,
    won: 40e6,
    weightedOpen: 20e6,
    avgDeal: 50_000,
    winRate: 0.25,
    meetingRate: 0.4,
    progressMeetings: 2.5,
    lag: [0, 0, 0.5, 0.5],
    monthsLeft: 6,
    sellers: 94,
  }

  test('by hand: €40m are 800 wins, 3,200 opportunities, 16,000 meetings, 170.2 each', () => {
    expect(gapChain(given)).toMatchObject({
      remaining: 40e6,
      wins: 800,
      opportunities: 3_200,
      toCreate: 3_200,
      meetings: 16_000,
      breaks: '',
    })
    expect(Math.round(gapChain(given).meetingsPerSeller * 10) / 10).toBe(170.2)
  })

  test('with two months left only half of what is created closes in time, so twice as much is needed', () => {
    expect(gapChain({ ...given, monthsLeft: 2 })).toMatchObject({ closesInTime: 0.5, toCreate: 6_400 })
  })

  test('where the cycle is longer than the time left, it says what helps', () => {
    const chain = gapChain({ ...given, monthsLeft: 1 })
    expect(chain.toCreate).toBeNaN()
    expect(chain.breaks).toMatch(/Not reachable by new creation.*win rate or the value of open deals/)
  })

  test('without a gap nothing is to be done', () => {
    expect(gapChain({ ...given, won: 100e6, monthsLeft: 0 })).toMatchObject({
      remaining: 0,
      toCreate: 0,
      meetings: 0,
      breaks: '',
    })
    expect(() => gapChain({ ...given, avgDeal: 0 })).toThrow('average won deal')
    expect(() => gapChain({ ...given, winRate: 0 })).toThrow('win rate is 0')
  })
})

describe('bridge', () => {
  const value = (drivers: readonly Driver[], when: 'before' | 'after'): number =>
    drivers.reduce((product, each) => product * each[when], 1)

  test('of two drivers, by hand with logarithms', () => {
    // from 10 × 5 = 50 to 20 × 4 = 80: L = 30 ÷ ln 1.6
    const mean = 30 / Math.log(1.6)
    const effects = bridge([
      { name: 'heads', before: 10, after: 20 },
      { name: 'deals each', before: 5, after: 4 },
    ])
    expect(effects[0]?.effect).toBeCloseTo(mean * Math.log(2), 12)
    expect(effects[1]?.effect).toBeCloseTo(mean * Math.log(0.8), 12)
  })

  test('with a driver at 0 the orders are averaged: 2 × 3 to 0 × 5', () => {
    // order 1: heads −6, then 0; order 2: each +4, then heads −10
    expect(
      bridge([
        { name: 'heads', before: 2, after: 0 },
        { name: 'each', before: 3, after: 5 },
      ]),
    ).toEqual([
      { name: 'heads', effect: -8 },
      { name: 'each', effect: 2 },
    ])
  })

  test('adds up to the change (seed 662)', () => {
    const amount = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 100, noNaN: true }))
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 6 }), (pairs) => {
        const drivers = pairs.map(([before, after], i) => ({ name: `D${i}`, before, after }))
        const change = value(drivers, 'after') - value(drivers, 'before')
        const scale = value(drivers, 'after') + value(drivers, 'before') + 1
        const total = bridge(drivers).reduce((sum, { effect }) => sum + effect, 0)
        expect(Math.abs(total - change)).toBeLessThanOrEqual(1e-9 * scale)
      }),
      { seed: 662 },
    )
  })

  test('more than ten drivers with a 0 among them are refused', () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ name: `D${i}`, before: i, after: 1 }))
    expect(() => bridge(many)).toThrow('at most 10')
  })
})
