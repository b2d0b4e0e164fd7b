import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { monthStartDeals, monthStarts } from '#core/metrics/examples/month-starts'
import { forecastDeviation } from '#core/metrics/forecast-deviation'
import { runMetric, type Answer } from '#core/metrics/run'

const today = 45402 // 2024-04-20

interface Given {
  readonly snapshots: Grid
  readonly deals?: Grid
  readonly stages?: Grid
}

const run = (
  { snapshots, deals = monthStartDeals, stages }: Given,
  args: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
): Answer =>
  runMetric(
    forecastDeviation,
    {
      settings,
      tables: {
        snapshots: { name: 'Snapshots', grid: snapshots },
        deals: { name: 'Deals', grid: deals },
        ...(stages === undefined ? {} : { stages: { name: 'Stages', grid: stages } }),
      },
      today,
    },
    args,
  )

const column = (answer: Answer, key: string): unknown[] =>
  answer.ok ? answer.rows.map((row) => row[key]) : [answer.reason]
const notes = (answer: Answer): readonly string[] => (answer.ok ? answer.notes : [answer.reason])

const header = ['Snapshot at', 'Deal ID', 'Status', 'Stage', 'Amount', 'Probability', 'Close date']
const seen = (at: string, id: string, amount: Cell, probability: Cell = 0.5, status = 'open'): Cell[] => [
  at,
  id,
  status,
  'Proposal',
  amount,
  probability,
  '2024-03-20',
]
const march = (...rows: readonly Cell[][]): Answer => run({ snapshots: [header, ...rows] }, { months: 1 })

