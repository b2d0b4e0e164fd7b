import type { Example } from './example.ts'
import { returningCustomers, returningDeals } from './examples/returning-customers.ts'

const labels = ['New customers', 'New value', 'Repeat customers', 'Repeat value', 'New share of value']

export const examples: readonly Example[] = [
  {
    about: 'Customers are counted, not deals: one who bought twice in the quarter is one new customer.',
    given: { deals: returningDeals },
    args: { as_of: '2024-03-31', period: '2024-Q1' },
    result: [labels, [3, 12_000, 1, 4_000, 0.75]],
    figures:
      "SQLite: count(distinct account) and sum(amount) of the quarter's won deals, by min(close) of the account's won deals >= '2024-01-01'",
  },
  {
    about: 'Who is a customer by Customers is no new one.',
    given: { deals: returningDeals, customers: returningCustomers },
    args: { period: '2024-Q1' },
    result: [labels, [2, 11_000, 2, 5_000, 11 / 16]],
    figures: 'SQLite: the same over the earlier of min(close) and customer since',
  },
  {
    about: 'By owner; a customer who bought from two counts once for each.',
    given: { deals: returningDeals },
    args: { as_of: '2024-03-31', by: 'owner' },
    result: [
      ['Owner', ...labels],
      ['Ben', 3, 10_000, 0, 0, 1],
      ['Anna', 1, 2_000, 1, 4_000, 1 / 3],
    ],
    figures: 'SQLite: the same, grouped by owner; without a period the quarter that holds the as-of day counts',
  },
  {
    about: 'Where the data does not reach back before the period, nobody can tell who is new.',
    given: { deals: returningDeals },
    args: { period: '2023' },
    result: { error: 'Which customers are new in 2023 cannot be told: nothing was won before 2023-01-01' },
    figures: 'by hand: the first deal was won in May 2023',
  },
]
