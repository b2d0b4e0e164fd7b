import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { isoDay } from '#core/cells/day'
import { readCustomerSince } from '#core/dataset/customer-since'
import { openDataset } from '#core/dataset/dataset'
import { textsOf } from './in-columns.ts'

const table = (header: string, ...rows: Grid): Grid => [header.split(', '), ...rows]

const deals = table(
  'Deal ID, Account ID, Account, Status, Close date',
  ['D1', '1', 'Acme', 'won', '2024-02-01'],
  ['D2', '1', 'Acme', 'won', '2023-06-01'],
  ['D3', '2', 'Bolt', 'lost', '2023-01-01'],
  ['D4', '3', 'Cog', 'won', null],
  ['D5', null, 'Dent', 'won', '2022-05-05'],
  ['D2', '9', 'Other', 'open', '2025-01-01'],
)

interface Activity {
  readonly id?: string
  readonly account?: string
  readonly deal?: string
}

/** Since when the accounts of the activities are customers: a day, `never`, or `unnamed`. */
const since = (grids: { deals?: Grid; customers?: Grid }, ...activities: readonly Activity[]) => {
  const tables = Object.fromEntries(Object.entries(grids).map(([name, grid]) => [name, { name, grid }]))
  const read = readCustomerSince(
    {
      account_id: textsOf(...activities.map(({ id = '' }) => id)),
      account: textsOf(...activities.map(({ account = '' }) => account)),
      deal_id: textsOf(...activities.map(({ deal = '' }) => deal)),
    },
    openDataset({ tables, today: 45382 }),
  )
  if (read === null) return null
  return activities.map((_, row) => {
    const day = read(row)
    if (Number.isNaN(day)) return 'unnamed'
    return day === Infinity ? 'never' : isoDay(day)
  })
}

describe('readCustomerSince', () => {
  test('a customer since the first won deal: by ID, else by name in any spelling', () => {
    const asked = [{ id: '1' }, { account: 'ACME' }, { id: '1', account: 'Bolt' }, { account: 'dent ' }]
    expect(since({ deals }, ...asked)).toEqual(['2023-06-01', '2023-06-01', '2023-06-01', '2022-05-05'])
  })

  test('an ID that the deals do not have leaves it to the name', () => {
    expect(since({ deals }, { id: '77', account: 'Acme' }, { id: '77' })).toEqual(['2023-06-01', 'never'])
  })

  test('who never won, or won on no known day, never was one', () => {
    expect(since({ deals }, { account: 'Bolt' }, { id: '3' }, { account: 'Nobody' })).toEqual([
      'never',
      'never',
      'never',
    ])
  })

  test('each pair of ID and name is told apart', () => {
    const asked = [{ id: '2', account: 'Acme' }, { id: '1', account: 'Bolt' }, { account: 'Bolt' }, { id: '1' }]
    expect(since({ deals }, ...asked)).toEqual(['never', '2023-06-01', 'never', '2023-06-01'])
  })

  test('an activity that names no account has that of its deal, of the first row of that deal', () => {
    const asked = [{ deal: 'D1' }, { deal: 'D2' }, { deal: 'D3' }, { deal: 'D5' }]
    expect(since({ deals }, ...asked)).toEqual(['2023-06-01', '2023-06-01', 'never', '2022-05-05'])
  })

  test('without an account, and without a deal that is known, nobody is named', () => {
    expect(since({ deals }, {}, { deal: 'D99' })).toEqual(['unnamed', 'unnamed'])
  })

  test('Customers tells as well, and the earliest day counts', () => {
    const customers = table(
      'Account ID, Account, Customer since',
      ['1', 'Acme', '2020-01-01'],
      ['1', 'Acme', '2019-01-01'],
      ['2', 'Bolt', null],
      ['5', 'Dent', '2024-01-01'],
    )
    const asked = [{ id: '1' }, { account: 'Acme' }, { account: 'Bolt' }, { account: 'Dent' }, { id: '5' }]
    expect(since({ deals, customers }, ...asked)).toEqual([
      '2019-01-01',
      '2019-01-01',
      'never',
      '2022-05-05',
      '2024-01-01',
    ])
    expect(since({ customers }, { id: '1' }, { account: 'acme' })).toEqual(['2019-01-01', '2019-01-01'])
  })

  test('without deals that name accounts, and without days in Customers, it cannot be told', () => {
    expect(since({}, { id: '1' })).toBeNull()
    expect(since({ deals: table('Deal ID, Status, Close date', ['A', 'won', '2024-01-01']) }, { id: '1' })).toBeNull()
    expect(since({ deals: table('Deal ID, Account, Stage', ['A', 'Acme', 'Talk']) }, { account: 'Acme' })).toBeNull()
    expect(since({ customers: table('Account ID, Account', ['1', 'Acme']) }, { id: '1' })).toBeNull()
  })

  test('deals that name accounts by name only, or by ID only, will do', () => {
    const named = deals.map((row) => row.filter((_, column) => column !== 1))
    expect(since({ deals: named }, { account: 'Acme' }, { deal: 'D1' })).toEqual(['2023-06-01', '2023-06-01'])
    const numbered = deals.map((row) => row.filter((_, column) => column !== 2))
    expect(since({ deals: numbered }, { id: '1' }, { deal: 'D1' })).toEqual(['2023-06-01', '2023-06-01'])
  })
})
