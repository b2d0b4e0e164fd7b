import type { ActivityClass } from '../dataset/activity-words.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import { readCustomerSince } from '../dataset/customer-since.ts'
import type { Context } from './define.ts'
import { metCustomer } from './met-customer.ts'

interface MeetingColumns {
  readonly date: Numbers
  readonly account: Texts | null
  readonly account_id: Texts | null
  readonly contact: Texts | null
  readonly deal_id: Texts | null
}

export const nobodyTells =
  'Which customers are new cannot be told: give Opportunities with an account, or Customers with the day since when they are customers.'

/** Tells meetings with customers from internal ones, and those with new customers. */
export interface CustomerMeetings {
  /** Whether an activity that counts as this is a meeting with a customer. */
  isMeeting(row: number, found: ActivityClass): boolean
  /** Whether the customer was new on that day; false where the account is not named. */
  isNew(row: number): boolean
  /** Whether anything tells which customers are new. */
  readonly tellsNew: boolean
  noteLeftOut(): void
}

/**
 * Meetings as {@link metCustomer} tells them. A customer is new until the day after the
 * first deal was won, or the day given in Customers.
 */
export const customerMeetings = (activities: MeetingColumns, { data, note }: Context): CustomerMeetings => {
  const met = metCustomer(activities, note)
  const since = readCustomerSince(activities, data)
  let unnamed = 0
  return {
    isMeeting: met.isMeeting,
    isNew: (row) => {
      const day = since?.(row) ?? NaN
      if (Number.isNaN(day)) unnamed++
      return day >= Math.floor(activities.date.at(row))
    },
    tellsNew: since !== null,
    noteLeftOut: () => {
      met.noteInternal()
      if (since !== null && unnamed > 0)
        note(`Meetings without an account, which do not count as meetings with a new customer: ${unnamed}.`)
    },
  }
}
