import type { Example } from './example.ts'
import { soldDeals, soldLines } from './examples/sold-lines.ts'

const labels = ['Net', 'Net with a cost', 'Cost', 'Margin', 'Gross margin', 'Cost known']

export const examples: readonly Example[] = [
  {
    about: 'From the cost of each deal; a deal without one is left out, and the last column shows it.',
    given: { deals: soldDeals },
    args: { as_of: '2024-03-31', period: '2024-Q1' },
    result: [labels, [20_000, 14_000, 7_000, 7_000, 0.5, 0.7]],
    figures: "SQLite: 1 - sum(cost) / sum(amount where cost is not null), status = 'won', closed in the quarter",
  },
  {
    about: 'By owner, the largest margin first.',
    given: { deals: soldDeals },
    args: { period: '2024-Q1', by: 'owner' },
    result: [
      ['Owner', ...labels],
      ['Anna', 10_000, 10_000, 6_000, 4_000, 0.4, 1],
      ['Ben', 10_000, 4_000, 1_000, 3_000, 0.75, 0.4],
    ],
    figures: 'SQLite: the same, grouped by owner',
  },
  {
    about: 'From the lines, where these have a unit cost.',
    given: { deals: soldDeals, lines: soldLines },
    args: { period: '2024-Q1' },
    result: [labels, [20_000, 18_000, 9_600, 8_400, 7 / 15, 0.9]],
    figures: 'SQLite: lines joined with their deals; 1 - sum(coalesce(qty, 1) * unit cost) / sum(the same of net), won',
  },
  {
    about: 'By the product of the lines.',
    given: { deals: soldDeals, lines: soldLines },
    args: { period: '2024-Q1', by: 'product' },
    result: [
      ['Product', ...labels],
      ['Pump P2', 12_000, 12_000, 7_800, 4_200, 0.35, 1],
      ['Service visit', 6_000, 6_000, 1_800, 4_200, 0.7, 1],
      ['Gasket kit', 2_000, 0, 0, 0, null, 0],
    ],
    figures: 'SQLite: the same, grouped by product',
  },
  {
    about: 'Of the open deals.',
    given: { deals: soldDeals },
    args: { which: 'open' },
    result: [labels, [9_000, 9_000, 5_400, 3_600, 0.4, 1]],
    figures: "SQLite: status = 'open'",
  },
]
