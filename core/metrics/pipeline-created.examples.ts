import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'
import { tenDealSnapshots } from './examples/ten-deals-past.ts'

const header = ['Deals', 'Value']

export const examples: readonly Example[] = [
  {
    about: 'Created in the first quarter, with the amount of today.',
    given: { deals: tenDeals },
    args: { period: '2024-Q1', as_of: asOf },
    result: [header, [5, 150_000]],
    figures: 'golden fixture of ten deals: created in Q1 D4, D6, D8, D9, D10 = 5 / 150,000',
  },
  {
    about: 'With the amount of the first snapshot; D10 is in none and counts with that of today.',
    given: { deals: tenDeals, snapshots: tenDealSnapshots },
    args: { period: '2024-Q1', as_of: asOf, initial: true },
    result: [header, [5, 153_000]],
    figures: 'SQLite: amount of min(snapshot_at) by deal, else the amount now: 0 + 55,000 + blank + 28,000 + 70,000',
  },
  {
    about: 'By the month of creation, in the order of time.',
    given: { deals: tenDeals },
    args: { period: '2024-Q1', as_of: asOf, by: 'month' },
    result: [
      ['Month', ...header],
      ['2024-01', 3, 20_000],
      ['2024-02', 1, 60_000],
      ['2024-03', 1, 70_000],
    ],
    figures: 'SQLite: count(*), sum(amount) group by substr(created, 1, 7)',
  },
  {
    about: 'By owner, the largest first.',
    given: { deals: tenDeals },
    args: { period: '2024-Q1', as_of: asOf, by: 'owner' },
    result: [
      ['Owner', ...header],
      ['Ben', 4, 130_000],
      ['Anna', 1, 20_000],
    ],
    figures: 'by hand: Ben D4, D6, D8, D10; Anna D9',
  },
]
