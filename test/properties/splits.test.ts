import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Grid } from '#core/cells/grid'
import { pipeline } from '#core/metrics/pipeline'
import { winRate } from '#core/metrics/win-rate'
import { ask, dealRows } from './deal-rows.ts'
import type { Metric } from '#core/metrics/define'

/** What an answer's column adds up to. */
const sum = (metric: Metric, rows: Grid, column: string, args: Record<string, unknown>): number => {
  const answer = ask(metric, rows, args)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.rows.reduce((total, row) => total + Number(row[column]), 0)
}

const ways = ['owner', 'product', 'stage', 'month', 'owner,quarter']

describe('the parts of a split add up to the whole', () => {
  test.each(ways)('of PIPELINE by %s (seed 76)', (by) => {
    fc.assert(
      fc.property(dealRows, fc.constantFrom(null, '2024-Q3', '2024'), (rows, period) => {
        for (const column of ['count', 'value'])
          expect(sum(pipeline, rows, column, { by, period })).toBe(sum(pipeline, rows, column, { period }))
      }),
      { seed: 76 },
    )
  })

  test.each(ways)('of won and lost deals by %s (seed 77)', (by) => {
    fc.assert(
      fc.property(dealRows, (rows) => {
        for (const column of ['won', 'lost', 'n'])
          expect(sum(winRate, rows, column, { by })).toBe(sum(winRate, rows, column, {}))
      }),
      { seed: 77 },
    )
  })

  test('of PIPELINE by scope: each owner, and the deals of nobody (seed 78)', () => {
    fc.assert(
      fc.property(dealRows, (rows) => {
        const owners = [...new Set(rows.map((row) => row[3]))].filter((owner) => typeof owner === 'string')
        const parts = owners.map((scope) => sum(pipeline, rows, 'value', { scope }))
        const nobodys = rows.filter((row) => row[3] === null && row[2] === 'Open').map((row) => Number(row[5] ?? 0))
        const total = [...parts, ...nobodys].reduce((a, b) => a + b, 0)
        expect(total).toBe(sum(pipeline, rows, 'value', {}))
      }),
      { seed: 78 },
    )
  })
})
