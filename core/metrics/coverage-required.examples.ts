import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const labels = ['Required coverage', 'Win rate', 'Basis', 'Cases', 'Rule of thumb']

/** Two of four deals that were due in the quarter at its start were won in it, one for less; E5 came later. */
const deals = [
  ['Deal ID', 'Status', 'Amount', 'Close date'],
  ['E1', 'won', 40_000, '2024-02-10'],
  ['E2', 'won', 50_000, '2024-03-20'],
  ['E3', 'lost', 30_000, '2024-03-01'],
  ['E4', 'open', 80_000, '2024-05-01'],
  ['E5', 'won', 25_000, '2024-03-25'],
]
const snapshots = [
  ['Snapshot at', 'Deal ID', 'Status', 'Amount', 'Close date'],
  ['2023-12-31', 'E1', 'open', 40_000, '2024-01-31'],
  ['2023-12-31', 'E2', 'open', 60_000, '2024-03-31'],
  ['2023-12-31', 'E3', 'open', 30_000, '2024-02-28'],
  ['2023-12-31', 'E4', 'open', 50_000, '2024-03-15'],
]

export const examples: readonly Example[] = [
  {
    about: 'From the pipeline as it stood at the start of the quarter, and what it brought.',
    given: { deals, snapshots },
    args: { as_of: '2024-03-31' },
    result: [labels, [2, 0.5, 'pipeline at the start', 1, 3]],
    figures: 'by hand: 40,000 + 50,000 of the 180,000 that were due; E5 was not among them',
  },
  {
    about: 'Without snapshots the win rate of closed deals by value.',
    given: { deals: tenDeals },
    args: { as_of: asOf, lookback: 1 },
    result: [labels, [190 / 150, 150 / 190, 'won ÷ closed, by value', 5, 3]],
    figures: 'golden fixture of ten deals: win rate by value 78.95%, which is 150,000 ÷ 190,000',
  },
  {
    about: 'By count where the lost deals have no amount.',
    given: {
      deals: [
        ['Deal ID', 'Status', 'Amount', 'Close date'],
        ['A', 'won', 10, '2024-02-01'],
        ['B', 'lost', 0, '2024-02-01'],
        ['C', 'lost', 0, '2024-02-01'],
        ['D', 'lost', 5, '2024-02-01'],
      ],
    },
    args: { as_of: '2024-04-15' },
    result: [labels, [4, 0.25, 'won ÷ closed, by count', 4, 3]],
    figures: 'by hand: one of four; of three lost deals one has an amount',
  },
]
