import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { won } from '#core/metrics/won'
import { ask, cells, notes, table } from './ask.ts'

describe('WON', () => {
  test('a period in which nothing was won is 0, since nothing was won', () => {
    expect(cells(ask(won, { deals: tenDeals }, { period: '2022' }), 'count', 'value')).toEqual([[0, 0]])
  })

  test('split, groups without a won deal are left out', () => {
    expect(cells(ask(won, { deals: tenDeals }, { by: 'stage' }), 'stage', 'count')).toEqual([['Won', 3]])
  })

  test('counts by the day a deal was closed, not by the day it was expected to (D4)', () => {
    const deals = table(
      'Deal ID, Status, Amount, Close date, Closed at',
      ['A', 'Won', 10, '2024-03-31', '2024-04-02'],
      ['B', 'Won', 5, '2024-03-31', null],
    )
    expect(cells(ask(won, { deals }, { by: 'month' }), 'month', 'value')).toEqual([
      ['2024-03', 5],
      ['2024-04', 10],
    ])
  })

  test('the last day of a period counts with all its hours, the day after does not', () => {
    const deals = table(
      'Deal ID, Status, Amount, Closed at',
      ['A', 'Won', 1, '2024-03-31 23:59'],
      ['B', 'Won', 2, '2024-04-01 00:00'],
    )
    expect(cells(ask(won, { deals }, { period: '2024-Q1' }), 'value')).toEqual([[1]])
  })

  test('a won deal without a close date counts without a period only, and is mentioned', () => {
    const deals = table('Deal ID, Status, Amount, Close date', ['A', 'Won', 1, null], ['B', 'Won', 2, '2024-03-01'])
    expect(cells(ask(won, { deals }), 'count', 'value')).toEqual([[2, 3]])
    const inQuarter = ask(won, { deals }, { period: '2024-Q1' })
    expect(cells(inQuarter, 'count', 'value')).toEqual([[1, 2]])
    expect(notes(inQuarter)).toEqual(['Won deals without a close date, which count in no period: 1.'])
  })

  test('a period needs a column of close dates; without one there is no answer', () => {
    const deals = table('Deal ID, Status, Amount', ['A', 'Won', 1])
    expect(cells(ask(won, { deals }), 'value')).toEqual([[1]])
    expect(cells(ask(won, { deals }, { period: '2024' }), 'value')).toMatch(/^missing-column: .*Close date/)
  })

  test('lines of one deal are one deal', () => {
    const deals = table('Deal ID, Status, Amount', ['A', 'Won', 1], ['A', 'Won', 2], ['B', 'Won', 4])
    expect(cells(ask(won, { deals }), 'count', 'value')).toEqual([[2, 7]])
  })

  test('months carry their year, so that two Januaries stay apart', () => {
    const deals = table(
      'Deal ID, Status, Amount, Close date',
      ['A', 'Won', 1, '2023-01-15'],
      ['B', 'Won', 2, '2024-01-15'],
    )
    expect(cells(ask(won, { deals }, { by: 'month' }), 'month', 'value')).toEqual([
      ['2023-01', 1],
      ['2024-01', 2],
    ])
  })
})
