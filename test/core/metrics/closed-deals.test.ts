import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { closedDeals } from '#core/metrics/closed-deals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { runMetric } from '#core/metrics/run'

const run = (grid: Grid, args: Record<string, unknown> = {}) =>
  runMetric(closedDeals, { tables: { deals: { name: 'Deals', grid } }, today: 45382 }, args)

const ids = (grid: Grid, args: Record<string, unknown> = {}): unknown[] => {
  const answer = run(grid, args)
  return answer.ok ? answer.rows.map((row) => row['id']) : [answer.reason]
}

describe('CLOSED_DEALS', () => {
  test('lists won deals before lost ones, the largest first, equal ones by ID', () => {
    const header = ['Deal ID', 'Status', 'Close date', 'Amount']
    const rows = [
      ['B', 'Lost', '2024-01-01', 900],
      ['C', 'Won', '2024-01-01', 5],
      ['A', 'Won', '2024-01-01', 5],
      ['D', 'Won', '2024-01-01', null],
      ['E', 'Open', '2024-01-01', 50],
    ]
    expect(ids([header, ...rows])).toEqual(['A', 'C', 'D', 'B'])
    expect(ids([header, ...[...rows].reverse()])).toEqual(['A', 'C', 'D', 'B'])
  })

  test('without a period every closed deal is listed', () => {
    expect(ids(tenDeals)).toEqual(['D10', 'D1', 'D2', 'D3', 'D4'])
  })

  test('an impossible cycle is counted, never shown as a number', () => {
    expect(run(tenDeals)).toMatchObject({
      notes: ['Deals closed before they were created, whose days are left blank: 1.'],
    })
  })

  test('lists the won or the lost ones alone where they are asked for', () => {
    expect(ids(tenDeals, { outcome: 'won' })).toEqual(['D10', 'D1', 'D2'])
    expect(ids(tenDeals, { outcome: 'lost' })).toEqual(['D3', 'D4'])
  })

  test('a deal closed on the day of its creation took 0 days; without that day the days are blank', () => {
    const answer = run([
      ['Deal ID', 'Status', 'Created', 'Close date', 'Lost reason', 'Competitor'],
      ['A', 'Won', '2024-01-01 09:30', '2024-01-01', null, null],
      ['B', 'Lost', null, '2024-01-05', 'Price', 'Rival Ltd'],
    ])
    expect(answer).toMatchObject({
      ok: true,
      notes: [],
      rows: [
        { outcome: 'Won', cycle: 0, reason: '', competitor: '' },
        { outcome: 'Lost', cycle: null, reason: 'Price', competitor: 'Rival Ltd' },
      ],
    })
  })

  test('works without amounts, owners and reasons', () => {
    expect(
      ids([
        ['Deal ID', 'Status', 'Close date'],
        ['A', 'Lost', '2024-01-01'],
      ]),
    ).toEqual(['A'])
  })

  test('needs a close date', () => {
    expect(
      ids([
        ['Deal ID', 'Status'],
        ['A', 'Lost'],
      ]),
    ).toEqual([expect.stringContaining('has no column for Close date')])
  })
})
