import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'

const header = ['Window', 'Deals', 'Value', 'Weighted']
const sql =
  "SQLite: count(*), sum(amount), sum(amount * p) where status = 'open' and julianday(close) - julianday(as of) between 0 and the days"

export const examples: readonly Example[] = [
  {
    about: 'The next 30, 60 and 90 days; the overdue deal stands in a row of its own.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [
      header,
      ['Overdue', 1, 100_000, 50_000],
      ['Next 30 days', 2, 140_000, 70_000],
      ['Next 60 days', 2, 140_000, 70_000],
      ['Next 90 days', 2, 140_000, 70_000],
    ],
    figures: `golden fixture of ten deals: 30-day window 140,000, overdue D5; the others by ${sql}`,
  },
  {
    about: 'Windows of your own, in any order; the last day belongs to its window.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf, days: '183, 20; 7' },
    result: [
      header,
      ['Overdue', 1, 100_000, 50_000],
      ['Next 7 days', 0, 0, 0],
      ['Next 20 days', 1, 60_000, 6_000],
      ['Next 183 days', 3, 160_000, 80_000],
    ],
    figures: sql,
  },
  {
    about: 'By owner, one window.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'owner', days: '30' },
    result: [
      ['Owner', ...header],
      ['Anna', 'Overdue', 1, 100_000, 50_000],
      ['Anna', 'Next 30 days', 0, 0, 0],
      ['Ben', 'Overdue', 0, 0, 0],
      ['Ben', 'Next 30 days', 2, 140_000, 70_000],
    ],
    figures: `${sql}, by owner`,
  },
]
