import type { Example } from './example.ts'
import { middlesAsOf, monthMiddleDeals, monthMiddles } from './examples/month-middles.ts'

const labels = ['Won', 'From open', 'Expected new', 'Projection', 'Low', 'High', 'Earlier periods', 'Method']
const given = { deals: monthMiddleDeals, snapshots: monthMiddles }
const query =
  'SQLite: per earlier month the last row per deal at or before the snapshot, open and due in the month; sum(value won) / sum(value) by stage; won from others after it; misses by month, their 10% and 90% quantiles by linear interpolation'

export const examples: readonly Example[] = [
  {
    about: 'June on its 10th, by the four months before: Talk brings 25%, Offer 75%, and 37.5 comes from new deals.',
    given,
    args: { as_of: middlesAsOf, period: '2024-06', lookback: 4 },
    result: [labels, [40, 280, 37.5, 357.5, 281, 412, 4, 'History']],
    figures: query,
  },
  {
    about: 'One person; what is won already is the least that can come.',
    given,
    args: { as_of: middlesAsOf, period: '2024-06', scope: 'Anna' },
    result: [labels, [40, 20, 17.5, 77.5, 40, 126, 4, 'History']],
    figures: `${query}; of Anna, then and now`,
  },
  {
    about: 'With fewer than four earlier periods the probabilities count, and there is no range.',
    given: { deals: monthMiddleDeals },
    args: { as_of: middlesAsOf, period: '2024-06' },
    result: [labels, [40, 214, null, 254, null, null, 0, 'Weighted']],
    figures: 'SQLite: sum(amount) won in June; sum(amount * probability) open and due in June',
  },
  {
    about: 'A period that is not a whole month, quarter or year has none like it before.',
    given,
    args: { as_of: middlesAsOf, period: '2024-06-01/2024-06-20' },
    result: { error: 'is no whole month, quarter or year' },
    figures: 'by hand: the rule',
  },
]
