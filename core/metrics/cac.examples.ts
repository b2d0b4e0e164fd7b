import type { Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { returningCustomers, returningDeals } from './examples/returning-customers.ts'
import { spentCosts } from './examples/spent-costs.ts'

const labels = ['Cost', 'New customers', 'Cost per new customer', 'Spent on new customers']

const customers: Grid = [
  ...returningCustomers,
  ['C-4', 'Fir Chemicals', '2024-01-31'],
  ['C-5', 'Ginkgo Dairy', '2024-04-01'],
]

export const examples: readonly Example[] = [
  {
    about: 'All costs of the quarter for each customer who is new in it.',
    given: { costs: spentCosts, customers },
    args: { as_of: '2024-03-31', period: '2024-Q1' },
    result: [labels, [30_910, 2, 15_455, 7_500 / 30_910]],
    figures:
      "SQLite: sum(amount * days within the quarter / days of the cost), the same where allocation = 'new', count of customer_since between '2024-01-01' and '2024-03-31'",
  },
  {
    about: 'Only what was spent on new customers.',
    given: { costs: spentCosts, customers },
    args: { period: '2024-Q1', spent: 'new' },
    result: [labels, [7_500, 2, 3_750, 7_500 / 30_910]],
    figures: 'SQLite: as above',
  },
  {
    about: 'What was spent 30 days earlier.',
    given: { costs: spentCosts, customers },
    args: { period: '2024-Q1', lag: 30 },
    result: [labels, [24_299.471818504077, 2, 24_299.471818504077 / 2, 8_521.978021978022 / 24_299.471818504077]],
    figures: 'SQLite: the same over 2023-12-02 to 2024-03-01',
  },
  {
    about: 'Without Customers, a customer is new with the first deal won; only marketing counts.',
    given: { costs: spentCosts, deals: returningDeals },
    args: { period: '2024-Q1', categories: 'marketing' },
    result: [labels, [6_000, 3, 2_000, 1]],
    figures: "SQLite: where category = 'marketing'; count of accounts with min(close) of won deals in the quarter",
  },
  {
    about: 'A period without a new customer has no cost of one.',
    given: { costs: spentCosts, customers },
    args: { period: '2023-10' },
    result: [labels, [(9_200 * 31) / 92, 0, null, 1]],
    figures: 'by hand: 31 of the 92 days of the quarter; the first new customer came in December',
  },
]
