import type { Example } from './example.ts'
import { activitiesAsOf, doneActivities } from './examples/done-activities.ts'
import { sentOffers } from './examples/sent-offers.ts'
import { tenDeals } from './examples/ten-deals.ts'

const header = [
  'Contacts → meeting',
  'Meetings → opportunity',
  'Opportunities → offer',
  'Offer → win',
  'Meetings per win',
  'Contacts',
  'Meetings',
  'Opportunities',
  'Offers',
  'Wins',
]
const given = { activities: doneActivities, deals: tenDeals, offers: sentOffers }
const sql =
  'SQLite: count(distinct id || owner) of the done activities by kind, count(*) of the deals by created and by close date of the won, of the offers by max(sent) per ID, each between the days'

export const examples: readonly Example[] = [
  {
    about: 'The first quarter, as it flowed.',
    given,
    args: { period: '2024-Q1', as_of: activitiesAsOf },
    result: [header, [5 / 2, 5 / 5, 7 / 5, 3 / 7, 5 / 3, 2, 5, 5, 7, 3]],
    figures: sql,
  },
  {
    about: 'What follows is counted 30 days later.',
    given,
    args: { period: '2024-Q1', as_of: activitiesAsOf, lag_days: 30 },
    result: [header, [4 / 2, 3 / 5, 6 / 5, 2 / 7, 5 / 2, 2, 5, 5, 7, 3]],
    figures: `${sql}; what follows from 2024-01-31 to 2024-04-30: 4 meetings, 3 opportunities, 6 offers, 2 wins`,
  },
  {
    about: 'January, in which nobody was called or written to.',
    given,
    args: { period: '2024-01', as_of: activitiesAsOf },
    result: [header, [null, 3, 1 / 3, 1, 1, 0, 1, 3, 1, 1]],
    figures: sql,
  },
  {
    about: 'All dates; without a table of offers the activities that count as an offer are the offers.',
    given: { activities: doneActivities, deals: tenDeals },
    args: { as_of: activitiesAsOf },
    result: [header, [5 / 2, 2, 1 / 10, 3, 5 / 3, 2, 5, 10, 1, 3]],
    figures: sql,
  },
]
