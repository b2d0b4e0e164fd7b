import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { attainment } from '#core/metrics/attainment'
import { closedDeals } from '#core/metrics/closed-deals'
import { forecastDeviation } from '#core/metrics/forecast-deviation'
import { runRate } from '#core/metrics/run-rate'
import { targetVariance } from '#core/metrics/target-variance'
import { winRate } from '#core/metrics/win-rate'
import { won } from '#core/metrics/won'
import { yearEnd } from '#core/metrics/year-end'
import { ask, cells, notes, table, type Given } from '../metrics/ask.ts'

/** D1 was won in January at 100, is open again since February, and now stands at 120. */
const deals = table(
  'Deal ID, Owner, Stage, Status, Amount, Created, Close date',
  ['D1', 'Anna', 'Talk', 'Open', 120, '2023-11-01', '2024-06-30'],
  ['D2', 'Anna', 'Won', 'Won', 50, '2023-11-01', '2024-01-10'],
  ['D3', 'Ben', 'Won', 'Won', 70, '2023-11-01', '2024-02-20'],
)
const snapshotHeader = 'Snapshot at, Deal ID, Owner, Stage, Status, Amount, Close date'
const snapshots = table(
  snapshotHeader,
  ['2024-01-01', 'D1', 'Anna', 'Talk', 'Open', 90, '2024-01-31'],
  ['2024-01-20', 'D1', 'Anna', 'Won', 'Won', 100, '2024-01-15'],
  ['2024-02-10', 'D1', 'Anna', 'Talk', 'Open', 110, '2024-06-30'],
)
const history = table(
  'Deal ID, From stage, To stage, Changed at',
  ['D1', null, 'Talk', '2023-11-01'],
  ['D1', 'Talk', 'Won', '2024-01-15'],
  ['D1', 'Won', 'Talk', '2024-02-05'],
)
const locked = { locked_through: '2024-01-31' }
const byMonth = (given: Given, settings: Record<string, unknown> = locked): unknown =>
  cells(ask(won, given, { by: 'month' }, settings), 'month', 'count', 'value')

