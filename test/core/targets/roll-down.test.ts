import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { besideProposals, reconcile, ruleOf } from '#core/targets/reconcile'
import { blendWeights, compound, rollDown, type Child } from '#core/targets/roll-down'

const child = (weight: number | null, rest: Partial<Child> = {}): Child => ({
  name: 'A',
  weight,
  locked: null,
  floor: null,
  cap: null,
  ...rest,
})
const targetsOf = (...given: Parameters<typeof rollDown>): readonly number[] =>
  rollDown(...given).map(({ target }) => target)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('rollDown', () => {
  test('€25.75m × 1.05 over ramps 1, 1, 1, 0.5, 0.25 is 7.210 three times, 3.605 and 1.803', () => {
    const shared = targetsOf(
      25.75e6,
      [1, 1, 1, 0.5, 0.25].map((weight) => child(weight)),
      { over: 0.05, step: 1 },
    )
    expect(shared.map((value) => Math.round(value / 1e3) / 1e3)).toEqual([7.21, 7.21, 7.21, 3.605, 1.803])
    expect(sum(shared)).toBe(27_037_500)
  })

  test('3% at one level and 5% at the next are 8.15%', () => {
    expect(compound([0.03, 0.05])).toBeCloseTo(0.0815, 12)
  })

  test('what is locked stays, 0 included, and the others share the rest by their weights', () => {
    const children = [child(1, { locked: 0 }), child(5, { locked: 40 }), child(1), child(3), child(0)]
    expect(targetsOf(100, children)).toEqual([0, 40, 15, 45, 0])
  })

  test('a blank weight is as much as the others have on average', () => {
    expect(targetsOf(100, [child(1), child(3), child(null)])).toEqual([100 / 6, 50, 100 / 3])
  })

  test('what a cap cuts off goes to the others, and a floor is taken from them', () => {
    expect(targetsOf(100, [child(2, { cap: 30 }), child(1), child(1, { floor: 45 })])).toEqual([30, 25, 45])
    expect(targetsOf(90, [child(1, { cap: 10 }), child(1, { cap: 30 }), child(1)])).toEqual([10, 30, 50])
  })

  test('where there is no room, what takes it is named', () => {
    expect(() => rollDown(100, [child(1, { locked: 120 }), child(1)])).toThrow('What is locked adds up to 120')
    expect(() => rollDown(100, [child(1, { locked: 20 })])).toThrow('Everything is locked')
    expect(() => rollDown(100, [child(1, { cap: 20 }), child(1, { cap: 30 })])).toThrow('The caps leave room for 50')
    expect(() => rollDown(100, [child(1, { floor: 80 }), child(1, { floor: 30 })])).toThrow('The floors add up to 110')
    expect(() => rollDown(100, [child(0), child(0)])).toThrow('weights of all that are not locked are 0')
    expect(() => rollDown(100, [child(-1)])).toThrow('The weight of A is -1')
    expect(() => rollDown(100, [child(1, { floor: 3, cap: 2 })])).toThrow('floor of A is 3, above its cap')
  })

  test('is exact to the cent and keeps floors, caps and locks (seed 621)', () => {
    const amount = fc.integer({ min: 0, max: 400_000 })
    const any = fc.record({
      weight: fc.option(fc.integer({ min: 0, max: 20 })),
      locked: fc.option(amount, { freq: 3 }),
      floor: fc.option(amount, { freq: 3 }),
      cap: fc.option(amount, { freq: 3 }),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5e6 }),
        fc.array(any, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(1, 100),
        (total, list, step) => {
          const children = list.map((each) =>
            child(each.weight, { locked: each.locked, floor: each.floor, cap: each.cap }),
          )
          let shared: readonly number[]
          try {
            shared = targetsOf(total / 100, children, { step: step / 100 })
          } catch (error) {
            expect(String(error)).toMatch(/locked|floor|cap|weights/)
            return
          }
          expect(Math.round(sum(shared) * 100)).toBe(total)
          shared.forEach((value, i) => {
            const { locked, floor, cap } = children[i] ?? child(1)
            if (locked !== null) return expect(value).toBe(locked)
            expect(value).toBeGreaterThanOrEqual((floor ?? 0) - 1e-6)
            expect(value).toBeLessThanOrEqual((cap ?? Infinity) + 1e-6)
          })
        },
      ),
      { seed: 621, numRuns: 500 },
    )
  })

  test('a blend counts each kind by its part', () => {
    expect(
      blendWeights([
        { part: 0.5, weights: [1, 3] },
        { part: 0.5, weights: [2, 2] },
      ]),
    ).toEqual([0.375, 0.625])
    expect(() => blendWeights([])).toThrow('one kind of weights')
  })
})

describe('reconcile', () => {
  test('adds volumes up and shows over- and under-assignment', () => {
    expect(reconcile('sum', 100, [{ value: 60 }, { value: 45 }])).toMatchObject({
      children: 105,
      difference: 5,
      over: 0.05,
    })
    expect(reconcile('sum', 100, [{ value: 60 }, { value: null }])).toMatchObject({ over: -0.4, missing: 1 })
  })

  test('weighs rates by volume: 25% of 100 and 50% of 300 are 43.75%', () => {
    const children = [
      { value: 0.25, volume: 100 },
      { value: 0.5, volume: 300 },
    ]
    expect(reconcile('rate', 0.4, children)).toMatchObject({ children: 0.4375 })
    expect(reconcile('rate', 0.4, []).children).toBeNaN()
  })

  test('knows which measures are rates', () => {
    expect(['sales', 'Win rate', 'avg_deal', 'meetings'].map(ruleOf)).toEqual(['sum', 'rate', 'rate', 'sum'])
  })

  test('a proposal that is blank is not one of 0', () => {
    const targets = [
      { name: 'Ann', target: 10 },
      { name: 'Bo', target: 20 },
    ]
    expect(besideProposals(targets, new Map([['Ann', 0]]))).toEqual([
      { name: 'Ann', target: 10, proposed: 0, gap: -10 },
      { name: 'Bo', target: 20, proposed: null, gap: null },
    ])
  })
})
