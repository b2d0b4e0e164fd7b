import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Grid } from '#core/cells/grid'
import { pipeline } from '#core/metrics/pipeline'
import { winRate } from '#core/metrics/win-rate'
import { ask, dealRows, figures, openRows } from './deal-rows.ts'

const worth = (rows: Grid): number => {
  const answer = ask(pipeline, rows)
  if (!answer.ok) throw new Error(answer.reason)
  return Number(answer.rows[0]?.['value'])
}

describe('adding open deals', () => {
  test.each([{}, { by: 'owner' }, { by: 'quarter' }, { period: '2024-Q3' }, { unit: 'value' }, { min_amount: 500 }])(
    'never changes a win rate, with %j (W2, seed 74)',
    (args) => {
      fc.assert(
        fc.property(dealRows, openRows, (rows, more) => {
          expect(figures(ask(winRate, [...rows, ...more], args))).toEqual(figures(ask(winRate, rows, args)))
        }),
        { seed: 74 },
      )
    },
  )

  test('adds to PIPELINE what they are worth, a blank amount nothing (D5, seed 75)', () => {
    fc.assert(
      fc.property(dealRows, openRows, (rows, more) => {
        const added = more.reduce((sum, row) => sum + Number(row[5] ?? 0), 0)
        expect(worth([...rows, ...more])).toBe(worth(rows) + added)
      }),
      { seed: 75 },
    )
  })
})
