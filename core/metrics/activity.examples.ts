import type { Example } from './example.ts'
import { activitiesAsOf, doneActivities, knownCustomers } from './examples/done-activities.ts'
import { tenDeals } from './examples/ten-deals.ts'

const labels = ['Contacts', 'Calls', 'Meetings', 'New-customer meetings', 'Offers', 'Hours']
const given = { activities: doneActivities, deals: tenDeals, customers: knownCustomers }
const sql =
  'SQL (SQLite): distinct activity ID and owner, done and not cancelled, summed by a table of types; new where no won deal and no customer_since is before the date'

export const examples: readonly Example[] = [
  {
    about: 'By person, all dates: an activity of two deals counts once, one made by the system not at all.',
    given,
    args: { as_of: activitiesAsOf },
    result: [
      ['Owner', ...labels],
      ['Anna', 1, 1, 3, 2, 0, 4.75],
      ['Ben', 1, 0, 2, 0, 1, 1.6],
    ],
    figures: sql,
  },
  {
    about: 'One month; the setting activity_types explains a type that is in no dictionary.',
    given,
    args: { period: '2024-03', as_of: activitiesAsOf },
    settings: { activity_types: 'Plant tour=visit' },
    result: [
      ['Owner', ...labels],
      ['Ben', 1, 0, 3, 1, 1, 4.6],
      ['Anna', 1, 1, 1, 1, 0, 1.75],
    ],
    figures: sql,
  },
  {
    about: 'By month.',
    given,
    args: { as_of: activitiesAsOf, by: 'month' },
    result: [
      ['Month', ...labels],
      ['2024-01', 0, 0, 1, 1, 0, 1],
      ['2024-02', 0, 0, 1, 0, 0, 2],
      ['2024-03', 2, 1, 3, 1, 1, 3.35],
    ],
    figures: sql,
  },
  {
    about: 'Without deals and customers nothing tells which customers are new.',
    given: { activities: doneActivities },
    args: { period: '2024-01', as_of: activitiesAsOf },
    result: [
      ['Owner', ...labels],
      ['Anna', 0, 0, 1, null, 0, 1],
    ],
    figures: 'by hand: A3 is the only activity of January',
  },
]
