import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

export const examples: readonly Example[] = [
  {
    about: 'All open deals; the one without an amount counts and adds nothing.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [
      ['Deals', 'Value'],
      [5, 260_000],
    ],
    figures: 'golden fixture of ten deals: open 5 / 260,000',
  },
  {
    about: 'Open deals that are due in the second quarter; a deal without a close date is due in no period.',
    given: { deals: tenDeals },
    args: { period: '2024-Q2', as_of: asOf },
    result: [
      ['Deals', 'Value'],
      [2, 140_000],
    ],
    figures: 'by hand: D6 60,000 + D7 80,000',
  },
  {
    about: 'By owner, the largest first.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'owner' },
    result: [
      ['Owner', 'Deals', 'Value'],
      ['Ben', 3, 140_000],
      ['Anna', 2, 120_000],
    ],
    figures: 'by hand: Ben D6 + D7 + D8 (blank), Anna D5 + D9',
  },
  {
    about: 'In two currencies: the open deal in dollars counts at the latest rate up to the as-of day.',
    given: {
      deals: [
        ['Deal ID', 'Status', 'Amount', 'Currency'],
        ['A', 'open', 10_000, 'EUR'],
        ['B', 'open', 20_000, 'USD'],
      ],
      fx: [
        ['Currency', 'Date', 'Rate to base', 'Type'],
        ['USD', '2024-01-01', 0.9, 'spot'],
        ['USD', '2024-03-01', 0.8, 'spot'],
        ['USD', '2024-04-01', 0.7, 'spot'],
      ],
    },
    args: { as_of: asOf },
    settings: { base_currency: 'EUR' },
    result: [
      ['Deals', 'Value'],
      [2, 26_000],
    ],
    figures: 'by hand: 10,000 + 20,000 × 0.8, the rate of 1 March',
  },
]
