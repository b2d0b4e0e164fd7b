import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bisect } from '#core/targets/bisect'
import { bindingOf, constraintsOf } from '#core/targets/constraints'
import { valueAt, withValue, type Place } from '#core/targets/model'
import { outputKeys, outputOf, type OutputKey } from '#core/targets/outputs'
import { parameterOf, parameters, type ParameterKey } from '#core/targets/parameters'
import { boundsOf, solveFor, solveWithin } from '#core/targets/solve'
import { hundredMillion, modelOf, withCosts } from './param-rows.ts'

const all = (key: ParameterKey): Place => ({ key, segment: null })
const full = {
  ...withCosts,
  contact_rate: 0.3,
  capacity: 40,
  hours_available: 900,
  hours_f2f: 2.5,
  hours_virtual: 1,
  virtual_share: 0.7,
  list_margin: 0.6,
  margin_target: 0.5,
}

describe('solving for one unknown by a goal', () => {
  test('the whitepaper: €100m needs 2,000 deals, and 2,000 deals at €50,000 are €100m', () => {
    const found = solveFor(modelOf({ ...hundredMillion, target: 1 }), all('target'), 'deals', 2_000)
    expect(found.value).toBeCloseTo(100e6, 3)
    expect(found).toMatchObject({ found: true, method: 'closed form' })
  })

  test('the average deal for which 30 meetings a month are enough', () => {
    // 40,000 meetings fall to 30 × 94 × 11 = 31,020, so A = 50,000 × 40,000 ÷ 31,020
    const found = solveFor(modelOf(hundredMillion), all('avg_deal'), 'meetings_per_seller_month', 30)
    expect(found.value).toBeCloseTo((50_000 * 40_000) / 31_020, 6)
  })

  test('is by bisection where the outcome is no chain: a penalty on virtual meetings', () => {
    const model = modelOf({ ...withCosts, virtual_penalty: 0.2 })
    const found = solveFor(model, all('virtual_share'), 'selling_cost_ratio', 0.1)
    expect(found).toMatchObject({ found: true, method: 'bisection' })
    expect(found.value).toBeCloseTo((120 * 40_000 - 2.5e6) / (40_000 * 95 - 2.5e6 * 0.2), 9)
  })

  test('out of bounds it says the nearest value, the shortfall and what helps', () => {
    const found = solveFor(modelOf(hundredMillion), all('win_rate'), 'meetings_per_seller_month', 5)
    expect(found).toMatchObject({ value: 1, found: false })
    expect(found.why).toMatch(/No win_rate from 0.000001 to 1 gives meetings per seller and selling month of 5; at 1/)
    expect(found.levers[0]?.key).toBe('avg_deal')
  })

  test('a goal that no rate can reach gives the best rate: 20,000 progress meetings alone are more than 15,000', () => {
    const found = solveFor(modelOf(hundredMillion), all('meeting_rate'), 'meetings', 15_000)
    expect(found).toMatchObject({ value: 1, found: false })
    expect(found.residual).toBeCloseTo(8_000 + 20_000 - 15_000, 6)
  })

  test('what is not given is said', () => {
    expect(() => solveFor(modelOf({ target: 1, avg_deal: 1, win_rate: 1 }), all('win_rate'), 'meetings', 5)).toThrow(
      'an input that it needs is not given',
    )
    expect(() => boundsOf(all('win_rate'), { lower: 0.9, upper: 0.1 })).toThrow('write the lower one first')
  })

  test('solving, then evaluating, returns the goal, for every input and output (seed 651)', () => {
    const model = modelOf(full)
    const keys = parameters.map(({ key }) => key).filter((key) => key !== 'mix')
    let moved = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.constantFrom(...outputKeys),
        fc.double({ min: 0.5, max: 1.5, noNaN: true }),
        (key, output, factor) => {
          const start = valueAt(model, all(key))
          const { lower, upper } = parameterOf(key)
          const aim = start === 0 ? 0.1 : start * factor
          fc.pre(aim >= lower && aim <= upper && Math.abs(aim - start) > 1e-6)
          const goal = outputOf(withValue(model, all(key), aim), output)
          fc.pre(Math.abs(goal - outputOf(model, output)) > 1e-9 * Math.abs(goal))
          const found = solveFor(model, all(key), output, goal)
          moved++
          expect(found.found).toBe(true)
          expect(Math.abs(outputOf(withValue(model, all(key), found.value), output) - goal)).toBeLessThanOrEqual(
            1e-9 * Math.abs(goal),
          )
        },
      ),
      { seed: 651, numRuns: 600 },
    )
    expect(moved).toBeGreaterThan(100)
  })

  test('also with segments (seed 652)', () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 2, maxLength: 6 }),
        fc.constantFrom<OutputKey>('meetings', 'open', 'contacts'),
        share,
        (rates, output, aim) => {
          const values = rates.flatMap((rate, i) => [[`S${i}.win_rate`, rate]])
          const { win_rate: _, ...rest } = { ...full }
          const model = modelOf({ ...rest, ...Object.fromEntries(values) })
          const place: Place = { key: 'win_rate', segment: 'S1' }
          const goal = outputOf(withValue(model, place, aim), output)
          const found = solveFor(model, place, output, goal)
          expect(outputOf(withValue(model, place, found.value), output)).toBeCloseTo(goal, 4)
        },
      ),
      { seed: 652 },
    )
  })
})

