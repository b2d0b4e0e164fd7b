import { describe, expect, test } from '@jest/globals'
import { whitespace } from '#core/metrics/whitespace'
import { ask, cells, notes, reasons, table } from './ask.ts'

const customers = table(
  'Account ID, Account, Owner, Potential year',
  ['1', 'Élan', 'Ann', 100],
  ['2', 'Bolt', 'Bob', 0],
  ['3', 'Cord', 'Bob', null],
)
const sales = table(
  'Invoice ID, Date, Account, Product, Amount',
  ['I1', '2024-01-01', 'ELAN', 'P', 150],
  ['I2', '2024-01-01', 'Bolt', null, 20],
  ['I3', '2024-01-01', 'Zinc', 'P', 7],
)

describe('WHITESPACE', () => {
  test('a blank potential is not known, one of 0 is 0, and more sold than the potential is negative', () => {
    const answer = ask(whitespace, { customers, sales })
    expect(cells(answer, 'account', 'potential', 'whitespace', 'wallet')).toEqual([
      ['Bolt', 0, -20, null],
      ['Élan', 100, -50, 1.5],
      ['Cord', null, null, null],
    ])
    expect(reasons(answer)).toEqual([
      'The potential is 0.',
      'The yearly potential of the customer is not known.',
      'The yearly potential of the customer is not known.',
    ])
  })

  test('what was sold to nobody in Customers is told, what has no product is among the others', () => {
    const answer = ask(whitespace, { customers, sales })
    expect(notes(answer)).toEqual(['Rows sold to accounts that are not in Customers, which are left out: 1.'])
    expect(cells(answer, 'account', 'product1', 'other')).toEqual([
      ['Bolt', null, 20],
      ['Élan', 150, null],
      ['Cord', null, null],
    ])
  })

  test('sales without a column for the product give totals alone', () => {
    const plain = sales.map((row) => row.filter((_, i) => i !== 3))
    const answer = ask(whitespace, { customers, sales: plain })
    expect(answer.ok && answer.columns.map(({ key }) => key)).toEqual([
      'account',
      'segment',
      'tier',
      'potential',
      'current',
      'whitespace',
      'wallet',
    ])
  })

  test('deals belong to the customer of their account ID, else of their name, and their lines keep their products', () => {
    const deals = table(
      'Deal ID, Account ID, Account, Product, Status, Amount, Close date',
      ['D', '1', 'Bolt', 'P', 'won', 5, '2024-01-01'],
      ['D', '1', 'Bolt', 'Q', 'won', 6, '2024-01-01'],
      ['E', null, 'Bolt', 'Q', 'won', 1, '2024-01-01'],
      ['F', null, 'Bolt', 'Q', 'open', 9, '2024-01-01'],
    )
    const answer = ask(whitespace, { customers, deals })
    expect(cells(answer, 'account', 'product1', 'product2')).toEqual([
      ['Élan', 6, 5],
      ['Bolt', 1, null],
      ['Cord', null, null],
    ])
  })

  test('a scope limits the customers', () => {
    expect(cells(ask(whitespace, { customers, sales }, { scope: 'Ann' }), 'account')).toEqual([['Élan']])
  })

  test('needs to know what was sold', () => {
    expect(cells(ask(whitespace, { customers }), 'account')).toMatch(/^missing-table: WHITESPACE needs Sales with/)
    expect(cells(ask(whitespace, { customers, sales }, { products: 1.5 }), 'account')).toBe(
      'argument: products is 1.5; it must be a whole number of 0 or more.',
    )
  })
})
