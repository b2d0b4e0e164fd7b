import { describe, expect, test } from '@jest/globals'
import { attainment } from '#core/metrics/attainment'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { twoTeamsDeals, twoTeamsPeople, twoTeamsTargets } from '#core/metrics/examples/two-teams'
import { ask, cells, notes, reasons, table } from './ask.ts'

const ten = { deals: tenDeals, targets: tenDealTargets }
const deals = table(
  'Deal ID, Owner, Product, Status, Amount, Close date',
  ['A', 'Ann', 'Pumps', 'won', 60, '2024-01-10'],
  ['B', 'Ann', 'Valves', 'won', 30, '2024-02-10'],
  ['C', 'Ben', 'Pumps', 'won', null, '2024-02-10'],
  ['D', 'Ben', 'Pumps', 'won', 500, '2023-12-31'],
  ['E', 'Ben', 'Pumps', 'lost', 700, '2024-02-10'],
)

describe('ATTAINMENT', () => {
  test('a month with a target and no sales has a gap of the whole target, never 0', () => {
    const targets = table(
      'Metric, Owner, Period, Value',
      ['sales', 'ALL', '2024-01', 50],
      ['sales', 'ALL', '2024-02', 50],
      ['sales', 'ALL', '2024-03', 50],
    )
    const answer = ask(attainment, { deals, targets }, { period: '2024-Q1', by: 'month' })
    expect(cells(answer, 'month', 'actual', 'rate', 'gap')).toEqual([
      ['2024-01', 60, 1.2, -10],
      ['2024-02', 30, 0.6, 20],
      ['2024-03', 0, 0, 50],
    ])
  })

  test('months carry their year, so that two years never mix', () => {
    const targets = table(
      'Metric, Owner, Period, Value',
      ['sales', 'ALL', '2023-12', 100],
      ['sales', 'ALL', '2024-12', 9],
    )
    const answer = ask(
      attainment,
      { deals, targets },
      { period: '2023-12-01/2024-12-31', as_of: '2025-01-01', by: 'month' },
    )
    expect(cells(answer, 'month', 'actual', 'target')).toEqual([
      ['2023-12', 500, 100],
      ['2024-01', 60, null],
      ['2024-02', 30, null],
      ['2024-12', 0, 9],
    ])
  })

  test('says how many days have a target: of the whole, or of anybody where it is split', () => {
    const targets = table(
      'Metric, Owner, Period, Value',
      ['sales', 'ALL', '2024-01', 10],
      ['sales', 'Ann', '2024-Q1', 10],
    )
    const said = (args: Record<string, unknown>) =>
      notes(ask(attainment, { deals, targets }, args)).filter((note) => note.includes('have a target'))
    const partly = ['Only 31 of the 91 days of 2024-Q1 have a target.']
    expect(said({ period: '2024-Q1' })).toEqual(partly)
    expect(said({ period: '2024-Q1', by: 'month' })).toEqual(partly)
    expect(said({ period: '2024-Q1', by: 'owner' })).toEqual([])
    expect(said({ period: '2024-Q1', by: 'owner,month' })).toEqual([])
    expect(said({ period: '2023' })).toEqual([])
  })

  test('people with a target and no sales, and people with sales and no target, both have a row', () => {
    const targets = table(
      'Metric, Owner, Period, Value',
      ['sales', 'Ann', '2024-Q1', 180],
      ['sales', 'Cid', '2024-Q1', 40],
    )
    const answer = ask(attainment, { deals, targets }, { period: '2024-Q1', by: 'owner' })
    expect(cells(answer, 'owner', 'actual', 'target', 'rate')).toEqual([
      ['Ann', 90, 180, 0.5],
      ['Ben', 0, null, null],
      ['Cid', 0, 40, 0],
    ])
    expect(reasons(answer)[0]).toBe('Targets have none for sales of Ben in 2024-Q1. Add a row for it.')
  })

  test('by owner and month, every month of everybody with a target or sales', () => {
    const targets = table(
      'Metric, Owner, Period, Value',
      ['sales', 'Ann', '2024-01', 40],
      ['sales', 'Cid', '2024-02', 20],
    )
    const answer = ask(attainment, { deals, targets }, { period: '2024-Q1', by: 'owner,month' })
    expect(cells(answer, 'owner', 'month', 'actual', 'target')).toEqual([
      ['Ann', '2024-01', 60, 40],
      ['Ann', '2024-02', 30, null],
      ['Ben', '2024-02', 0, null],
      ['Cid', '2024-02', 0, 20],
    ])
  })

  test('by product, where targets are split by it; by stage there are none', () => {
    const targets = table(
      'Metric, Owner, Period, Product, Value',
      ['sales', 'ALL', '2024-Q1', 'Pumps', 120],
      ['sales', 'ALL', '2024-Q1', 'Valves', 40],
    )
    const answer = ask(attainment, { deals, targets }, { period: '2024-Q1', by: 'product' })
    expect(cells(answer, 'product', 'actual', 'target')).toEqual([
      ['Pumps', 60, 120],
      ['Valves', 30, 40],
    ])
    const whole = ask(attainment, { deals, targets }, { period: '2024-Q1' })
    expect(cells(whole, 'actual', 'target')).toEqual([[90, 160]])
    const byStage = ask(attainment, ten, { period: '2024-Q1', by: 'stage' })
    expect(reasons(byStage)[0]).toBe('Targets are not split by stage.')
    const byBoth = ask(attainment, { deals, targets }, { period: '2024-Q1', by: 'owner,product' })
    expect(cells(byBoth, 'actual', 'target')).toEqual([
      [60, null],
      [30, null],
      [0, null],
    ])
    expect(reasons(byBoth)[0]).toContain('by one of owner, team, region, product')
  })

  test('a period that has not begun is compared with its whole target, one that is over as well', () => {
    expect(cells(ask(attainment, ten, { period: '2024-Q2' }), 'target')).toEqual([[200_000]])
    expect(cells(ask(attainment, ten, { period: '2024-Q1', as_of: '2025-01-01' }), 'target')).toEqual([[180_000]])
  })

  test('as-of limits the target, never the deals that are won (P4)', () => {
    const answer = ask(attainment, ten, { period: '2024-Q1', as_of: '2024-01-31' })
    expect(cells(answer, 'actual', 'target')).toEqual([[150_000, (180_000 * 31) / 91]])
  })

  test('lines of one deal are won once each, and the deal is one', () => {
    const lines = table(
      'Deal ID, Owner, Status, Amount, Close date',
      ['A', 'Ann', 'won', 40, '2024-01-10'],
      ['A', 'Ann', 'won', 50, '2024-01-10'],
    )
    const targets = table('Metric, Owner, Period, Value', ['sales', 'ALL', '2024-Q1', 180])
    expect(cells(ask(attainment, { deals: lines, targets }, { period: '2024-Q1' }), 'rate')).toEqual([[0.5]])
  })

  test('a fiscal year is that of the setting', () => {
    const targets = table('Metric, Owner, Period, Value', ['sales', 'ALL', 'FY2024', 365])
    const answer = ask(
      attainment,
      { deals, targets },
      { period: 'FY2024', as_of: '2024-06-30' },
      { fiscal_start_month: 7 },
    )
    expect(cells(answer, 'actual', 'target')).toEqual([[590, 365]])
  })

  test('a scope by a filter that the targets do not know has no attainment', () => {
    const answer = ask(attainment, ten, { period: '2024-Q1', scope: 'Stage=Won' })
    expect(reasons(answer)[0]).toContain('cannot limit them')
  })

  test('without any target for sales there is no answer at all to "all dates"', () => {
    const targets = table('Metric, Owner, Period, Value', ['meetings', 'ALL', '2024-Q1', 12])
    expect(cells(ask(attainment, { deals, targets }))).toBe(
      'no-answer: Targets have none for sales; they are for: meetings.',
    )
  })

  test('targets of several owners without managers are added up with a note', () => {
    const given = { deals: twoTeamsDeals, targets: twoTeamsTargets }
    const answer = ask(attainment, given, { period: '2024-Q2', as_of: '2024-07-01' })
    expect(cells(answer, 'target')).toEqual([[150_950]])
    expect(notes(answer)[0]).toContain('there is no People table')
    const known = ask(attainment, { ...given, people: twoTeamsPeople }, { period: '2024-Q2', as_of: '2024-07-01' })
    expect(cells(known, 'target')).toEqual([[70_950]])
  })
})
