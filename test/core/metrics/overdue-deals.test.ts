import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { overdueDeals } from '#core/metrics/overdue-deals'
import { runMetric, type Answer } from '#core/metrics/run'

const run = (grid: Grid, args: Record<string, unknown> = {}): Answer =>
  runMetric(overdueDeals, { tables: { deals: { name: 'Deals', grid } }, today: 45382 }, args)

const ids = (answer: Answer): unknown[] => (answer.ok ? answer.rows.map((row) => row['id']) : [answer.reason])

const header = ['Deal ID', 'Status', 'Close date', 'Amount']
const due = (id: Cell, amount: Cell, status = 'open', close: Cell = '2024-03-30'): Cell[] => [id, status, close, amount]

describe('OVERDUE_DEALS', () => {
  test('lists open deals alone: won, lost and paused ones are never overdue', () => {
    const grid = [header, due('A', 1), due('B', 1, 'won'), due('C', 1, 'lost'), due('D', 1, 'on hold')]
    expect(ids(run(grid))).toEqual(['A'])
  })

  test('lists the largest first, equal values by ID, blank ones last, whatever the order of the rows', () => {
    const rows = [due('C', 5), due('A', null), due('B', 5), due('D', -7), due('E', 90)]
    expect(ids(run([header, ...rows]))).toEqual(['E', 'B', 'C', 'D', 'A'])
    expect(ids(run([header, ...[...rows].reverse()]))).toEqual(['E', 'B', 'C', 'D', 'A'])
  })

  test('top gives the head of the same list, and says how many there are', () => {
    const answer = run([header, due('C', 5), due('A', null), due('B', 5), due('E', 90)], { top: 2 })
    expect(ids(answer)).toEqual(['E', 'B'])
    expect(answer).toMatchObject({ notes: ['The 2 largest of 4 deals are listed.'] })
  })

  test('a time of day does not make a deal that is due today overdue (T2)', () => {
    expect(ids(run([header, due('A', 1, 'open', 45382.75), due('B', 1, 'open', 45381.99)]))).toEqual(['B'])
  })

  test('lines of one deal are one deal, worth their sum', () => {
    const grid = [header, due('A', 10), due('A', 15), due('B', 20)]
    expect(ids(run(grid))).toEqual(['A', 'B'])
    expect(run(grid, { mode: 'count' })).toMatchObject({ rows: [{ count: 2 }], scalar: 'count' })
    expect(run(grid, { mode: 'value' })).toMatchObject({ rows: [{ value: 45 }], scalar: 'value' })
  })

  test('the list and the count need no amounts; their value does', () => {
    const grid = [
      ['Deal ID', 'Status', 'Close date'],
      ['A', 'open', '2024-03-01'],
    ]
    expect(ids(run(grid))).toEqual(['A'])
    expect(run(grid, { mode: 'count' })).toMatchObject({ rows: [{ count: 1 }] })
    expect(run(grid, { mode: 'value' })).toMatchObject({ ok: false, missing: { table: 'deals', field: 'amount' } })
  })

  test('an amount that cannot be read stops the list, and not the count', () => {
    const grid = [header, due('A', 'lots')]
    expect(run(grid)).toMatchObject({ ok: false, code: 'unreadable' })
    expect(run(grid, { mode: 'count' })).toMatchObject({ ok: true, rows: [{ count: 1 }] })
  })

  test('without a column of close dates there is no answer', () => {
    expect(
      ids(
        run([
          ['Deal ID', 'Status'],
          ['A', 'open'],
        ]),
      ),
    ).toEqual([expect.stringContaining('Close date')])
  })

  test.each([
    [{ mode: 'sum' }, 'mode is "sum"; it can be list or count or value.'],
    [{ top: 0 }, 'top is 0; it must be a whole number of 1 or more.'],
    [{ top: 1.5 }, 'top is 1.5; it must be a whole number of 1 or more.'],
    [{ days: 3 }, 'OVERDUE_DEALS has no argument "days".'],
  ])('refuses %j', (args, reason) => {
    expect(ids(run([header, due('A', 1)], args))).toEqual([expect.stringContaining(reason)])
  })
})
