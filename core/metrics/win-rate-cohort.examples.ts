import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const header = ['Created in', 'Created', 'Won in window', 'Win rate', 'Matured']
const sql =
  "SQLite: count(*) and sum(status = 'won' and julianday(close) - julianday(created) <= days) by substr(created, 1, 7); matured where the last day of the month + days <= as of"

export const examples: readonly Example[] = [
  {
    about: 'Won within 90 days of their creation; months that are too young have no rate.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [
      header,
      ['2023-09', 1, 0, 0, 'yes'],
      ['2023-10', 1, 0, 0, 'yes'],
      ['2023-11', 1, 1, 1, 'yes'],
      ['2023-12', 2, 1, 0.5, 'yes'],
      ['2024-01', 3, 0, null, 'no'],
      ['2024-02', 1, 0, null, 'no'],
      ['2024-03', 1, 1, null, 'no'],
    ],
    figures: sql,
  },
  {
    about: 'Within 60 days, of the deals created in the first quarter.',
    given: { deals: tenDeals },
    args: { as_of: asOf, period: '2024-Q1', window_days: 60 },
    result: [header, ['2024-01', 3, 0, 0, 'yes'], ['2024-02', 1, 0, null, 'no'], ['2024-03', 1, 1, null, 'no']],
    figures: sql,
  },
  {
    about: 'By owner, of the deals created in the last quarter of 2023.',
    given: { deals: tenDeals },
    args: { as_of: asOf, period: '2023-Q4', by: 'owner', window_days: 90 },
    result: [
      ['Owner', ...header],
      ['Anna', '2023-11', 1, 1, 1, 'yes'],
      ['Anna', '2023-12', 1, 1, 1, 'yes'],
      ['Ben', '2023-10', 1, 0, 0, 'yes'],
      ['Ben', '2023-12', 1, 0, 0, 'yes'],
    ],
    figures: `${sql}, by owner`,
  },
]
