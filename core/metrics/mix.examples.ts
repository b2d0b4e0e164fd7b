import type { Example } from './example.ts'
import { soldDeals, soldLines } from './examples/sold-lines.ts'

const labels = ['Value', 'Share', 'Target share', 'Gap']

export const examples: readonly Example[] = [
  {
    about: 'By the product of the deal.',
    given: { deals: soldDeals },
    args: { as_of: '2024-03-31', period: '2024-Q1' },
    result: [
      ['Product', ...labels],
      ['Pumps', 16_000, 0.8, null, null],
      ['Service', 4_000, 0.2, null, null],
    ],
    figures: "SQLite: sum(amount) by product ÷ sum(amount), status = 'won', closed in the quarter",
  },
  {
    about: 'Against a target mix; a product that was not sold at all is in the list.',
    given: { deals: soldDeals },
    args: { period: '2024-Q1', target: 'Pumps=50%;Service=0.4;Training=0.1' },
    result: [
      ['Product', ...labels],
      ['Pumps', 16_000, 0.8, 0.5, 0.3],
      ['Service', 4_000, 0.2, 0.4, -0.2],
      ['Training', 0, 0, 0.1, -0.1],
    ],
    figures: 'SQLite as above, less the target shares by hand',
  },
  {
    about: 'By the product of the lines, where these are there.',
    given: { deals: soldDeals, lines: soldLines },
    args: { period: '2024-Q1' },
    result: [
      ['Product', ...labels],
      ['Pump P2', 12_000, 0.6, null, null],
      ['Service visit', 6_000, 0.3, null, null],
      ['Gasket kit', 2_000, 0.1, null, null],
    ],
    figures: 'SQLite: lines joined with their deals, sum(coalesce(qty, 1) * net) by product ÷ that of all',
  },
  {
    about: 'Of the open deals.',
    given: { deals: soldDeals },
    args: { which: 'open', by: 'owner' },
    result: [
      ['Owner', ...labels],
      ['Anna', 9_000, 1, null, null],
    ],
    figures: 'by hand: M3 is the only open deal',
  },
]
