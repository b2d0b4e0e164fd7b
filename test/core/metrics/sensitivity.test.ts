import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hundredMillion, paramGrid } from '#core/metrics/examples/whitepaper'
import { sensitivity } from '#core/metrics/sensitivity'
import { ask, cells } from './ask.ts'

const params = paramGrid(hundredMillion)
const asked = (args: Record<string, unknown>, ...keys: readonly string[]): unknown =>
  cells(ask(sensitivity, { params }, args), ...keys)

const seed = 20_260_109

describe('SENSITIVITY', () => {
  test('names what binds at the worse end', () => {
    const found = cells(
      ask(sensitivity, { params: paramGrid({ ...hundredMillion, capacity: 40 }) }),
      'parameter',
      'binding',
    )
    expect(found).toContainEqual(['win_rate', 'capacity'])
  })

  test('meetings per opportunity move only a part of all meetings', () => {
    expect(asked({}, 'parameter', 'low', 'high')).toContainEqual([
      'progress_meetings',
      expect.closeTo(38_000, 6),
      expect.closeTo(42_000, 6),
    ])
  })

  test(`a bar is what the model gives with that value (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.9, noNaN: true }), (step) => {
        const bars = asked({ output: 'deals', step }, 'parameter', 'low', 'high')
        expect(bars).toContainEqual([
          'avg_deal',
          expect.closeTo(2_000 / (1 - step), 6),
          expect.closeTo(2_000 / (1 + step), 6),
        ])
      }),
      { seed, numRuns: 50 },
    )
  })

  test.each([
    [
      { by_error: true },
      'no-answer: Params state no standard error of a parameter. Fill in that column, or leave by_error out.',
    ],
    [
      { output: 'hours' },
      'no-answer: Selling hours cannot be worked out, or nothing in Params moves it: give what it takes.',
    ],
    [{ output: 'luck' }, 'argument: output is "luck"; it can be deals or opportunities or'],
    [
      { down: 'win_rate' },
      'argument: down_values is missing: give a range, or numbers with commas, such as 0.2,0.25,0.3.',
    ],
    [
      { down: 'win_rate', down_values: '0.2', across_values: '1' },
      'argument: across is missing: give a parameter, such as win_rate or North.win_rate.',
    ],
    [
      { down: 'win_rate', down_values: new Array(22).fill(0.2).join(','), across: 'avg_deal', across_values: '1' },
      'argument: A grid has at most 21 × 21 cells; ask for fewer values.',
    ],
  ])('refuses %j', (args, reason) => {
    expect(asked(args)).toContain(reason)
  })
})
