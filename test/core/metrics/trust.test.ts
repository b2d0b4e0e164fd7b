import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import type { TableName } from '#core/dataset/tables/index'
import { monthStartDeals, monthStarts } from '#core/metrics/examples/month-starts'
import { tenDeals, tenDealStages } from '#core/metrics/examples/ten-deals'
import { runMetric, type Answer } from '#core/metrics/run'
import { trust } from '#core/metrics/trust'

const asOf = 45382 // 2024-03-31

type Settings = Readonly<Record<string, unknown>>

const run = (
  given: Partial<Record<TableName, Grid>>,
  args: Record<string, unknown> = {},
  settings: Settings = {},
): Answer =>
  runMetric(
    trust,
    {
      tables: Object.fromEntries(Object.entries(given).map(([name, grid]) => [name, { name, grid }])),
      today: asOf,
      settings,
    },
    args,
  )

const rowOf = (answer: Answer, check: string) =>
  answer.ok ? answer.rows.find((row) => row['check'] === check) : { failed: answer.reason }
const statusOf = (answer: Answer, check: string): unknown => rowOf(answer, check)?.['status']

const header = ['Deal ID', 'Status', 'Close date', 'Amount', 'Owner']
const deal = (id: string, daysLate: number, amount: Cell = 100, owner = 'Ann'): Cell[] => [
  id,
  'open',
  asOf - daysLate,
  amount,
  owner,
]
const dealsWith = (late: number, punctual: number): Grid => [
  header,
  ...Array.from({ length: late }, (_, i) => deal(`late${i}`, 9)),
  ...Array.from({ length: punctual }, (_, i) => deal(`due${i}`, 0)),
]

