import { describe, expect, test } from '@jest/globals'
import { returningCustomers, returningDeals } from '#core/metrics/examples/returning-customers'
import { newRepeat } from '#core/metrics/new-repeat'
import { ask, cells, notes, reasons, table } from './ask.ts'

const counts = ['newCustomers', 'newValue', 'repeatCustomers', 'repeatValue'] as const
const given = { deals: returningDeals }

describe('NEW_REPEAT', () => {
  test('without a period answers for the current quarter, and says so', () => {
    expect(notes(ask(newRepeat, given))).toEqual([
      'No period was given: the answer is for the current quarter, 2024-Q1.',
    ])
  })

  test('a scope does not make a customer new who had bought from somebody else', () => {
    const deals = [...returningDeals, ['R9', 'Aspen Mills', 'Ben', 'won', 500, '2024-03-03']]
    expect(cells(ask(newRepeat, { deals }, { scope: 'Ben', period: '2024-Q1' }), ...counts)).toEqual([
      [3, 10_000, 1, 500],
    ])
  })

  test('a deal won on the first day of the period is new, one won the day before makes a repeat customer', () => {
    const won = (first: string) =>
      table(
        'Deal ID, Account, Status, Amount, Close date',
        ['A', 'Old', 'won', 1, '2020-01-01'],
        ['B', 'New', 'won', 1, first],
        ['C', 'New', 'won', 1, '2024-02-01'],
      )
    expect(cells(ask(newRepeat, { deals: won('2024-01-01') }), ...counts)).toEqual([[1, 2, 0, 0]])
    expect(cells(ask(newRepeat, { deals: won('2023-12-31') }), ...counts)).toEqual([[0, 0, 1, 1]])
  })

  test('it can be told who is new once anybody was a customer before the period', () => {
    const inPeriod = ['A', 'Acme', 'won', 1, '2024-02-01'] as const
    const header = 'Deal ID, Account, Status, Amount, Close date'
    const answer = (...earlier: readonly (readonly (string | number)[])[]) =>
      cells(ask(newRepeat, { deals: table(header, inPeriod, ...earlier) }, { period: '2024-Q1' }), 'newCustomers')
    expect(answer(['B', 'Old', 'won', 1, '2023-12-31'])).toEqual([[1]])
    expect(answer(['B', 'Old', 'won', 1, '2024-01-01'])).toMatch(/^no-answer: .*nothing was won before 2024-01-01/)
    expect(answer(['B', 'Old', 'lost', 1, '2023-12-31'])).toMatch(/^no-answer/)
    const since = (day: string) =>
      ask(
        newRepeat,
        { deals: table(header, inPeriod), customers: table('Account, Customer since', ['Old', day]) },
        { period: '2024-Q1' },
      )
    expect(cells(since('2023-12-31'), 'newCustomers')).toEqual([[1]])
    expect(cells(since('2024-01-01'), 'newCustomers')).toMatch(/^no-answer/)
  })

  test('a won deal without a day is in no period, and counted in a note', () => {
    const deals = [...returningDeals, ['R9', 'Aspen Mills', 'Ben', 'won', 500, null]]
    expect(notes(ask(newRepeat, { deals }, { period: '2024-Q1' }))).toEqual([
      'Won deals without a close date, which count in no period: 1.',
    ])
  })

  test('won deals without a customer are in neither, and counted in a note', () => {
    const deals = [...returningDeals, ['R9', null, 'Ben', 'won', 500, '2024-03-03']]
    const answer = ask(newRepeat, { deals }, { period: '2024-Q1' })
    expect(cells(answer, ...counts)).toEqual([[3, 12_000, 1, 4_000]])
    expect(notes(answer)).toEqual(['Won deals without a customer, which are neither new nor repeat: 1.'])
  })

  test('values that add up to 0 have no share', () => {
    const deals = [...returningDeals, ['R9', 'Birch Foods', 'Ben', 'won', -16_000, '2024-03-03']]
    const answer = ask(newRepeat, { deals }, { period: '2024-Q1' })
    expect(cells(answer, 'newValue', 'newShare')).toEqual([[-4_000, null]])
    expect(reasons(answer)).toEqual(['What was won adds up to 0.'])
  })

  test('since when they are customers is history enough', () => {
    const deals = returningDeals.filter(([id]) => id !== 'R1')
    expect(cells(ask(newRepeat, { deals }, { period: '2024-Q1' }), ...counts)).toMatch(/^no-answer: Which customers/)
    expect(cells(ask(newRepeat, { deals, customers: returningCustomers }, { period: '2024-Q1' }), ...counts)).toEqual([
      [3, 15_000, 1, 1_000],
    ])
  })

  test('deals without any customer have no answer that names the column', () => {
    const deals = returningDeals.map((row) => row.filter((_, i) => i !== 1))
    expect(cells(ask(newRepeat, { deals }), ...counts)).toMatch(/^missing-column: "deals" has no column for Account/)
  })
})
