import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

export const examples: readonly Example[] = [
  {
    about: 'By count: every closed deal counts once, whatever its amount.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [3, 2, 0.6, 5],
    ],
    figures: 'golden fixture of ten deals: win rate count 60%',
  },
  {
    about: 'With positive amounts only.',
    given: { deals: tenDeals },
    args: { as_of: asOf, min_amount: 1 },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [3, 1, 0.75, 4],
    ],
    figures: 'golden fixture of ten deals: with positive amounts only 75%',
  },
  {
    about: 'By value.',
    given: { deals: tenDeals },
    args: { as_of: asOf, unit: 'value' },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [150_000, 40_000, 150 / 190, 5],
    ],
    figures: 'golden fixture of ten deals: by value 78.95%',
  },
  {
    about: 'Overdue open deals counted as lost.',
    given: { deals: tenDeals },
    args: { as_of: asOf, denominator: 'incl_overdue' },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [3, 3, 0.5, 6],
    ],
    figures: 'golden fixture of ten deals: overdue-as-lost 50%',
  },
  {
    about: 'A period in which nothing was closed has no rate.',
    given: { deals: tenDeals },
    args: { as_of: asOf, period: '2022' },
    result: [
      ['Won', 'Lost', 'Win rate', 'Closed deals'],
      [0, 0, null, 0],
    ],
    figures: 'by hand: no deal was closed in 2022',
  },
]
