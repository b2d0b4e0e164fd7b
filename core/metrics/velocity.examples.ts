import type { Example } from './example.ts'
import { steadyAsOf, steadyPipeline } from './examples/steady-pipeline.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const header = ['Open deals', 'Average won deal', 'Win rate', 'Mean cycle', 'Per day', 'Closed deals']
const sql =
  "SQLite: avg(amount) of the won, avg(status = 'won') and avg(julianday(close) - julianday(created)) of the closed deals, without those closed before they were created"

export const examples: readonly Example[] = [
  {
    about: 'With the days of won deals, as nearly everybody reports it.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [header, [5, 50_000, 0.6, 73.5, (5 * 50_000 * 0.6) / 73.5, 5]],
    figures: `golden fixture of ten deals: 5 open, average won 50,000, win rate 60%, cycle 73.5 days; ${sql} gives 2,040.82`,
  },
  {
    about: 'A steady pipeline, with the days of won deals: less than what really comes in.',
    given: { deals: steadyPipeline },
    args: { as_of: steadyAsOf },
    result: [header, [9, 50_000, 0.25, 90, 1_250, 48]],
    figures:
      'published worked example on a smaller scale (1 won deal in 30 days for 2,000 in 365): 205,479 a day × 365 ÷ 2,000 ÷ 30 = 1,250',
  },
  {
    about: 'The same with the days of all closed deals: exactly what comes in, one deal of 50,000 in 30 days.',
    given: { deals: steadyPipeline },
    args: { as_of: steadyAsOf, basis: 'all' },
    result: [header, [9, 50_000, 0.25, 67.5, 50_000 / 30, 48]],
    figures: 'published worked example on a smaller scale: 273,973 a day × 365 ÷ 2,000 ÷ 30 = 1,666.67',
  },
  {
    about: 'Size, win rate and cycle of the deals closed in February.',
    given: { deals: tenDeals },
    args: { as_of: asOf, period: '2024-02', basis: 'all' },
    result: [header, [5, 30_000, 0.5, 95.5, 785.3403141361257, 2]],
    figures: `${sql} in 2024-02`,
  },
  {
    about: 'By owner; of the deal that Ben won the days are not known, since it was closed before it was created.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'owner' },
    result: [
      ['Owner', ...header],
      ['Anna', 2, 40_000, 1, 73.5, 1088.4353741496598, 2],
      ['Ben', 3, 70_000, 1 / 3, null, null, 3],
    ],
    figures: `${sql}, by owner`,
  },
]