describe('TRUST', () => {
  test.each([
    [0, 20, 'OK'],
    [1, 39, 'Watch'],
    [1, 19, 'Watch'],
    [2, 37, 'Fix'],
  ])(
    'overdue: %i late and %i punctual deals are %s, since the limits have to be exceeded',
    (late, punctual, status) => {
      expect(statusOf(run({ deals: dealsWith(late, punctual) }), 'Overdue deals')).toBe(status)
    },
  )

  test.each([
    [91, 'OK'],
    [90, 'Watch'],
    [110, 'Watch'],
    [81, 'Watch'],
    [80, 'Fix'],
    [120, 'Fix'],
  ])('deviation: %i won of a forecast of 100 is %s, since the limits have to be reached (T4)', (won, status) => {
    const snapshots = [
      ['Snapshot at', 'Deal ID', 'Status', 'Amount', 'Probability', 'Close date'],
      ['2024-03-01', 'A', 'open', 100, 1, '2024-03-10'],
    ]
    const deals = [header, ['A', 'won', '2024-03-10', won, 'Ann']]
    expect(statusOf(run({ deals, snapshots }), 'Forecast deviation')).toBe(status)
  })

  test.each([
    ['current', 'Ben', 0],
    ['then', 'Ben', -0.5],
    ['current', 'Anna', 0],
  ])('deviation by the owner %s, for %s: a deal that was handed over does not stay behind', (owner_scope, scope, x) => {
    const snapshots = [
      ['Snapshot at', 'Deal ID', 'Owner', 'Status', 'Amount', 'Probability', 'Close date'],
      ['2024-02-01', 'C', 'Ben', 'open', 100, 1, '2024-03-10'],
      ['2024-03-01', 'A', 'Ben', 'open', 50, 1, '2024-03-10'],
      ['2024-03-01', 'B', 'Ben', 'open', 50, 1, '2024-03-10'],
      ['2024-03-01', 'C', 'Anna', 'open', 100, 1, '2024-03-10'],
    ]
    const deals = [
      header,
      ['A', 'won', '2024-03-10', 50, 'Ben'],
      ['B', 'won', '2024-03-10', 50, 'Anna'],
      ['C', 'won', '2024-03-10', 100, 'Anna'],
    ]
    expect(rowOf(run({ deals, snapshots }, { scope }, { owner_scope }), 'Forecast deviation')).toMatchObject({
      figure: x,
    })
  })

  test('the larger of the shares by count and by value is held against the limits', () => {
    const one = rowOf(run({ deals: [header, deal('A', 9, 900), ...dealsWith(0, 9).slice(1)] }), 'Overdue deals')
    expect(one).toMatchObject({ figure: 0.5, share: 0.1, valueShare: 0.5, deals: 1, value: 900 })
    const small = rowOf(run({ deals: [header, deal('A', 9, 1), deal('B', 0, 99)] }), 'Overdue deals')
    expect(small).toMatchObject({ figure: 0.5, share: 0.5, valueShare: 0.01 })
  })

  test('without amounts, or with one that cannot be read, the count alone decides', () => {
    const deals = [
      ['Deal ID', 'Status', 'Close date'],
      ['A', 'open', asOf - 1],
    ]
    expect(rowOf(run({ deals }), 'Overdue deals')).toMatchObject({ figure: 1, valueShare: null, value: null })
    const odd = run({ deals: [header, deal('A', 9, 'lots'), deal('B', 0)] })
    expect(rowOf(odd, 'Overdue deals')).toMatchObject({ figure: 0.5, valueShare: null, status: 'Fix' })
  })

  test('one check without an answer says why and leaves the others standing (T5)', () => {
    const answer = run({ deals: dealsWith(1, 1) })
    expect(rowOf(answer, 'Stale deals')).toMatchObject({
      status: { noAnswer: expect.stringContaining('has no column for Last modified') },
    })
    expect(rowOf(answer, 'Early closers')).toMatchObject({ remark: expect.stringContaining('has no column for Stage') })
    expect(rowOf(answer, 'Overall')).toMatchObject({
      status: 'Fix',
      remark: 'Left out, since they have no answer: Forecast deviation, Stale deals, Early closers.',
    })
  })

  test('where no check has an answer, neither has the whole; it is never OK', () => {
    const answer = run({ deals: [header, ['A', 'won', asOf, 5, 'Ann']] })
    expect(statusOf(answer, 'Overdue deals')).toEqual({ noAnswer: 'There is no open deal.' })
    expect(statusOf(answer, 'Overall')).toMatchObject({ noAnswer: expect.any(String) })
  })

  test('a month that is running is not judged', () => {
    const answer = run({ deals: monthStartDeals, snapshots: monthStarts }, { as_of: '2024-04-29' })
    expect(rowOf(answer, 'Forecast deviation')).toMatchObject({ remark: 'Actual against forecast of 2024-02.' })
    const later = run({ deals: monthStartDeals, snapshots: monthStarts }, { as_of: '2024-04-30' })
    expect(rowOf(later, 'Forecast deviation')).toMatchObject({ remark: 'Actual against forecast of 2024-04.' })
  })

  test('snapshots of other months give the deviation no answer, and the reason names the days', () => {
    const answer = run({ deals: monthStartDeals, snapshots: monthStarts }, { as_of: '2025-02-10' })
    expect(statusOf(answer, 'Forecast deviation')).toEqual({
      noAnswer: 'There is no snapshot of the start of 2025-01: one from 2024-12-28 to 2025-01-04 is needed.',
    })
  })

  test('limits are settings', () => {
    const settings = { overdue_watch: 0.5, overdue_fix: 0.6 }
    expect(rowOf(run({ deals: dealsWith(1, 1) }, {}, settings), 'Overdue deals')).toMatchObject({
      status: 'OK',
      watch: 0.5,
      fix: 0.6,
    })
  })

  test('by owner a deal that several checks found counts once', () => {
    expect(run({ deals: tenDeals, stages: tenDealStages }, { by: 'owner' })).toMatchObject({
      rows: [
        { owner: 'Ben', toFix: 2, open: 3 },
        { owner: 'Anna', toFix: 1, open: 2, overdue: 'Fix', stale: 'Fix' },
      ],
    })
  })

  test('by owner each has the deviation of their own deals', () => {
    const answer = run({ deals: monthStartDeals, snapshots: monthStarts }, { by: 'person' }, { owner_scope: 'then' })
    expect(answer).toMatchObject({
      rows: [
        { owner: 'Anna', deviation: 'Fix', open: 1 },
        { owner: 'Ben', deviation: 'Fix', overdue: { noAnswer: 'There is no open deal.' }, open: 0 },
      ],
    })
  })

  test('split by a column that the snapshots lack, only the deviation has no answer', () => {
    const deals = [
      [...header, 'Region'],
      [...deal('A', 9), 'North'],
    ]
    expect(run({ deals, snapshots: monthStarts }, { by: 'region' })).toMatchObject({
      rows: [{ region: 'North', deviation: { noAnswer: expect.stringContaining('by=region') }, overdue: 'Fix' }],
    })
  })

  test('owners without an open deal and without a forecast are left out', () => {
    const deals = [header, deal('A', 0, 5, 'Ann'), ['B', 'lost', asOf, 5, 'Ben']]
    expect(run({ deals }, { by: 'owner' })).toMatchObject({ rows: [{ owner: 'Ann' }] })
  })

  test.each([
    [{ measure: 'hope' }, 'measure is "hope"; it can be weighted or commit.'],
    [{ limits: '5%' }, 'TRUST has no argument "limits".'],
    [{ by: 'month' }, 'no day to split by'],
  ])('refuses %j', (args, reason) => {
    expect(run({ deals: tenDeals }, args)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })
})