describe('FORECAST_DEVIATION', () => {
  test.each([
    ['2024-02-25', 'No snapshot'],
    ['2024-02-26', 'Final'],
    ['2024-03-01', 'Final'],
    ['2024-03-04', 'Final'],
    ['2024-03-05', 'No snapshot'],
  ])('a snapshot of %s stands for the start of March or not: %s', (day, state) => {
    expect(column(march(seen(day, 'A', 100)), 'state')[0]).toBe(state)
  })

  // The 4-5-4 year 2024 begins on 1 January; its third period lasts from 4 to 31 March.
  test.each([
    ['2024-02-28', 'No snapshot'],
    ['2024-02-29', 'Final'],
    ['2024-03-07', 'Final'],
    ['2024-03-08', 'No snapshot'],
  ])('in a year of weeks a snapshot of %s stands for the start of the third period or not: %s (P6)', (day, state) => {
    const snapshots = [header, seen(day, 'A', 100)]
    const answer = run({ snapshots }, { months: 1 }, { calendar: '454' })
    expect(column(answer, 'month')).toEqual(['FY2024-P03', 'FY2024-P04'])
    expect(column(answer, 'state')[0]).toBe(state)
  })

  test('the latest snapshot up to the first goes before one after it', () => {
    const answer = march(seen('2024-02-27', 'A', 100), seen('2024-02-29', 'A', 200), seen('2024-03-02', 'A', 900))
    expect(column(answer, 'forecast')[0]).toBe(100)
  })

  test('a deal that was closed or removed at the snapshot is in no forecast', () => {
    const states = ['won', 'lost', 'on hold', 'removed'].map((status, i) => seen('2024-03-01', `d${i}`, 100, 1, status))
    expect(column(march(...states, seen('2024-03-01', 'A', 80)), 'forecast')[0]).toBe(40)
  })

  test('rows of days before count as long as they have not changed', () => {
    const answer = march(seen('2024-01-01', 'A', 100), seen('2024-01-01', 'B', 60), seen('2024-03-01', 'B', 80))
    expect(column(answer, 'forecast')[0]).toBe(90)
  })

  test('months carry their year, so that one month of two years is never mixed', () => {
    expect(column(run({ snapshots: monthStarts }, { months: 13 }), 'month')).toEqual(
      ['2023-03', '2023-04', '2023-05', '2023-06', '2023-07', '2023-08', '2023-09', '2023-10', '2023-11'].concat([
        '2023-12',
        '2024-01',
        '2024-02',
        '2024-03',
        '2024-04',
      ]),
    )
  })

  test('without a snapshot there is no forecast, never one of 0, and the reason names the days', () => {
    const answer = march(seen('2024-04-01', 'A', 100))
    expect(column(answer, 'forecast')[0]).toEqual({
      noAnswer: 'There is no snapshot of the start of 2024-03: one from 2024-02-26 to 2024-03-04 is needed.',
    })
    expect(column(answer, 'rate')[0]).toMatchObject({ noAnswer: expect.any(String) })
  })

  test('where nothing was forecast the difference stands and the share has no answer', () => {
    const deals = [
      ['Deal ID', 'Status', 'Amount', 'Close date'],
      ['A', 'won', 70, '2024-03-09'],
    ]
    const answer = run({ snapshots: [header, seen('2024-03-01', 'A', 0)], deals }, { months: 1 })
    expect(answer).toMatchObject({ rows: [{ forecast: 0, actual: 70, deviation: 70, rate: {} }, {}] })
  })

  test('a deal without a probability has that of its stage; with neither it adds nothing and is counted', () => {
    const stages = [
      ['Stage', 'Order', 'Type', 'Probability'],
      ['Proposal', 1, 'open', 0.2],
    ]
    const snapshots = [header, seen('2024-03-01', 'A', 100, null), seen('2024-03-01', 'B', 100, 0.6)]
    expect(column(run({ snapshots, stages }, { months: 1 }), 'forecast')[0]).toBe(80)
    const alone = run({ snapshots }, { months: 1 })
    expect(column(alone, 'forecast')[0]).toBe(60)
    expect(notes(alone)).toContain('Deals in the forecasts whose probability is not known, and which add nothing: 1.')
  })

  test('without any probability, or any category, the measure has no answer', () => {
    const snapshots = [header, seen('2024-03-01', 'A', 100, null)]
    expect(run({ snapshots })).toMatchObject({ missing: { table: 'snapshots', field: 'probability' } })
    expect(run({ snapshots }, { measure: 'commit' })).toMatchObject({ missing: { field: 'forecast_category' } })
  })

  test('a category that is missing comes from the Stages table', () => {
    const stages = [
      ['Stage', 'Order', 'Type', 'Forecast category'],
      ['Proposal', 1, 'open', 'Commit'],
    ]
    const snapshots = [header, seen('2024-03-01', 'A', 100, null)]
    expect(column(run({ snapshots, stages }, { measure: 'commit', months: 1 }), 'forecast')[0]).toBe(100)
  })

  test('a category that is none is counted, and adds nothing to what was committed', () => {
    const snapshots = [
      [...header, 'Forecast category'],
      [...seen('2024-03-01', 'A', 100), 'Likely maybe'],
      [...seen('2024-03-01', 'B', 70), 'Closed'],
    ]
    const answer = run({ snapshots }, { measure: 'commit', months: 1 })
    expect(column(answer, 'forecast')[0]).toBe(70)
    expect(notes(answer)).toContain('Deals in the forecasts whose category is not known, and which add nothing: 1.')
  })

  test.each([
    ['current', [30_000, expect.anything(), 10_000]],
    ['then', [60_000, expect.anything(), 66_000]],
  ])(
    'within a scope both sides are limited, as by owner: deals of the owner %s (E2 went from Ben to Anna)',
    (owner_scope, forecast) => {
      const answer = run({ snapshots: monthStarts }, { months: 2, scope: 'Ben' }, { owner_scope })
      expect(column(answer, 'forecast')).toEqual(forecast)
      expect(column(answer, 'actual')).toEqual([40_000, 0, 20_000])
      const split = run({ snapshots: monthStarts }, { months: 2, by: 'owner' }, { owner_scope })
      const ofBen = split.ok ? split.rows.filter(({ owner }) => owner === 'Ben') : []
      expect(ofBen.map((row) => row['forecast'])).toEqual(forecast)
    },
  )

  test.each(['current', 'then'])('a deal that was handed over does not stay with its former owner (%s)', (owner) => {
    const snapshots = [
      [...header, 'Owner'],
      [...seen('2024-02-01', 'A', 100, 1), 'Ben'],
      [...seen('2024-03-01', 'A', 100, 1), 'Anna'],
      [...seen('2024-03-01', 'B', 10, 1), 'Ben'],
    ]
    const deals = [
      ['Deal ID', 'Owner', 'Status', 'Amount', 'Close date'],
      ['A', 'Anna', 'won', 100, '2024-03-20'],
      ['B', 'Ben', 'won', 10, '2024-03-20'],
    ]
    const of = (scope: string): unknown =>
      column(run({ snapshots, deals }, { months: 1, scope }, { owner_scope: owner }), 'forecast')[0]
    expect([of('Ben'), of('Anna')]).toEqual([10, 100])
  })

  test('within a scope nobody outside it has a row, and a deal that is gone is where it was', () => {
    const snapshots = [
      [...header, 'Owner'],
      [...seen('2024-03-01', 'E1', 100, 1), 'Zoe'],
      [...seen('2024-03-01', 'E3', 40, 1), 'Zoe'],
      [...seen('2024-03-01', 'gone', 7, 1), 'Ben'],
    ]
    const answer = run({ snapshots }, { months: 1, scope: 'Ben', by: 'owner' })
    expect(column(answer, 'owner')).toEqual(['Ben', 'Ben'])
    expect(column(answer, 'forecast')[0]).toBe(47)
  })

  test('a person who stands in the snapshots alone has rows too', () => {
    const snapshots = [
      [...header, 'Owner'],
      [...seen('2024-03-01', 'gone', 100), 'Zoe'],
    ]
    expect(column(run({ snapshots }, { months: 1, by: 'owner' }), 'owner')).toEqual(['Ben', 'Ben', 'Zoe', 'Zoe'])
  })

  test('lines of one deal are one deal in what was won', () => {
    const deals = [
      ['Deal ID', 'Status', 'Amount', 'Close date'],
      ['A', 'won', 70, '2024-03-09'],
      ['A', 'won', 30, '2024-03-09'],
    ]
    expect(column(run({ snapshots: [header, seen('2024-03-01', 'A', 100)], deals }, { months: 1 }), 'actual')).toEqual([
      100, 0,
    ])
  })

  test.each([
    [{ months: 0 }, 'months is 0; it must be a whole number of 1 or more.'],
    [{ measure: 'submitted' }, 'measure is "submitted"; it can be weighted or commit.'],
    [{ by: 'month' }, 'this answer has no day to split by'],
    [{ by: 'region' }, 'by=region'],
  ])('refuses %j', (args, reason) => {
    expect(notes(run({ snapshots: monthStarts }, args))).toEqual([expect.stringContaining(reason)])
  })
})
