import { describe, expect, test } from '@jest/globals'
import { discount } from '#core/metrics/discount'
import { soldDeals, soldLines } from '#core/metrics/examples/sold-lines'
import { ask, cells, notes, reasons, table } from './ask.ts'

const priced = (...rows: readonly (readonly (string | number | null)[])[]) =>
  table('Deal ID, Product, Qty, List price, Net price', ...rows)

describe('DISCOUNT', () => {
  test('is that of the sums, not the average of the lines', () => {
    const lines = priced(['M1', 'A', 9, 100, 90], ['M1', 'B', 1, 100, 0])
    expect(cells(ask(discount, { deals: soldDeals, lines }), 'list', 'net', 'rate')).toEqual([[1_000, 810, 0.19]])
  })

  test('is negative where more than the list price was paid', () => {
    expect(cells(ask(discount, { deals: soldDeals, lines: priced(['M1', 'A', 1, 100, 110]) }), 'rate')).toEqual([
      [-0.1],
    ])
  })

  test('a quantity of 0 counts as 0, and without any list price there is no answer', () => {
    const answer = ask(discount, { deals: soldDeals, lines: priced(['M1', 'A', 0, 100, 90]) })
    expect(cells(answer, 'lines', 'list', 'rate')).toEqual([[1, 0, null]])
    expect(reasons(answer)).toEqual([
      'No such line has both a list price and a net price, or the list prices add up to 0.',
      'The net prices add up to 0.',
    ])
  })

  test('lines of lost deals, and of deals closed in another period, do not count', () => {
    expect(cells(ask(discount, { deals: soldDeals, lines: soldLines }, { period: '2024-02' }), 'lines')).toEqual([[1]])
  })

  test('lines without a list price are counted in a note', () => {
    expect(notes(ask(discount, { deals: soldDeals, lines: soldLines }))).toContain(
      'Lines without a list price or a net price, which are left out of the discount: 1.',
    )
  })

  test('by month takes the closing day of the deal', () => {
    expect(
      cells(ask(discount, { deals: soldDeals, lines: soldLines }, { by: 'month', scope: 'Anna' }), 'month', 'lines'),
    ).toEqual([['2024-01', 2]])
  })

  test.each([
    [{ lines: soldLines }, /^missing-table: DISCOUNT needs the table Opportunities/],
    [{ deals: soldDeals }, /^missing-table: DISCOUNT needs the table Lines/],
    [
      { deals: soldDeals, lines: soldLines.map((row) => row.filter((_, i) => i !== 3)) },
      /^missing-column: "lines" has no column for List price/,
    ],
  ])('names what is missing (%#)', (given, reason) => {
    expect(cells(ask(discount, given), 'rate')).toMatch(reason)
  })
})
