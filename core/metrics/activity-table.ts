import { activities } from '../dataset/tables/activities.ts'
import { customers } from '../dataset/tables/customers.ts'
import { deals } from '../dataset/tables/deals.ts'
import { common, from, maybe } from './params.ts'

/** What tells whether an activity was a meeting with a customer that took place, whose it was, and how long it took. */
export const meetingFields = [
  'type',
  'activity_id',
  'owner',
  'class',
  'duration_h',
  'done',
  'status_text',
  'cancelled',
  'account',
  'account_id',
  'contact',
  'deal_id',
] as const

/** The tables that tell what was done, and which customers are new. */
export const activityTables = {
  activities: from(activities, ['date'], ['channel', ...meetingFields]),
  deals: {
    ...maybe(deals, ['status', 'closing'], [], 'The opportunities: a customer is new until one of its deals was won.'),
    lines: true,
  },
  customers: maybe(customers, ['customer_since'], [], 'The customers, with the day since when they are customers.'),
} as const

export const activityBy = {
  type: 'by',
  table: 'activities',
  day: 'date',
  default: null,
  about:
    'Split by owner (or person), team, region, type, channel, account, purpose, or day, week, month, quarter, year; several with commas.',
} as const

export const activityPeriod = {
  ...common.period,
  about: `${common.period.about} Of an activity its date counts.`,
} as const
