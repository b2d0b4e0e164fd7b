import type { Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { timedActivities, timedAsOf } from './examples/timed-activities.ts'

const header = ['Purpose', 'Plan hours', 'Actual hours', 'Share of actual']
const sql = 'DuckDB: sum(hours) of the done activities by purpose; by hand: of T2 half an hour is left beside T1'

/** Anna plans by month, Ben by quarter. */
const plan: Grid = [
  ['Person', 'Period', 'Purpose', 'Hours'],
  ['Anna', '2024-03', 'lead gen', 40],
  ['Anna', '2024-03', 'progress', 60],
  ['Anna', '2024-04', 'progress', 80],
  ['Ben', '2024-Q1', 'existing', 130],
  ['Ben', '2024-Q1', 'internal', 65],
]

export const examples: readonly Example[] = [
  {
    about: 'March beside the plan; of a plan for the quarter the workdays of March count.',
    given: { activities: timedActivities, time_plan: plan },
    args: { period: '2024-03', as_of: timedAsOf },
    result: [
      header,
      ['Lead generation', 40, 1.5, 1.5 / 13],
      ['Opportunity progress', 60, 2.5, 2.5 / 13],
      ['Existing customers', 42, 3, 3 / 13],
      ['Internal', 21, 1, 1 / 13],
      ['Travel', 0, 3, 3 / 13],
      ['Unmapped purpose', null, 2, 2 / 13],
    ],
    figures: `${sql}; of 65 workdays of the quarter 21 are in March: 130 × 21 ÷ 65 and 65 × 21 ÷ 65`,
  },
  {
    about: 'Without a plan only what was done is shown.',
    given: { activities: timedActivities },
    args: { period: '2024-03', as_of: timedAsOf },
    result: [
      header,
      ['Lead generation', null, 1.5, 1.5 / 13],
      ['Opportunity progress', null, 2.5, 2.5 / 13],
      ['Existing customers', null, 3, 3 / 13],
      ['Internal', null, 1, 1 / 13],
      ['Travel', null, 3, 3 / 13],
      ['Unmapped purpose', null, 2, 2 / 13],
    ],
    figures: sql,
  },
]
