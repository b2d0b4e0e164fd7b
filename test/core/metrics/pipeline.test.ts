import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { pipeline } from '#core/metrics/pipeline'
import { runMetric } from '#core/metrics/run'

const run = (grid: Grid, args: Record<string, unknown> = {}, stages: Grid | null = null) =>
  runMetric(
    pipeline,
    {
      tables: {
        deals: { name: 'Deals', grid },
        ...(stages === null ? {} : { stages: { name: 'Stages', grid: stages } }),
      },
      today: 45382,
    },
    args,
  )

const header = ['Deal ID', 'Stage', 'Amount', 'Close date', 'Owner']

describe('PIPELINE', () => {
  test('counts deals without a close date in all, and in no period (P2)', () => {
    const grid: Grid = [header, ['1', 'Demo', 5, null, 'A'], ['2', 'Demo', 7, '2024-04-15', 'A']]
    expect(run(grid)).toMatchObject({ rows: [{ count: 2, value: 12 }] })
    expect(run(grid, { period: '2024-04' })).toMatchObject({ rows: [{ count: 1, value: 7 }] })
  })

  test('leaves deals on hold out: they are neither open nor closed (D3)', () => {
    const stages: Grid = [
      ['Stage', 'Order', 'Type'],
      ['Demo', 1, 'open'],
      ['Paused', 2, 'onhold'],
    ]
    const grid: Grid = [header, ['1', 'Demo', 5, null, 'A'], ['2', 'Paused', 7, null, 'A']]
    expect(run(grid, {}, stages)).toMatchObject({ rows: [{ count: 1, value: 5 }] })
  })

  test('takes negative amounts as credit notes (D5)', () => {
    expect(run([header, ['1', 'Demo', 5, null, 'A'], ['2', 'Demo', -2, null, 'A']])).toMatchObject({
      rows: [{ count: 2, value: 3 }],
    })
  })

  test('is 0 deals worth 0 where nothing is open: that is an answer', () => {
    expect(run([header, ['1', 'Won', 5, '2024-01-01', 'A']])).toMatchObject({
      ok: true,
      rows: [{ count: 0, value: 0 }],
    })
  })

  test('by month names deals without a date', () => {
    const answer = run(tenDeals, { by: 'month' })
    expect(answer.ok && answer.rows.map(({ month, count }) => [month, count])).toEqual([
      ['(none)', 1],
      ['2024-03', 1],
      ['2024-04', 2],
      ['2024-09', 1],
    ])
  })

  test('shows only groups that have open deals', () => {
    const answer = run([header, ['1', 'Won', 5, '2024-01-01', 'A'], ['2', 'Demo', 5, null, 'B']], { by: 'owner' })
    expect(answer.ok && answer.rows).toEqual([{ owner: 'B', count: 1, value: 5 }])
  })
})
