import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { touchedDeals } from '#core/metrics/examples/touched-deals'
import { runMetric, type Answer } from '#core/metrics/run'
import { staleDeals } from '#core/metrics/stale-deals'
import type { TableName } from '#core/dataset/tables/index'

const asOf = 45382

const run = (given: Partial<Record<TableName, Grid>>, args: Record<string, unknown> = {}, settings = {}): Answer =>
  runMetric(
    staleDeals,
    {
      tables: Object.fromEntries(Object.entries(given).map(([name, grid]) => [name, { name, grid }])),
      today: asOf,
      settings,
    },
    args,
  )

const ids = (answer: Answer): unknown[] => (answer.ok ? answer.rows.map((row) => row['id']) : [answer.reason])
const notes = (answer: Answer): readonly string[] => (answer.ok ? answer.notes : [answer.reason])

const header = ['Deal ID', 'Status', 'Stage', 'Created', 'Last modified']
const deal = (id: string, modified: Cell, created: Cell = null, status = 'open', stage = 'Talk'): Cell[] => [
  id,
  status,
  stage,
  created,
  modified,
]

describe('STALE_DEALS', () => {
  test('the boundary counts, whatever the time of day of the touch (T1)', () => {
    const rows = [deal('A', asOf - 60), deal('B', asOf - 60 + 0.99), deal('C', asOf - 59)]
    expect(ids(run({ deals: [header, ...rows] }))).toEqual(['A', 'B'])
  })

  test('a touch after the as-of day is no reason to be stale', () => {
    expect(ids(run({ deals: [header, deal('A', asOf + 400)] }))).toEqual([])
  })

  test('only open deals are stale', () => {
    const rows = ['open', 'won', 'lost', 'on hold'].map((status, i) => deal(`d${i}`, asOf - 90, null, status))
    expect(ids(run({ deals: [header, ...rows] }))).toEqual(['d0'])
  })

  test('a deal without any date cannot be judged, and is counted', () => {
    const answer = run({ deals: [header, deal('A', null), deal('B', asOf - 70), deal('C', null, asOf - 80)] })
    expect(ids(answer)).toEqual(['B', 'C'])
    expect(notes(answer)).toEqual([
      'Open deals with neither an update nor a date of creation, which cannot be judged: 1.',
    ])
  })

  test('a column that is absent, or blank throughout, gives no answer and is named', () => {
    expect(run({ deals: [header, deal('A', null, asOf - 90)] })).toMatchObject({ ok: false, code: 'missing-column' })
    expect(run({ deals: tenDeals }, { basis: 'stage' })).toMatchObject({ missing: { field: 'last_stage_change' } })
    expect(run({ deals: tenDeals }, { basis: 'activity' })).toMatchObject({ missing: { field: 'last_activity' } })
    expect(run({ deals: tenDeals }, { spare_future: true })).toMatchObject({ missing: { field: 'next_activity' } })
  })

  test('any touch does with the columns that are there', () => {
    expect(ids(run({ deals: tenDeals }, { basis: 'any' }))).toEqual(['D5', 'D8'])
  })

  test('a cell that cannot be read in a column that is not asked for does not matter', () => {
    const deals = [
      ['Deal ID', 'Status', 'Last modified', 'Last activity'],
      ['A', 'open', asOf - 90, 'never'],
    ]
    expect(ids(run({ deals }))).toEqual(['A'])
    expect(run({ deals }, { basis: 'activity' })).toMatchObject({ ok: false, code: 'unreadable' })
  })

  test('activities that are planned, cancelled or of the system are no touch', () => {
    const deals = [['Deal ID', 'Status', 'Created'], ...['A', 'B', 'C', 'D'].map((id) => [id, 'open', asOf - 90])]
    const activities = [
      ['Deal ID', 'Date', 'Owner', 'Type', 'Done', 'Cancelled'],
      ['A', asOf - 1, 'Ann', 'Call', true, false],
      ['B', asOf - 1, 'Ann', 'Call', false, false],
      ['C', asOf - 1, 'Ann', 'Call', true, true],
      ['D', asOf - 1, 'Ann', 'Robot', true, false],
    ]
    const settings = { activity_types: 'Robot=system' }
    expect(ids(run({ deals, activities }, { basis: 'activity' }, settings))).toEqual(['B', 'C', 'D'])
  })

  test('a bulk update is left out on request alone, and said', () => {
    expect(ids(run({ deals: touchedDeals }))).toEqual(['S5', 'S4'])
    expect(notes(run({ deals: touchedDeals }, { ignore_bulk: true }))).toContain(
      '50% of the updates were made at 2024-03-01 02:00: they count as a bulk update and are left out.',
    )
  })

  test('exactly 30% in one minute, or a single record, is no bulk update', () => {
    const three = Array.from({ length: 10 }, (_, i) => deal(`d${i}`, asOf - (i < 3 ? 1 : 2 + i), asOf - 90))
    expect(ids(run({ deals: [header, ...three] }, { ignore_bulk: true }))).toEqual([])
    const four = Array.from({ length: 10 }, (_, i) => deal(`d${i}`, asOf - (i < 4 ? 1 : 2 + i), asOf - 90))
    expect(ids(run({ deals: [header, ...four] }, { ignore_bulk: true }))).toEqual(['d0', 'd1', 'd2', 'd3'])
    expect(ids(run({ deals: [header, deal('A', asOf - 1, asOf - 90)] }, { ignore_bulk: true }))).toEqual([])
  })

  test('an activity in exactly 30 days spares a deal, one in 31 days or in the past does not', () => {
    const deals = [
      [...header, 'Next activity'],
      ...[-1, 0, 30, 31].map((days) => [...deal(`d${days}`, asOf - 90), asOf + days]),
    ]
    expect(ids(run({ deals }, { spare_future: true }))).toEqual(['d-1', 'd31'])
    expect(ids(run({ deals }))).toHaveLength(4)
  })

  test('a stage without days of its own has those of the setting', () => {
    const stages = [
      ['Stage', 'Order', 'Type', 'Stale days'],
      ['Talk', 1, 'open', null],
      ['Deal', 2, 'open', 10],
    ]
    const rows = [deal('A', asOf - 20), deal('B', asOf - 20, null, 'open', 'Deal'), deal('C', asOf - 30)]
    expect(ids(run({ deals: [header, ...rows], stages }, {}, { stale_days: 30 }))).toEqual(['B', 'C'])
  })

  test.each([
    [{ days: -1 }, 'days is -1; it must be a whole number of 0 or more.'],
    [{ basis: 'mood' }, 'basis is "mood"; it can be modified or activity or stage or any.'],
    [{ spare_future: 'maybe' }, 'spare_future is "maybe"; it can be TRUE or FALSE.'],
  ])('refuses %j', (args, reason) => {
    expect(ids(run({ deals: tenDeals }, args))).toEqual([expect.stringContaining(reason)])
  })
})
