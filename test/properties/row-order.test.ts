import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Grid } from '#core/cells/grid'
import { pipeline } from '#core/metrics/pipeline'
import { winRate } from '#core/metrics/win-rate'
import { ask, dealRows, figures } from './deal-rows.ts'

/** Rows, and the same rows in another order. */
const shuffled = dealRows.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })),
)

/** Each deal in two lines with half of its amount each; a blank stays a blank. */
const inLines = (rows: Grid): Grid =>
  rows.flatMap((row) => {
    const amount = row[5]
    const half = typeof amount === 'number' ? amount / 2 : null
    return [0, 1].map(() => row.map((cell, column) => (column === 5 ? half : cell)))
  })

const everyWay = [{}, { by: 'owner' }, { by: 'owner,month' }, { period: '2024-Q2' }, { by: 'product', period: '2024' }]

describe('the order of the rows never matters', () => {
  test.each(everyWay)('to WIN_RATE with %j (seed 71)', (args) => {
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(figures(ask(winRate, others, args))).toEqual(figures(ask(winRate, rows, args)))
      }),
      { seed: 71 },
    )
  })

  test.each(everyWay)('to PIPELINE with %j (seed 72)', (args) => {
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(figures(ask(pipeline, others, args))).toEqual(figures(ask(pipeline, rows, args)))
      }),
      { seed: 72 },
    )
  })

  test('nor does it matter where the lines of a deal stand (D1, seed 73)', () => {
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        for (const metric of [winRate, pipeline])
          for (const args of [{}, { by: 'owner' }])
            expect(figures(ask(metric, inLines(others), args))).toEqual(figures(ask(metric, rows, args)))
      }),
      { seed: 73 },
    )
  })
})
