import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { phase } from '#core/metrics/phase'
import { ask, cells } from './ask.ts'

const targets = (args: Record<string, unknown>, settings: Record<string, unknown> = {}): unknown =>
  cells(ask(phase, {}, args, settings), 'target')

const seed = 20_260_106

describe('PHASE', () => {
  test('without weights every month gets the same, and has the name of the fiscal year it lies in', () => {
    const answer = ask(phase, {}, { total: 1_200 }, { fiscal_start_month: 7 })
    expect(cells(answer, 'label', 'target')).toHaveLength(12)
    expect(cells(answer, 'label', 'target')).toContainEqual(['2023-07', 100])
  })

  test('weights may stand in a range, as a row or a column, with the comma of a decimal, or as percentages', () => {
    const expected = [[1.5], [2.5]]
    expect(targets({ total: 4, weights: [[1.5, 2.5]] })).toEqual(expected)
    expect(targets({ total: 4, weights: [[1.5], [2.5]] })).toEqual(expected)
    expect(targets({ total: 4, weights: '1,5; 2,5' })).toEqual(expected)
    expect(targets({ total: 4, weights: '37.5%, 62.5 %' })).toEqual(expected)
  })

  test('by days, a leap February has 29 of 366', () => {
    expect(targets({ total: 366, weights: 'days', year: 2024 })).toContainEqual([expect.closeTo(29, 10)])
  })

  test('a 53rd week of a year of weeks belongs to its last period', () => {
    const settings = { calendar: '454', fiscal_start_month: 2, fiscal_name: 'start', week_start: 'sunday' }
    expect(targets({ total: 53, weights: 'days', year: 2023 }, settings)).toEqual(
      [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5].map((weeks) => [expect.closeTo(weeks, 12)]),
    )
  })

  test('weights and history together are multiplied', () => {
    expect(
      targets({ total: 30, weights: '1,1,1,1,1,1,1,1,1,1,1,2', history: '1,1,1,1,1,1,1,1,1,1,1,2' }),
    ).toContainEqual([8])
  })

  test(`whatever the weights and the step, the sum is the total (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc
          .array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 12 })
          .filter((all) => all.some((w) => w > 0)),
        fc.constantFrom(1, 10, 100),
        (total, weights, step) => {
          const found = targets({ total, weights: [weights], step }) as readonly (readonly [number])[]
          expect(found.reduce((sum, [value]) => sum + value, 0)).toBe(total)
        },
      ),
      { seed, numRuns: 200 },
    )
  })

  test.each([
    [{}, 'argument: total is missing: give a number, such as 1000000.'],
    [{ total: 1, weights: '1,x' }, 'argument: weights: number 2 is "x"; write a number, such as 6.5.'],
    [
      { total: 1, weights: '0,0' },
      'no-answer: weights are all 0, so nothing can be shared out by them. Write one above 0.',
    ],
    [{ total: 1, weights: [[1, { fault: '#N/A' }]] }, 'argument: weights has #N/A in it; correct that cell first.'],
    [
      { total: 1, weights: '1,1,1', quarters: '1,,,' },
      'argument: quarters: 3 periods are no four quarters. Leave quarters out.',
    ],
    [
      { total: 1, quarters: '1,1' },
      'argument: quarters has 2 values for 4 rows; give one for each, blank where there is none.',
    ],
    [{ total: 1, quarters: '1,1,,' }, 'no-answer: What is set by hand adds up to 2, more than the total of 1.'],
  ])('refuses %j', (args, reason) => {
    expect(targets(args)).toBe(reason)
  })
})
