import type { Example } from './example.ts'
import { spentCosts } from './examples/spent-costs.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const labels = ['Selling cost', 'Won', 'Selling cost ratio']
const given = { costs: spentCosts, deals: tenDeals }

export const examples: readonly Example[] = [
  {
    about: 'Of a quarter; of the tools, which are given for the year, the days of the quarter count.',
    given,
    args: { as_of: asOf, period: '2024-Q1' },
    result: [labels, [30_910, 150_000, 3_091 / 15_000]],
    figures:
      'SQLite: sum(amount * days within the quarter / days of the cost) = 30,910; won of the quarter 150,000 as in the golden fixture of ten deals',
  },
  {
    about: 'By owner; costs of nobody stand apart.',
    given,
    args: { as_of: asOf, period: '2024-Q1', by: 'owner' },
    result: [
      ['Owner', ...labels],
      ['Anna', 12_000, 80_000, 0.15],
      ['Ben', 12_000, 70_000, 12 / 70],
      ['(none)', 6_910, 0, null],
    ],
    figures: 'SQLite: the same, grouped by owner',
  },
  {
    about: 'Only some categories; without a period, of the current quarter.',
    given,
    args: { as_of: asOf, categories: 'travel;marketing' },
    result: [labels, [7_500, 150_000, 0.05]],
    figures: "SQLite: the same, where category in ('travel', 'marketing')",
  },
]
