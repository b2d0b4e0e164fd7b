import { describe, expect, test } from '@jest/globals'
import { retention } from '#core/metrics/retention'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Account ID, Account, Owner, Customer since, Recurring start, Recurring end'
const few = table(
  header,
  ['a', 'A', 'Ann', '2020-01-01', 100, null],
  ['b', 'B', 'Ann', '2020-01-01', 100, 300],
  ['c', 'C', 'Bob', '2024-01-15', -10, 40],
  ['d', 'D', 'Bob', '2019-01-01', null, null],
)

describe('RETENTION', () => {
  test('growth of one customer never makes up for the loss of another in gross retention', () => {
    expect(cells(ask(retention, { customers: few }), 'logo', 'grr', 'nrr')).toEqual([[0.5, 0.5, 1.5]])
  })

  test('a blank at the end counts as lost, and a negative start is in no rate; both are told', () => {
    expect(notes(ask(retention, { customers: few }))).toEqual([
      'Customers with revenue at the start and a blank at the end, which count as lost: 1.',
      'Customers with negative revenue at the start, which are in no rate: 1.',
    ])
  })

  test('the rate in one cell is the one that is asked for', () => {
    for (const type of ['nrr', 'grr', 'logo'])
      expect(ask(retention, { customers: few }, { type })).toMatchObject({ scalar: type })
  })

  test('nobody at the start means no rate, with the reason', () => {
    const answer = ask(retention, { customers: few }, { by: 'owner' })
    expect(cells(answer, 'owner', 'customers', 'nrr', 'added')).toEqual([
      ['Ann', 2, 1.5, 0],
      ['Bob', 0, null, 40],
    ])
    expect(reasons(answer)).toContain('No customer has recurring revenue at the start.')
  })

  test('who became a customer in the period is new, not won back', () => {
    expect(cells(ask(retention, { customers: few }, { period: '2024' }), 'added', 'wonBack')).toEqual([[40, 0]])
    expect(cells(ask(retention, { customers: few }, { period: '2024-02' }), 'added', 'wonBack')).toEqual([[40, 40]])
  })

  test('a scope limits the customers to those of its owner', () => {
    expect(cells(ask(retention, { customers: few }, { scope: 'Bob' }), 'customers', 'added')).toEqual([[0, 40]])
  })

  test.each([
    [{ type: 'gross' }, 'argument: type is "gross"; it can be nrr or grr or logo.'],
    [{ price_index: -1 }, 'argument: price_index is -1; it must be a number of -0.99 or more.'],
  ])('refuses %j', (args, reason) => {
    expect(cells(ask(retention, { customers: few }, args), 'nrr')).toBe(reason)
  })

  test('a period needs to know since when they are customers', () => {
    const customers = few.map((row) => row.filter((_, i) => i !== 3))
    expect(cells(ask(retention, { customers }, { period: '2024' }), 'wonBack')).toMatch(
      /^missing-column: "customers" has no column for Customer since/,
    )
  })
})
