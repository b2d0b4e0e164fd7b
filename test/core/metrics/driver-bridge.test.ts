import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { driverBridge } from '#core/metrics/driver-bridge'
import { ask, cells } from './ask.ts'

const effects = (args: Record<string, unknown>): unknown => cells(ask(driverBridge, {}, args), 'driver', 'effect')

const seed = 20_260_110

describe('DRIVER_BRIDGE', () => {
  test('five factors have the names of the chain from heads to deal size', () => {
    expect(effects({ before: '1,2,3,4,5', after: '1,2,3,4,5' })).toEqual([
      ['Heads', 0],
      ['Meetings per head', 0],
      ['Meeting to opportunity', 0],
      ['Win rate', 0],
      ['Deal size', 0],
      ['Total', 0],
    ])
  })

  test(`the effects add up to the change, with and without zeros (seed ${seed})`, () => {
    const factors = fc.array(fc.record({ a: fc.integer({ min: 0, max: 50 }), b: fc.integer({ min: 0, max: 50 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(factors, (all) => {
        const found = effects({ before: [all.map(({ a }) => a)], after: [all.map(({ b }) => b)] })
        const values = (found as readonly (readonly [string, number])[]).map(([, effect]) => effect)
        const total = values.at(-1) ?? NaN
        const sum = values.slice(0, -1).reduce((all, value) => all + value, 0)
        expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(total)))
      }),
      { seed, numRuns: 200 },
    )
  })

  test.each([
    [
      { after: '1' },
      'argument: before is missing: give a range, or numbers with commas, such as 10,40,0.4,0.25,50000.',
    ],
    [{ before: '1' }, 'argument: after is missing'],
  ])('refuses %j', (args, reason) => {
    expect(effects(args)).toContain(reason)
  })
})
