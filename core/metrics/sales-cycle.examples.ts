import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const header = ['Sales cycle', 'Deals', 'Left out']

export const examples: readonly Example[] = [
  {
    about: 'The median of won deals; the one closed before it was created is left out and counted.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [header, [73.5, 2, 1]],
    figures: 'golden fixture of ten deals: cycle median 73.5 days (D10 excluded, −5 days)',
  },
  {
    about: 'Of every closed deal, won or lost.',
    given: { deals: tenDeals },
    args: { as_of: asOf, of: 'all' },
    result: [header, [73.5, 4, 1]],
    figures:
      'SQLite: julianday(close_date) − julianday(created) gives 75, 72, 119, 10 and −5; the middle of the positive',
  },
  {
    about: 'The mean of every closed deal.',
    given: { deals: tenDeals },
    args: { as_of: asOf, of: 'all', stat: 'mean' },
    result: [header, [69, 4, 1]],
    figures: 'DuckDB: avg(days) of 10, 72, 75 and 119',
  },
  {
    about: 'The days within which three quarters of them are closed.',
    given: { deals: tenDeals },
    args: { as_of: asOf, of: 'all', stat: 'p75' },
    result: [header, [86, 4, 1]],
    figures: 'DuckDB: quantile_cont(days, 0.75) of 10, 72, 75 and 119',
  },
  {
    about: 'By owner, the longest first; Ben won only the deal that is left out.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'owner' },
    result: [
      ['Owner', ...header],
      ['Anna', 73.5, 2, 0],
      ['Ben', null, 0, 1],
    ],
    figures: 'by hand: Anna 75 and 72 days, Ben −5',
  },
  {
    about: 'Won in January.',
    given: { deals: tenDeals },
    args: { as_of: asOf, period: '2024-01' },
    result: [header, [75, 1, 0]],
    figures: 'by hand: D1 from 2023-11-01 to 2024-01-15',
  },
]
