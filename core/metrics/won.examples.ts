import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

export const examples: readonly Example[] = [
  {
    about: 'Won in the first quarter.',
    given: { deals: tenDeals },
    args: { period: '2024-Q1', as_of: asOf },
    result: [
      ['Deals', 'Value'],
      [3, 150_000],
    ],
    figures: 'golden fixture of ten deals: won Q1 3 / 150,000',
  },
  {
    about: 'By month, in the order of time.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'month' },
    result: [
      ['Month', 'Deals', 'Value'],
      ['2024-01', 1, 50_000],
      ['2024-02', 1, 30_000],
      ['2024-03', 1, 70_000],
    ],
    figures: "SQLite: sum(amount) where status = 'won' group by substr(close_date, 1, 7)",
  },
  {
    about: 'By owner, the largest first.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'owner' },
    result: [
      ['Owner', 'Deals', 'Value'],
      ['Anna', 2, 80_000],
      ['Ben', 1, 70_000],
    ],
    figures: 'by hand: Anna D1 50,000 + D2 30,000, Ben D10 70,000',
  },
  {
    about: 'A negative amount corrects what was won; a blank one adds nothing.',
    given: {
      deals: [
        ['Deal ID', 'Status', 'Amount', 'Close date'],
        ['A', 'Won', 900, '2024-01-10'],
        ['B', 'Won', -150, '2024-02-10'],
        ['C', 'Won', null, '2024-03-10'],
        ['D', 'Lost', 400, '2024-03-10'],
      ],
    },
    args: { as_of: asOf, period: '2024' },
    result: [
      ['Deals', 'Value'],
      [3, 750],
    ],
    figures: 'by hand: 900 − 150',
  },
  {
    about: 'By person, of a deal that two people share: each has their credit, in money and in deals.',
    given: {
      deals: [
        ['Deal ID', 'Owner', 'Status', 'Amount', 'Close date'],
        ['A', 'Anna', 'won', 10_000, '2024-02-01'],
        ['B', 'Ben', 'won', 5_000, '2024-02-01'],
      ],
      splits: [
        ['Deal ID', 'Person', 'Credit pct', 'Role'],
        ['A', 'Anna', 60, 'account executive'],
        ['A', 'Ben', 40, 'presales'],
      ],
    },
    args: { by: 'owner' },
    result: [
      ['Owner', 'Deals', 'Value'],
      ['Ben', 1.4, 9_000],
      ['Anna', 0.6, 6_000],
    ],
    figures: 'by hand: Anna 10,000 × 60%; Ben 10,000 × 40% + 5,000',
  },
]
