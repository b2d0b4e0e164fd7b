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
]
