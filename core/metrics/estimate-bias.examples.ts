import type { Example } from './example.ts'
import { aprilAsOf, aprilDeals, aprilSnapshots } from './examples/april-moves.ts'
import { monthStartDeals, monthStarts, monthStartsAsOf } from './examples/month-starts.ts'

const labels = ['Amount ratio', 'Date shift', 'n', 'First amounts', 'Final amounts']
const byOwner = ['Owner', ...labels]
const given = { snapshots: monthStarts, deals: monthStartDeals }
const query =
  'SQLite: won deals with the first open snapshot row that has an amount, and the first that has a close date; sum(final) / sum(first), median of the days by the statistics module of Python'

export const examples: readonly Example[] = [
  {
    about: 'By person: deals of Anna brought 4% more than first expected and came three and a half days later.',
    given,
    args: { as_of: monthStartsAsOf },
    result: [byOwner, ['Anna', 135 / 130, 3.5, 2, 130_000, 135_000], ['Ben', 1, 2, 2, 60_000, 60_000]],
    figures: query,
  },
  {
    about: 'Won in February. E9 came and was won between two snapshots, so it has no first amount.',
    given,
    args: { as_of: monthStartsAsOf, period: '2024-02' },
    result: [byOwner, ['Ben', 1, 5, 1, 40_000, 40_000], ['Anna', 25 / 30, 2, 1, 30_000, 25_000]],
    figures: query,
  },
  {
    about: 'A deal that was lost in the snapshots before it was won has no first amount.',
    given: { snapshots: aprilSnapshots, deals: aprilDeals },
    args: { as_of: aprilAsOf, by: 'owner' },
    result: [byOwner, ['Anna', 70 / 65, 0, 2, 65, 70], ['Ben', 1, 0, 1, 35, 35]],
    figures: query,
  },
]
