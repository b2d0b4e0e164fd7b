import type { Example } from './example.ts'
import { soldDeals, soldLines } from './examples/sold-lines.ts'

const labels = ['Lines', 'List', 'Net', 'Discount', 'List price known']
const given = { lines: soldLines, deals: soldDeals }

export const examples: readonly Example[] = [
  {
    about: 'Of the lines of won deals; one without a list price is left out, and the last column shows it.',
    given,
    args: { as_of: '2024-03-31', period: '2024-Q1' },
    result: [labels, [5, 22_200, 18_000, 42 / 222, 0.9]],
    figures:
      "SQLite: 1 - sum(net * coalesce(qty, 1)) / sum(list * coalesce(qty, 1)) where list is not null, lines joined with deals, status = 'won', closed in the quarter",
  },
  {
    about: 'By product.',
    given,
    args: { by: 'product' },
    result: [
      ['Product', ...labels],
      ['Pump P2', 2, 15_000, 12_000, 0.2, 1],
      ['Service visit', 2, 7_200, 6_000, 1 / 6, 1],
      ['Gasket kit', 1, 0, 0, null, 0],
    ],
    figures: 'SQLite: the same, grouped by product',
  },
  {
    about: 'By the owner of the deal.',
    given,
    args: { by: 'owner' },
    result: [
      ['Owner', ...labels],
      ['Anna', 2, 12_400, 10_000, 24 / 124, 1],
      ['Ben', 3, 9_800, 8_000, 18 / 98, 0.8],
    ],
    figures: 'SQLite: the same, grouped by owner',
  },
  {
    about: 'Of the open deals, which are offered at the list price.',
    given,
    args: { which: 'open' },
    result: [labels, [1, 9_000, 9_000, 0, 1]],
    figures: "SQLite: the same, status = 'open'",
  },
]
