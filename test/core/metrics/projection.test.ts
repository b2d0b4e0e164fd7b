import { describe, expect, test } from '@jest/globals'
import type { Cell } from '#core/cells/grid'
import { middlesAsOf, monthMiddleDeals, monthMiddles } from '#core/metrics/examples/month-middles'
import { projection } from '#core/metrics/projection'
import { ask, cells, notes, reasons, table, type Given } from './ask.ts'

const june = { as_of: middlesAsOf, period: '2024-06' }
const months = ['02', '03', '04', '05']
const history = ['Snapshot at, Deal ID, Owner, Stage, Status, Amount, Close date'] as const

/** Four months with one deal of 100 each that was due on the 20th, seen on a day of the month; some of them won. */
const past = (wonIn: readonly string[], seen = '10', stage = 'Talk'): Given => ({
  snapshots: table(
    history[0],
    ...months.map((month): Cell[] => [
      `2024-${month}-${seen}`,
      `d${month}`,
      'Anna',
      stage,
      'open',
      100,
      `2024-${month}-20`,
    ]),
  ),
  deals: table(
    'Deal ID, Owner, Stage, Status, Amount, Close date',
    ...months.map((month): Cell[] => [
      `d${month}`,
      'Anna',
      stage,
      wonIn.includes(month) ? 'won' : 'lost',
      120,
      `2024-${month}-20`,
    ]),
    ['now', 'Anna', 'Talk', 'open', 100, '2024-06-20'],
  ),
})
const project = (given: Given, args: Record<string, unknown> = june) =>
  cells(ask(projection, given, args), 'won', 'fromOpen', 'fresh', 'projection', 'low', 'high', 'periods')

describe('PROJECTION', () => {
  test('the share that was won is of what deals were worth when they were looked at', () => {
    expect(project(past(['02', '03']))).toMatchObject([{ 1: 50, 2: 0, 3: 50, 6: 4 }])
  })

  test('where nothing was ever won nothing is expected, and it is said with a range, not left out', () => {
    expect(project(past([]))).toEqual([[0, 0, 0, 0, 0, 0, 4]])
  })

  test.each([
    ['05', 0],
    ['06', 4],
    ['13', 4],
    ['14', 0],
  ])('a snapshot of the %sth stands for the 10th or not: %d periods', (day, periods) => {
    expect(project(past(['02'], day))).toMatchObject([{ 6: periods }])
  })

  test('a stage without a past has the rate of all stages', () => {
    expect(project(past(['02'], '10', 'Offer'))).toMatchObject([{ 1: 25 }])
  })

  test('a stage under its former name has the past of that stage', () => {
    const stages = table('Stage, Order, Type, Alias', ['Talk', 1, 'open', 'Lead'], ['Offer', 2, 'open', null])
    const given = past(['02'], '10', 'Lead')
    const other: Cell[] = ['2024-02-10', 'x', 'Anna', 'Offer', 'open', 900, '2024-02-20']
    expect(project({ ...given, stages, snapshots: [...(given.snapshots ?? []), other] })).toMatchObject([{ 1: 25 }])
  })

  test('three earlier periods are too few: probabilities, and no range', () => {
    const answer = ask(
      projection,
      { deals: monthMiddleDeals, snapshots: monthMiddles.filter((row) => row[0] !== '2024-02-10') },
      june,
    )
    expect(cells(answer, 'fromOpen', 'fresh', 'low', 'periods', 'method')).toEqual([[214, null, null, 3, 'Weighted']])
    expect(reasons(answer)[0]).toBe('At least 4 earlier periods with a snapshot of this point are needed; there are 3.')
  })

  test('open deals without a probability are counted where probabilities count', () => {
    const { deals = [] } = past([])
    expect(notes(ask(projection, { deals }, june))).toContain(
      'Open deals whose probability is not known, and which add nothing: 1.',
    )
  })

  test('what was closed already when it was looked at, or due in another period, is no part of the past', () => {
    const given = past(['02', '03'])
    const closed: Cell[] = ['2024-02-08', 'c', 'Anna', 'Talk', 'won', 100, '2024-02-05']
    const later: Cell[] = ['2024-02-10', 'l', 'Anna', 'Talk', 'open', 100, '2024-07-20']
    const now: readonly Cell[][] = [
      ['c', 'Anna', 'Talk', 'won', 120, '2024-02-05'],
      ['l', 'Anna', 'Talk', 'open', 100, '2024-07-20'],
      ['n', 'Anna', 'Talk', 'won', 80, '2024-02-10'],
    ]
    const more = { snapshots: [...(given.snapshots ?? []), closed, later], deals: [...(given.deals ?? []), ...now] }
    expect(project(more)).toMatchObject([{ 1: 50, 2: 0 }])
  })

  test("a scope looks back at its own people's deals only", () => {
    const given = past(['02', '03'])
    const others: readonly Cell[][] = months.map((month) => [
      `2024-${month}-10`,
      `b${month}`,
      'Ben',
      'Talk',
      'open',
      100,
      `2024-${month}-20`,
    ])
    const snapshots = [...(given.snapshots ?? []), ...others]
    expect(project({ ...given, snapshots }, { ...june, scope: 'Anna' })).toMatchObject([{ 1: 50 }])
  })

  test('a deal won before the look is neither from open nor new', () => {
    const given = past(['02'])
    const early: Cell[] = ['early', 'Anna', 'Talk', 'won', 999, '2024-03-05']
    const late: Cell[] = ['late', 'Anna', 'Talk', 'won', 40, '2024-03-12']
    expect(project({ ...given, deals: [...(given.deals ?? []), early, late] })).toMatchObject([{ 1: 25, 2: 10 }])
  })

  test('without a period it is the quarter that holds as-of', () => {
    const answer = ask(projection, past(['02']), { as_of: middlesAsOf })
    expect(notes(answer)[0]).toBe('No period was given: the answer is for the current quarter, 2024-Q2.')
  })

  test.each([
    [{ ...june, as_of: '2024-07-01' }, /^argument: as_of 2024-07-01 does not lie in 2024-06/],
    [{ ...june, lookback: 3 }, /^argument: lookback is 3; it must be a whole number of 4 or more/],
    [{ ...june, period: 'L30D' }, /^argument: Period L30D is no whole month/],
  ])('refuses %j', (args, reason) => {
    expect(project(past(['02']), args)).toMatch(reason)
  })
})
