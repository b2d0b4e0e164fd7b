import { describe, expect, test } from '@jest/globals'
import { cac } from '#core/metrics/cac'
import { returningCustomers, returningDeals } from '#core/metrics/examples/returning-customers'
import { spentCosts } from '#core/metrics/examples/spent-costs'
import { ask, cells, notes, reasons, table } from './ask.ts'

const costs = spentCosts
const given = { costs, customers: returningCustomers }

describe('CAC', () => {
  test('without a new customer there is no cost of one, never 0 or infinity', () => {
    const answer = ask(cac, given, { period: '2024-03' })
    expect(cells(answer, 'customers', 'cac')).toEqual([[0, null]])
    expect(reasons(answer)).toEqual(['No new customer was won in this period.'])
  })

  test('a period without any cost has no answer, rather than a cost of 0', () => {
    expect(cells(ask(cac, given, { period: '2022' }), 'cac')).toBe(
      'no-answer: Costs has no row for 2022, so there is nothing to share.',
    )
  })

  test('a lag over the turn of the year takes the costs of the days before', () => {
    const monthly = table('Period, Category, Amount', ['2023-12', 'travel', 310], ['2024-01', 'travel', 9_999])
    const answer = ask(cac, { ...given, costs: monthly }, { period: '2024-02-01/2024-02-01', lag: 32 })
    expect(cells(answer, 'cost', 'customers', 'cac')).toEqual([[10, 1, 10]])
  })

  test('who is new by deals is told in a note, and a customer of two deals counts once', () => {
    const answer = ask(cac, { costs, deals: returningDeals }, { period: '2024-Q1' })
    expect(cells(answer, 'customers')).toEqual([[3]])
    expect(notes(answer)).toContain(
      'New customers are those with their first deal won in the period; Customers does not tell.',
    )
  })

  test('without an allocation the share for new customers is not known, and spent=new has no answer', () => {
    const plain = costs.map((row) => row.slice(0, 4))
    const answer = ask(cac, { ...given, costs: plain }, { period: '2024-Q1' })
    expect(cells(answer, 'cost', 'newShare')).toEqual([[30_910, null]])
    expect(reasons(answer)).toEqual(['Costs does not say what was spent on new customers.'])
    expect(cells(ask(cac, { ...given, costs: plain }, { spent: 'new' }), 'cac')).toMatch(
      /^missing-column: "costs" has no column for Allocation/,
    )
  })

  test('needs to know who is new', () => {
    expect(cells(ask(cac, { costs }), 'cac')).toMatch(/^missing-table: CAC needs Customers with the day/)
  })

  test.each([
    [{ lag: -1 }, 'argument: lag is -1; it must be a whole number of 0 or more.'],
    [{ spent: 'old' }, 'argument: spent is "old"; it can be blended or new.'],
  ])('refuses %j', (args, reason) => {
    expect(cells(ask(cac, given, args), 'cac')).toBe(reason)
  })
})