describe('solving within the limits', () => {
  test('the highest target that 38.7 meetings a month allow is bound by capacity', () => {
    const found = solveWithin(modelOf({ ...hundredMillion, capacity: 40_000 / 94 / 11 }), all('target'))
    expect(found.value).toBeCloseTo(100e6, 3)
    expect(found).toMatchObject({ found: true, binding: 'capacity' })
  })

  test('the whitepaper: 60% at list and a margin of 50% allow a discount of 20%', () => {
    const found = solveWithin(
      modelOf({ target: 1, list_margin: 0.6, margin_target: 0.5, avg_deal: 1, win_rate: 1 }),
      all('discount'),
    )
    expect(found.value).toBeCloseTo(0.2, 12)
    expect(found).toMatchObject({ found: true, binding: 'margin' })
  })

  test('the whitepaper: 10% selling cost takes 60.5% virtual meetings', () => {
    const found = solveWithin(modelOf(withCosts), all('virtual_share'))
    expect(found.value).toBeCloseTo((120 - 62.5) / 95, 9)
    expect(found).toMatchObject({ found: true, binding: 'selling cost' })
  })

  test('of several limits the strictest binds', () => {
    const found = solveWithin(
      modelOf({ ...withCosts, hours_f2f: 3, hours_virtual: 1, hours_available: 60_000 / 94 }),
      all('virtual_share'),
    )
    expect(found.value).toBeCloseTo(0.75, 9)
    expect(found.binding).toBe('hours')
  })

  test('where all meetings virtual are not enough, the levers are named in order of effect', () => {
    const found = solveWithin(modelOf({ ...withCosts, cost_cap: 0.08 }), all('virtual_share'))
    expect(found).toMatchObject({ value: 1, found: false, binding: 'selling cost' })
    expect(found.why).toMatch(
      /No virtual_share within its bounds meets the selling cost constraint: at 1 .* limit is 0.08/,
    )
    const effects = found.levers.map(({ effect }) => effect)
    expect(effects).toEqual([...effects].sort((a, b) => b - a))
    expect(found.levers.map(({ key, direction }) => `${direction} ${key}`)).toEqual(
      expect.arrayContaining(['higher avg_deal', 'lower progress_meetings', 'higher win_rate', 'lower fixed_cost']),
    )
  })

  test('the lowest win rate at which capacity still suffices is the break-even', () => {
    const found = solveWithin(modelOf({ ...hundredMillion, capacity: 45 }), all('win_rate'))
    expect(found.value).toBeCloseTo((0.25 * (40_000 / 94 / 11)) / 45, 9)
  })

  test('bounds that leave one value are met by it, or the constraint is named', () => {
    const model = modelOf({ ...hundredMillion, capacity: 40 })
    expect(solveWithin(model, all('target'), { lower: 90e6, upper: 90e6 })).toMatchObject({ value: 90e6, found: true })
    expect(solveWithin(model, all('target'), { lower: 110e6, upper: 110e6 })).toMatchObject({
      value: 110e6,
      found: false,
      binding: 'capacity',
    })
  })

  test('without a limit there is nothing to solve for', () => {
    expect(() => solveWithin(modelOf(hundredMillion), all('win_rate'))).toThrow('state no limit')
  })

  test('never returns a value outside the bounds, and names the constraint whenever there is none (seed 653)', () => {
    const keys: readonly ParameterKey[] = [
      'target',
      'win_rate',
      'avg_deal',
      'sellers',
      'virtual_share',
      'discount',
      'meeting_rate',
      'fixed_cost',
      'capacity',
    ]
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    let infeasible = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.tuple(share, share, share, share),
        fc.tuple(share, share),
        (key, [cap, margin, capacity, list], ends) => {
          const model = modelOf({
            ...full,
            cost_cap: cap / 4,
            margin_target: margin,
            capacity: capacity * 100,
            list_margin: list,
          })
          const { lower, upper } = parameterOf(key)
          const start = valueAt(model, all(key)) || 0.5
          const [low = 0, high = 0] = ends
            .map((end) => Math.min(Math.max(start * 4 * end, lower), upper))
            .sort((a, b) => a - b)
          const found = solveWithin(model, all(key), { lower: low, upper: high })
          expect(found.value).toBeGreaterThanOrEqual(low)
          expect(found.value).toBeLessThanOrEqual(high)
          const broken = constraintsOf(withValue(model, all(key), found.value)).filter(({ holds }) => !holds)
          if (found.found) expect(broken).toEqual([])
          else {
            infeasible++
            expect(broken.map(({ name }) => name)).toContain(found.binding)
            expect(found.why).toContain(`the ${found.binding ?? ''} constraint`)
          }
        },
      ),
      { seed: 653, numRuns: 500 },
    )
    expect(infeasible).toBeGreaterThan(20)
  })

  test('the constraint that is nearest to its limit is told', () => {
    expect(bindingOf(modelOf({ ...full, cost_cap: 0.5 }))?.name).toBe('capacity')
    expect(bindingOf(modelOf(hundredMillion))).toBeNull()
  })
})

describe('bisect', () => {
  test('finds where a monotone function is 0, rising or falling', () => {
    expect(bisect((x) => x * x - 2, 0, 2).value).toBeCloseTo(Math.SQRT2, 12)
    expect(bisect((x) => 1 - x ** 3, 0, 9).value).toBeCloseTo(1, 12)
    expect(bisect((x) => x, 0, 5)).toEqual({ value: 0, residual: 0, found: true })
    expect(bisect((x) => x - 5, 0, 5)).toEqual({ value: 5, residual: 0, found: true })
  })

  test('without a change of sign it gives the nearer end', () => {
    expect(bisect((x) => x + 1, 0, 5)).toEqual({ value: 0, residual: 1, found: false })
    expect(bisect((x) => x - 9, 0, 5)).toEqual({ value: 5, residual: -4, found: false })
  })
})
