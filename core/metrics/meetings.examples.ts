import type { Example } from './example.ts'
import { activitiesAsOf, doneActivities, knownCustomers } from './examples/done-activities.ts'
import { tenDeals } from './examples/ten-deals.ts'

const given = { activities: doneActivities, deals: tenDeals, customers: knownCustomers }
const sql =
  'SQL (SQLite): count of distinct done meetings, demos and visits that name an account or a deal; new where no won deal and no customer_since is before the date'

export const examples: readonly Example[] = [
  {
    about: 'Meetings with customers; planned, cancelled and internal ones are left out.',
    given,
    args: { as_of: activitiesAsOf },
    result: [['Meetings'], [5]],
    figures: sql,
  },
  {
    about: 'With new customers only: the account had won nothing before the day, and was no customer by Customers.',
    given,
    args: { as_of: activitiesAsOf, new_only: true },
    result: [['Meetings'], [2]],
    figures: `${sql} (A2 and A3)`,
  },
  {
    about: 'With new customers, as the deals alone tell it.',
    given: { activities: doneActivities, deals: tenDeals },
    args: { as_of: activitiesAsOf, new_only: true },
    result: [['Meetings'], [3]],
    figures: `${sql} (A2, A3 and A5)`,
  },
  {
    about: 'Without deals and customers there is no answer.',
    given: { activities: doneActivities },
    args: { as_of: activitiesAsOf, new_only: true },
    result: [['Meetings'], [null]],
    figures: 'by definition',
  },
  {
    about: 'Face to face, whatever the words for it.',
    given,
    args: { as_of: activitiesAsOf, channel: 'f2f' },
    result: [['Meetings'], [2]],
    figures: `${sql}, by a table of channels (A2 and A4)`,
  },
  {
    about: 'By owner, in March.',
    given,
    args: { period: '2024-03', as_of: activitiesAsOf, by: 'owner' },
    result: [
      ['Owner', 'Meetings'],
      ['Ben', 2],
      ['Anna', 1],
    ],
    figures: `${sql} (Ben A5 and A12, Anna A2)`,
  },
]
