import type { ActivityClass } from '../dataset/activity-words.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import { readCustomerSince } from '../dataset/customer-since.ts'
import type { Context } from './define.ts'
import { isFilled } from './is-filled.ts'

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

const meetingClasses: ReadonlySet<ActivityClass> = new Set(['meeting', 'demo', 'visit'])

/**
 * A meeting without a customer (no account, contact or deal) is internal. A customer is new until the day after the
 * first deal was won, or the day given in Customers.
 */
export const customerMeetings = (activities: MeetingColumns, { data, note }: Context): CustomerMeetings => {
  const { account, account_id, contact, deal_id } = activities
  const names = [account, account_id, contact, deal_id].filter((column) => column !== null).filter(isFilled)
  const since = readCustomerSince(activities, data)
  let [internal, unnamed] = [0, 0]
  return {
    isMeeting: (row, found) => {
      if (!meetingClasses.has(found)) return false
      const withCustomer = names.length === 0 || names.some((column) => !column.isBlank(row))
      if (!withCustomer) internal++
      return withCustomer
    },
    isNew: (row) => {
      const day = since?.(row) ?? NaN
      if (Number.isNaN(day)) unnamed++
      return day >= Math.floor(activities.date.at(row))
    },
    tellsNew: since !== null,
    noteLeftOut: () => {
      if (internal > 0)
        note(`Meetings without a customer, contact or deal, which are internal and left out: ${internal}.`)
      if (names.length === 0) note('No activity names a customer, so every meeting counts as one with a customer.')
      if (since !== null && unnamed > 0)
        note(`Meetings without an account, which do not count as meetings with a new customer: ${unnamed}.`)
    },
  }
}
