import type { Example } from './example.ts'
import { timedActivities, timedAsOf, timedPeople } from './examples/timed-activities.ts'

const header = ['Hours', 'Share of working time', 'Meetings', 'Without a duration']
const given = { activities: timedActivities }
const sql =
  'DuckDB: count(distinct minute) ÷ 60 by owner, of the minutes of every done meeting, demo and visit that names an account'

export const examples: readonly Example[] = [
  {
    about: 'In March: an hour that two meetings share counts once, the demo without a duration as an hour.',
    given,
    args: { period: '2024-03', as_of: timedAsOf },
    result: [header, [8.5, 8.5 / 336, 6, 1 / 6]],
    figures: `${sql}; 21 days from Monday to Friday × 8 hours × 2 people = 336`,
  },
  {
    about: 'By owner, on days of 7.5 hours; Anna works half-time, Ben began on 18 March.',
    given: { ...given, people: timedPeople },
    args: { period: '2024-03', as_of: timedAsOf, by: 'owner', hours_per_day: 7.5 },
    result: [
      ['Owner', ...header],
      ['Ben', 5, 5 / 75, 3, 0],
      ['Anna', 3.5, 3.5 / 78.75, 3, 1 / 3],
    ],
    figures: `${sql}; Anna 21 × 7.5 × 0.5, Ben 10 × 7.5 hours`,
  },
  {
    about: 'All dates, with the usual hours of a demo from the settings; without a period there is no share.',
    given,
    args: { as_of: timedAsOf },
    settings: { activity_hours: 'demo=2' },
    result: [header, [9.5, null, 6, 1 / 6]],
    figures: `${sql}, the demo with 2 hours`,
  },
]
