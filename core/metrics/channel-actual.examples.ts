import type { Grid } from '../cells/grid.ts'
import type { Example } from './example.ts'
import { timedActivities, timedAsOf } from './examples/timed-activities.ts'

const header = ['Channel', 'Meetings', 'Share of meetings', 'Hours']
const sql =
  'DuckDB: count(*) and sum(hours) of the done meetings, demos and visits that name an account, by channel; by hand: of T2 half an hour is left beside T1'

const costs: Grid = [
  ['Channel', 'Cost per meeting'],
  ['On site', 120],
  ['Video', 25],
]

export const examples: readonly Example[] = [
  {
    about: 'In March, without costs; a channel that nobody knows has a row of its own.',
    given: { activities: timedActivities },
    args: { period: '2024-03', as_of: timedAsOf },
    result: [
      header,
      ['Face to face', 2, 2 / 6, 5],
      ['Video', 3, 3 / 6, 2.5],
      ['Phone', 0, 0, 0],
      ['Digital', 0, 0, 0],
      ['Unknown channel', 1, 1 / 6, 1],
    ],
    figures: sql,
  },
  {
    about: 'With what one meeting costs.',
    given: { activities: timedActivities, unit_costs: costs },
    args: { period: '2024-03', as_of: timedAsOf },
    result: [
      [...header, 'Cost', 'Cost per meeting'],
      ['Face to face', 2, 2 / 6, 5, 240, 120],
      ['Video', 3, 3 / 6, 2.5, 75, 25],
      ['Phone', 0, 0, 0, null, null],
      ['Digital', 0, 0, 0, null, null],
      ['Unknown channel', 1, 1 / 6, 1, null, null],
    ],
    figures: `${sql}; 2 × 120 and 3 × 25`,
  },
]
