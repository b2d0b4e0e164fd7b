import { describe, expect, test } from '@jest/globals'
import { soldDeals, soldLines } from '#core/metrics/examples/sold-lines'
import { grossMargin } from '#core/metrics/gross-margin'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Deal ID, Owner, Status, Amount, Cost, Close date'
const costly = table(
  header,
  ['A', 'Ann', 'won', 100, 160, '2024-01-05'],
  ['B', 'Bob', 'won', 100, 0, '2024-01-05'],
  ['C', 'Bob', 'won', null, 40, '2024-01-05'],
  ['D', 'Bob', 'won', -100, -60, '2024-01-05'],
)

describe('GROSS_MARGIN', () => {
  test('a loss is negative, a cost of 0 is a cost, an amount that is blank takes the cost out', () => {
    const answer = ask(grossMargin, { deals: costly }, { by: 'owner' })
    expect(cells(answer, 'owner', 'net', 'cost', 'rate')).toEqual([
      ['Bob', 0, -60, null],
      ['Ann', 100, 160, -0.6],
    ])
    expect(notes(answer)).toEqual(['Rows without an amount or a cost, which are left out of the margin: 1.'])
  })

  test('amounts that add up to 0 have no margin, with the reason', () => {
    expect(reasons(ask(grossMargin, { deals: costly }, { by: 'owner' }))).toEqual([
      'No such deal has both an amount and a cost, or their amounts add up to 0.',
      'The amounts add up to 0.',
    ])
  })

  test('the margin of all is that of the sums, not the average of margins', () => {
    const two = table(header, ['A', 'X', 'won', 900, 450, '2024-01-05'], ['B', 'X', 'won', 100, 90, '2024-01-05'])
    expect(cells(ask(grossMargin, { deals: two }), 'rate')).toEqual([[0.46]])
  })

  test('rows that share a deal ID are one deal: amounts and costs add up', () => {
    const lines = table(header, ['A', 'X', 'won', 60, 20, '2024-01-05'], ['A', 'X', 'won', 40, 30, '2024-01-05'])
    expect(cells(ask(grossMargin, { deals: lines }), 'net', 'cost')).toEqual([[100, 50]])
  })

  test('lines without a column for their cost are not used', () => {
    const lines = soldLines.map((row) => row.slice(0, 5))
    expect(cells(ask(grossMargin, { deals: soldDeals, lines }, { period: '2024-Q1' }), 'rate')).toEqual([[0.5]])
  })

  test('deals without a line, and lines without a deal, are told', () => {
    const answer = ask(grossMargin, { deals: soldDeals, lines: [...soldLines, ['M9', 'Pump P2', 1, 1, 1, 1]] })
    expect(notes(answer)).toContain('Deals without a line, which are left out: 1.')
    expect(answer.ok && answer.findings.map(({ text }) => text)).toContain(
      '"lines", row 9, column "Deal ID": no opportunity has this ID; the line counts nowhere. Correct it, or give the opportunity.',
    )
  })

  test('a scope limits the lines to those of its deals', () => {
    expect(
      cells(
        ask(grossMargin, { deals: soldDeals, lines: soldLines }, { period: '2024-Q1', scope: 'Ben' }),
        'net',
        'rate',
      ),
    ).toEqual([[8_000, 0.55]])
    expect(
      cells(
        ask(
          grossMargin,
          { deals: soldDeals.map((row) => row.slice(0, 7)), lines: soldLines },
          { scope: 'Product=Pump P2' },
        ),
        'net',
      ),
    ).toEqual([[12_000]])
  })

  test('costs, and prices of lines, follow the conversion of their deal (D11)', () => {
    const deals = table(
      'Deal ID, Status, Amount, Currency, Amount base, Cost, Close date',
      ['M1', 'won', 100, 'EUR', 100, 50, '2024-01-05'],
      ['M2', 'won', 100, 'USD', 90, 50, '2024-01-05'],
    )
    const base = { base_currency: 'EUR' }
    expect(cells(ask(grossMargin, { deals }, {}, base), 'net', 'cost')).toEqual([[190, 95]])
    const lines = table('Deal ID, Product, Qty, Net price, Unit cost', ['M1', 'P', 2, 10, 6], ['M2', 'P', 3, 20, 10])
    // EUR: 2 × 10 and 2 × 6; USD at 90 ÷ 100: 3 × 20 × 0.9 and 3 × 10 × 0.9
    expect(cells(ask(grossMargin, { deals, lines }, {}, base), 'net', 'cost')).toEqual([[20 + 54, 12 + 27]])
  })

  test('without any cost there is no answer that names the column', () => {
    const deals = soldDeals.map((row) => row.filter((_, column) => column !== 5))
    expect(cells(ask(grossMargin, { deals }), 'rate')).toMatch(/^missing-column: "deals" has no column for Cost/)
  })
})
