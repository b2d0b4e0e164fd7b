import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const header = ['Deals', 'Value', 'Average deal', 'Large deals left out', 'Average with large deals']

export const examples: readonly Example[] = [
  {
    about: 'Of won deals.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [header, [3, 150_000, 50_000, 0, 50_000]],
    figures: 'golden fixture of ten deals: average won 50,000',
  },
  {
    about: 'Of open deals; the one without an amount is left out.',
    given: { deals: tenDeals },
    args: { as_of: asOf, which: 'open' },
    result: [header, [4, 260_000, 65_000, 0, 65_000]],
    figures: "SQLite: avg(amount) where status = 'open' and amount > 0",
  },
  {
    about: 'Of lost deals; an amount of 0 is left out.',
    given: { deals: tenDeals },
    args: { as_of: asOf, which: 'lost' },
    result: [header, [1, 40_000, 40_000, 0, 40_000]],
    figures: "SQLite: avg(amount) where status = 'lost' and amount > 0",
  },
  {
    about: 'The middle one instead of the mean, of deals due in 2024.',
    given: { deals: tenDeals },
    args: { as_of: asOf, which: 'open', stat: 'median', period: '2024' },
    result: [header, [4, 260_000, 70_000, 0, 70_000]],
    figures: 'by hand: the middle of 20,000, 60,000, 80,000 and 100,000',
  },
  {
    about: 'Without deals above 60,000, and beside it with them.',
    given: { deals: tenDeals },
    args: { as_of: asOf, exclude_above: 60_000 },
    result: [header, [2, 80_000, 40_000, 1, 50_000]],
    figures: 'by hand: (50,000 + 30,000) ÷ 2, and with 70,000 ÷ 3',
  },
  {
    about: 'Negative amounts are left out unless they are asked for.',
    given: {
      deals: [
        ['Deal ID', 'Status', 'Amount'],
        ['A', 'Won', 900],
        ['B', 'Won', -300],
        ['C', 'Won', 0],
      ],
    },
    args: { as_of: asOf, include_negative: true },
    result: [header, [2, 600, 300, 0, 300]],
    figures: 'by hand: (900 − 300) ÷ 2; 0 is no amount',
  },
  {
    about: 'By owner, the largest average first.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'owner' },
    result: [
      ['Owner', ...header],
      ['Ben', 1, 70_000, 70_000, 0, 70_000],
      ['Anna', 2, 80_000, 40_000, 0, 40_000],
    ],
    figures: 'by hand: Ben D10, Anna D1 and D2',
  },
  {
    about: 'No deal, no average.',
    given: { deals: tenDeals },
    args: { as_of: asOf, period: '2022' },
    result: [header, [0, 0, null, 0, null]],
    figures: 'by hand: no deal was won in 2022',
  },
]
