import type { Example } from './example.ts'
import { monthStartDeals, monthStarts, monthStartsAsOf } from './examples/month-starts.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'

const labels = [
  'Check',
  'Figure',
  'Share of deals',
  'Share of value',
  'Deals',
  'Value',
  'Watch limit',
  'Fix limit',
  'Status',
  'Remark',
]
const noForecast = 'What was forecast is not known: no table of snapshots with a day and a deal ID was given.'

export const examples: readonly Example[] = [
  {
    about: 'Without snapshots the deviation has no answer; the other three checks decide.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf },
    result: [
      labels,
      ['Forecast deviation', null, null, null, null, null, 0.1, 0.2, null, noForecast],
      [
        'Overdue deals',
        5 / 13,
        0.2,
        5 / 13,
        1,
        100_000,
        0,
        0.05,
        'Fix',
        'Open deals that say too little to be judged: 1.',
      ],
      ['Stale deals', 0.4, 0.4, 5 / 13, 2, 100_000, 0.05, 0.15, 'Fix', null],
      ['Early closers', 3 / 13, 0.2, 3 / 13, 1, 60_000, 0.05, 0.15, 'Fix', null],
      [
        'Overall',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        'Fix',
        'Left out, since they have no answer: Forecast deviation.',
      ],
    ],
    figures:
      'golden fixture of ten deals: overdue D5, stale D5 and D8, early D6, of 5 open deals worth 260,000; by hand: 100 ÷ 260, 60 ÷ 260',
  },
  {
    about: 'All four checks. March has no snapshot, so February is the last month that can be judged.',
    given: { deals: monthStartDeals, snapshots: monthStarts, stages: tenDealStages },
    args: { as_of: monthStartsAsOf },
    result: [
      labels,
      ['Forecast deviation', -7 / 87, null, null, null, -7_000, 0.1, 0.2, 'OK', 'Actual against forecast of 2024-02.'],
      ['Overdue deals', 0, 0, 0, 0, 0, 0, 0.05, 'OK', null],
      ['Stale deals', 0, 0, 0, 0, 0, 0.05, 0.15, 'OK', null],
      ['Early closers', 0, 0, 0, 0, 0, 0.05, 0.15, 'OK', null],
      ['Overall', null, null, null, null, null, null, null, 'OK', null],
    ],
    figures:
      'SQL in DuckDB for February: forecast 87,000, won 80,000; by hand: the one open deal, E2, is due in 10 days, was touched 8 days ago and is in Negotiate',
  },
  {
    about: 'By what was committed the same month is 14% off: Watch. Limits are settings.',
    given: { deals: monthStartDeals, snapshots: monthStarts, stages: tenDealStages },
    args: { as_of: monthStartsAsOf, measure: 'commit' },
    settings: { stale_days: 8, stale_fix: 1 },
    result: [
      labels,
      ['Forecast deviation', 1 / 7, null, null, null, 10_000, 0.1, 0.2, 'Watch', 'Actual against forecast of 2024-02.'],
      ['Overdue deals', 0, 0, 0, 0, 0, 0, 0.05, 'OK', null],
      ['Stale deals', 1, 1, 1, 1, 70_000, 0.05, 1, 'Watch', null],
      ['Early closers', 0, 0, 0, 0, 0, 0.05, 0.15, 'OK', null],
      ['Overall', null, null, null, null, null, null, null, 'Watch', null],
    ],
    figures: 'SQL in DuckDB for February: committed 70,000, won 80,000; by hand: E2 was touched 8 days ago',
  },
  {
    about: 'By person: the status of each check, and how many deals there are to fix; most of them first.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf, by: 'owner' },
    result: [
      [
        'Owner',
        'Forecast deviation',
        'Overdue deals',
        'Stale deals',
        'Early closers',
        'Overall',
        'Deals to fix',
        'Open deals',
      ],
      ['Ben', null, 'OK', 'Fix', 'Fix', 'Fix', 2, 3],
      ['Anna', null, 'Fix', 'Fix', 'OK', 'Fix', 1, 2],
    ],
    figures: 'golden fixture of ten deals: of Ben D8 is stale and D6 early; of Anna D5 is both overdue and stale',
  },
]
