import type { Example } from './example.ts'
import { aprilAsOf, aprilSnapshots } from './examples/april-moves.ts'
import { monthStarts, monthStartsAsOf } from './examples/month-starts.ts'
import { tenDealSnapshots } from './examples/ten-deals-past.ts'

const labels = [
  'Due at start',
  'Won',
  'Lost',
  'Slipped',
  'Still due',
  'Removed or on hold',
  'Pulled in',
  'Slip rate',
  'Value due at start',
  'Value slipped',
  'Value pulled in',
  'Slip rate by value',
]
const query =
  'SQLite: the last row per deal at or before either day, without removed ones, left join; CASE by status and close date of the later row; count(*), sum(a.amount)'

export const examples: readonly Example[] = [
  {
    about:
      'The running quarter at the end of April: of twelve deals that were due one was put off, two were pulled in.',
    given: { snapshots: aprilSnapshots },
    args: { as_of: aprilAsOf, period: '2024-Q2' },
    result: [labels, [12, 3, 1, 1, 5, 2, 2, 1 / 12, 787, 110, 75, 110 / 787]],
    figures: query,
  },
  {
    about: 'One person; without a period, of the quarter that holds the as-of day. A deal that came over is as it was.',
    given: { snapshots: aprilSnapshots },
    args: { as_of: aprilAsOf, scope: 'Ben' },
    result: [labels, [2, 0, 0, 0, 2, 0, 0, 0, 290, 0, 0, 0]],
    figures: `${query}; where Ben owned it at the start`,
  },
  {
    about: 'A month that is over: the snapshot of 2 February stands for its end, that of 29 December for its start.',
    given: { snapshots: monthStarts },
    args: { as_of: monthStartsAsOf, period: '2024-01' },
    result: [labels, [2, 1, 0, 1, 0, 0, 0, 0.5, 160_000, 60_000, 0, 0.375]],
    figures: query,
  },
  {
    about: 'February of the ten deals: D2 was won, D5 put off.',
    given: { snapshots: tenDealSnapshots },
    args: { as_of: '2024-03-31', period: '2024-02' },
    result: [labels, [2, 1, 0, 1, 0, 0, 0, 0.5, 135_000, 100_000, 0, 100 / 135]],
    figures: query,
  },
  {
    about: 'Without a snapshot of the start there is no answer, and the reason names the days.',
    given: { snapshots: tenDealSnapshots },
    args: { as_of: '2024-03-31', period: '2024-Q1' },
    result: { error: 'one from 2023-12-28 to 2024-01-04 is needed' },
    figures: 'by hand: the first snapshot is of 2024-01-31',
  },
]
