import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { salesCycle } from '#core/metrics/sales-cycle'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Deal ID, Status, Created, Close date'

describe('SALES_CYCLE', () => {
  test('a negative cycle is left out, never taken as a positive one', () => {
    const deals = table(header, ['A', 'Won', '2024-01-20', '2024-01-10'], ['B', 'Won', '2024-01-01', '2024-01-04'])
    const answer = ask(salesCycle, { deals })
    expect(cells(answer, 'cycle', 'count', 'leftOut')).toEqual([[3, 1, 1]])
    expect(notes(answer)).toEqual(['Deals closed before or on the day they were created, which are left out: 1.'])
  })

  test('a deal closed on the day it was created has no cycle, whatever the hour (W4)', () => {
    const deals = table('Deal ID, Status, Created, Closed at', ['A', 'Won', '2024-01-20 08:00', '2024-01-20 17:30'])
    const answer = ask(salesCycle, { deals })
    expect(cells(answer, 'cycle', 'count', 'leftOut')).toEqual([[null, 0, 1]])
    expect(reasons(answer)).toHaveLength(1)
  })

  test('days are counted between calendar days, also across a change of the clock', () => {
    const deals = table('Deal ID, Status, Created, Closed at', ['A', 'Won', '2024-03-30 23:00', '2024-04-01 01:00'])
    expect(cells(ask(salesCycle, { deals }), 'cycle')).toEqual([[2]])
  })

  test('a deal without a creation date is left out and named as such', () => {
    const deals = table(header, ['A', 'Won', null, '2024-01-10'], ['B', 'Won', '2024-01-01', '2024-01-04'])
    const answer = ask(salesCycle, { deals })
    expect(cells(answer, 'cycle', 'leftOut')).toEqual([[3, 1]])
    expect(notes(answer)).toEqual(['Deals without a creation date or a close date, which are left out: 1.'])
  })

  test('open deals have no cycle, also with of=all', () => {
    expect(cells(ask(salesCycle, { deals: tenDeals }, { of: 'all' }), 'count', 'leftOut')).toEqual([[4, 1]])
  })

  test('a period in which nothing was closed has no answer, and no group', () => {
    expect(cells(ask(salesCycle, { deals: tenDeals }, { period: '2022' }), 'cycle', 'count')).toEqual([[null, 0]])
    expect(cells(ask(salesCycle, { deals: tenDeals }, { period: '2022', by: 'owner' }), 'owner')).toEqual([])
  })

  test('the file order does not change a median', () => {
    const [head = [], ...rows] = tenDeals
    expect(cells(ask(salesCycle, { deals: [head, ...[...rows].reverse()] }, { of: 'all' }), 'cycle')).toEqual([[73.5]])
  })

  test('needs creation dates', () => {
    const deals = table('Deal ID, Status, Close date', ['A', 'Won', '2024-01-10'])
    expect(cells(ask(salesCycle, { deals }), 'cycle')).toMatch(/^missing-column: "deals" has no column for Created/)
  })
})
