import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { rolldown } from '#core/metrics/rolldown'
import { ask, cells } from './ask.ts'

const targets = (args: Record<string, unknown>): unknown => cells(ask(rolldown, {}, args), 'child', 'target')

const seed = 20_260_107

describe('ROLLDOWN', () => {
  test('without weights all get the same, and names may hold commas where they come from cells', () => {
    expect(targets({ parent: 10, children: [['Blythe, Michael'], ['Mitchell, Linda']] })).toEqual([
      ['Blythe, Michael', 5],
      ['Mitchell, Linda', 5],
    ])
  })

  test('over-assignment of two levels compounds: 3% and 5% are 8.15%', () => {
    const [[, manager] = []] = targets({ parent: 100, children: 'M', over: 0.03 }) as readonly (readonly unknown[])[]
    const [[, seller] = []] = targets({ parent: manager, children: 'S', over: 0.05 }) as readonly (readonly unknown[])[]
    expect(seller).toBeCloseTo(108.15, 10)
  })

  test(`the sum is the parent to the smallest unit, and nobody leaves floor or cap (seed ${seed})`, () => {
    const people = fc.array(
      fc.record({ weight: fc.integer({ min: 1, max: 99 }), cap: fc.integer({ min: 500, max: 900 }) }),
      {
        minLength: 2,
        maxLength: 9,
      },
    )
    fc.assert(
      fc.property(people, fc.integer({ min: 100, max: 1_000 }), (all, parent) => {
        const args = {
          parent,
          weights: [all.map(({ weight }) => weight)],
          caps: [all.map(({ cap }) => cap)],
          floors: [all.map(() => 1)],
          step: 1,
        }
        const found = targets(args) as readonly (readonly [string, number])[]
        expect(found.reduce((sum, [, target]) => sum + target, 0)).toBe(parent)
        found.forEach(([, target], i) => {
          expect(target).toBeGreaterThanOrEqual(1)
          expect(target).toBeLessThanOrEqual(all[i]?.cap ?? 0)
        })
      }),
      { seed, numRuns: 200 },
    )
  })

  test.each([
    [{ weights: '1,1' }, 'argument: parent is missing: give a number, such as 1000000.'],
    [
      { parent: 1, children: 'A,B', weights: '1,1,1', locks: '1' },
      'argument: locks has 1 values for 3 rows; give one for each, blank where there is none.',
    ],
    [
      { parent: 10, children: 'A,B', caps: '4,5' },
      'no-answer: The caps leave room for 9 of the 10 to share out. Raise a cap, or lower the parent.',
    ],
    [{ parent: 10, children: 'A,B', weights: '-1,1' }, 'argument: The weight of A is -1; write 0 or more.'],
  ])('refuses %j', (args, reason) => {
    expect(targets(args)).toBe(reason)
  })
})