describe('a deal that was won in a locked period and reopened (P10)', () => {
  test('stays in its period at what it was worth then, and comes off on the day it was reopened', () => {
    // January: 100 + 50 = 150. February: 70 − 100 = −30, of 1 − 1 = 0 deals; the year: 50 + 70 = 120.
    expect(byMonth({ deals, snapshots })).toEqual([
      ['2024-01', 2, 150],
      ['2024-02', 0, -30],
    ])
    const year = ask(won, { deals, snapshots }, { period: '2024' }, locked)
    expect(cells(year, 'count', 'value')).toEqual([[2, 120]])
    expect(notes(year)).toContain(
      'Deals that were won by 2024-01-31, where periods are locked, and reopened since stay in their period and come off on the day they were reopened: 1.',
    )
  })

  test('leaves its period where that is not locked', () => {
    const open = [
      ['2024-01', 1, 50],
      ['2024-02', 1, 70],
    ]
    expect(byMonth({ deals, snapshots }, {})).toEqual(open)
    expect(byMonth({ deals, snapshots }, { locked_through: '2024-01-14' })).toEqual(open)
  })

  test('locking later periods changes none that was locked', () => {
    for (const day of ['2024-01-15', '2024-02-29', '2024-12-31'])
      expect(byMonth({ deals, snapshots }, { locked_through: day })).toEqual(byMonth({ deals, snapshots }))
  })

  test('by the stage history it comes off to the day, at the amount that a snapshot tells, else at that of now', () => {
    const listed = ask(closedDeals, { deals, snapshots, history }, { outcome: 'won' }, locked)
    expect(cells(listed, 'id', 'outcome', 'value', 'closed')).toEqual([
      ['D1 (locked)', 'Won', 100, dayOf(2024, 1, 15)],
      ['D3', 'Won', 70, dayOf(2024, 2, 20)],
      ['D2', 'Won', 50, dayOf(2024, 1, 10)],
      ['D1 (reopened)', 'Reopened', -100, dayOf(2024, 2, 5)],
    ])
    expect(byMonth({ deals, history })).toEqual([
      ['2024-01', 2, 170],
      ['2024-02', 0, -50],
    ])
  })

  test('a deal that no later snapshot shows came off when its stage last changed, else on the as-of day', () => {
    const lastWon = snapshots.slice(0, 3)
    expect(byMonth({ deals, snapshots: lastWon })).toEqual([
      ['2024-01', 2, 150],
      ['2024-02', 1, 70],
      ['2024-03', -1, -100],
    ])
    const changed = deals.map((row, i) => [...row, i === 0 ? 'Last stage change' : '2024-02-07'])
    expect(byMonth({ deals: changed, snapshots: lastWon })).toEqual(byMonth({ deals, snapshots }))
  })

  test('a deal that was won again counts again, and once only on one closing day', () => {
    const again = (day: string): Given => ({
      deals: table('Deal ID, Status, Amount, Close date', ['D1', 'Won', 130, day]),
      snapshots,
    })
    // 100 in January, −100 on 10 February, 130 on 20 March.
    expect(byMonth(again('2024-03-20'))).toEqual([
      ['2024-01', 1, 100],
      ['2024-02', -1, -100],
      ['2024-03', 1, 130],
    ])
    expect(byMonth(again('2024-01-15'))).toEqual([['2024-01', 1, 130]])
  })

  test('what was lost after it was won is a correction too; what was deleted is none', () => {
    const lost = table('Deal ID, Status, Amount, Close date', ['D1', 'Lost', 120, '2024-02-10'])
    const lostThen = [...snapshots.slice(0, 3), ['2024-02-10', 'D1', 'Anna', 'Lost', 'Lost', 120, '2024-02-10']]
    expect(byMonth({ deals: lost, snapshots: lostThen })).toEqual([
      ['2024-01', 1, 100],
      ['2024-02', -1, -100],
    ])
    expect(byMonth({ deals: lost.slice(0, 1), snapshots })).toEqual([])
  })

  test('attainment and forecast deviation have the same actuals; a win rate takes every deal as it stands', () => {
    const targets = table('Metric, Owner, Period, Value', ['sales', 'ALL', '2024-01', 300])
    expect(
      cells(ask(attainment, { deals, snapshots, targets }, { period: '2024-01' }, locked), 'actual', 'rate'),
    ).toEqual([[150, 0.5]])
    const measured = snapshots.map((row, i) => [...row, i === 0 ? 'Probability' : 0.5])
    const deviation = ask(forecastDeviation, { deals, snapshots: measured }, { months: 2 }, locked)
    expect(cells(deviation, 'month', 'actual')).toEqual([
      ['2024-01', 150],
      ['2024-02', -30],
      ['2024-03', 0],
    ])
    expect(cells(ask(winRate, { deals, snapshots }, { period: '2024' }, locked), 'won', 'rate')).toEqual([[2, 1]])
  })

  test('by person it is of those who have credit for the deal; a scope has its own', () => {
    const splits = table('Deal ID, Person, Credit', ['D1', 'Anna', 0.75], ['D1', 'Ben', 0.25])
    const given = { deals, snapshots, splits }
    const byOwner = ask(won, given, { by: 'owner', period: '2024-02' }, locked)
    // Anna: −75. Ben: 70 − 25 = 45, of 1 − 0.25 deals.
    expect(cells(byOwner, 'owner', 'count', 'value')).toEqual([
      ['Ben', 0.75, 45],
      ['Anna', -0.75, -75],
    ])
    const ben = ask(won, { deals, snapshots }, { by: 'month', scope: 'Ben' }, locked)
    expect(cells(ben, 'month', 'value')).toEqual([['2024-02', 70]])
  })

  test('of lines of one deal the win counts once', () => {
    const lines = table(
      'Deal ID, Status, Amount, Close date',
      ['D1', 'Open', 80, '2024-06-30'],
      ['D1', 'Open', 40, '2024-06-30'],
    )
    expect(byMonth({ deals: lines, snapshots })).toEqual([
      ['2024-01', 1, 100],
      ['2024-02', -1, -100],
    ])
    expect(byMonth({ deals: lines, history })).toEqual([
      ['2024-01', 1, 120],
      ['2024-02', -1, -120],
    ])
  })

  test('where nothing tells what was won then, that is said; a day that is none is an error', () => {
    expect(notes(ask(won, { deals }, {}, locked))).toEqual([
      'Periods are locked through 2024-01-31, but neither StageHistory nor Snapshots tell what was won by then: a deal that was reopened since is missing from its period.',
    ])
    expect(cells(ask(won, { deals, snapshots }, {}, { locked_through: 'March' }))).toBe(
      'setting: Setting locked_through is "March", which is no date. Write it as 2026-03-31.',
    )
  })
})

describe('what is compared with a target (P10)', () => {
  const targets = table(
    'Metric, Owner, Period, Value',
    ['sales', 'ALL', '2024-01', 100],
    ['sales', 'ALL', '2024-02', 100],
    ['sales', 'ALL', '2024-03', 100],
  )
  const given = { deals, snapshots, targets }

  test('is by month what was won as the books have it', () => {
    const months = ask(targetVariance, given, { period: '2024-Q1', by: 'month' }, locked)
    expect(cells(months, 'actual')).toEqual([[150], [-30], [0]])
  })

  // On 3 February D1 is won still: 100 + 50.
  test.each([
    ['RUN_RATE', runRate, { period: '2024-Q1' }],
    ['YEAR_END', yearEnd, {}],
  ] as const)('is what was won so far, with what is reopened only later: %s', (_name, metric, args) => {
    const day = { ...args, as_of: '2024-02-03' }
    expect(cells(ask(metric, given, day, locked), 'actual')).toEqual([[150]])
    expect(cells(ask(metric, given, day), 'actual')).toEqual([[50]])
  })
})
