import type { Example } from './example.ts'
import { monthStartDeals, monthStarts, monthStartsAsOf } from './examples/month-starts.ts'

const labels = ['Month', 'Snapshot', 'Forecast at start', 'Actual', 'Deviation', 'Deviation %', 'State']
const given = { snapshots: monthStarts, deals: monthStartDeals }
const query =
  'SQL in DuckDB: last snapshot row per deal at or before the start snapshot, open and due in the month, summed; won deals summed by month of closing'

export const examples: readonly Example[] = [
  {
    about: 'The last three months and the running one, by value × probability; March has no snapshot at its start.',
    given,
    args: { as_of: monthStartsAsOf },
    result: [
      labels,
      ['2024-01', '2023-12-29', 65_000, 110_000, 45_000, 45 / 65, 'Final'],
      ['2024-02', '2024-02-02', 87_000, 80_000, -7_000, -7 / 87, 'Final'],
      ['2024-03', null, null, 0, null, null, 'No snapshot'],
      ['2024-04', '2024-04-01', 66_000, 20_000, -46_000, -46 / 66, 'Provisional'],
    ],
    figures: query,
  },
  {
    about: 'By what was committed, two months back.',
    given,
    args: { as_of: monthStartsAsOf, measure: 'commit', months: 2 },
    result: [
      labels,
      ['2024-02', '2024-02-02', 70_000, 80_000, 10_000, 10 / 70, 'Final'],
      ['2024-03', null, null, 0, null, null, 'No snapshot'],
      ['2024-04', '2024-04-01', 70_000, 20_000, -50_000, -50 / 70, 'Provisional'],
    ],
    figures: `${query}; categories commit and closed only`,
  },
  {
    about: 'By person. A deal counts for its owner of today, so that of E2 for Anna.',
    given,
    args: { as_of: monthStartsAsOf, by: 'person', months: 2 },
    result: [
      ['Owner', ...labels],
      ['Anna', '2024-02', '2024-02-02', 57_000, 40_000, -17_000, -17 / 57, 'Final'],
      ['Anna', '2024-03', null, null, 0, null, null, 'No snapshot'],
      ['Anna', '2024-04', '2024-04-01', 56_000, 0, -56_000, -1, 'Provisional'],
      ['Ben', '2024-02', '2024-02-02', 30_000, 40_000, 10_000, 1 / 3, 'Final'],
      ['Ben', '2024-03', null, null, 0, null, null, 'No snapshot'],
      ['Ben', '2024-04', '2024-04-01', 10_000, 20_000, 10_000, 1, 'Provisional'],
    ],
    figures: `${query}; grouped by coalesce(owner now, owner then)`,
  },
  {
    about: 'By person, each deal for its owner of then; where nothing was forecast the share has no answer.',
    given,
    args: { as_of: monthStartsAsOf, by: 'person', months: 2 },
    settings: { owner_scope: 'then' },
    result: [
      ['Owner', ...labels],
      ['Anna', '2024-02', '2024-02-02', 27_000, 40_000, 13_000, 13 / 27, 'Final'],
      ['Anna', '2024-03', null, null, 0, null, null, 'No snapshot'],
      ['Anna', '2024-04', '2024-04-01', 0, 0, 0, null, 'Provisional'],
      ['Ben', '2024-02', '2024-02-02', 60_000, 40_000, -20_000, -1 / 3, 'Final'],
      ['Ben', '2024-03', null, null, 0, null, null, 'No snapshot'],
      ['Ben', '2024-04', '2024-04-01', 66_000, 20_000, -46_000, -46 / 66, 'Provisional'],
    ],
    figures: `${query}; grouped by the owner in the snapshot`,
  },
  {
    about: 'On the last day of a month that month is over.',
    given,
    args: { as_of: '2024-02-29', months: 1 },
    result: [
      labels,
      ['2024-01', '2023-12-29', 65_000, 110_000, 45_000, 45 / 65, 'Final'],
      ['2024-02', '2024-02-02', 87_000, 80_000, -7_000, -7 / 87, 'Final'],
    ],
    figures: query,
  },
]
