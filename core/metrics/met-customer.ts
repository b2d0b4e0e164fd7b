import type { ActivityClass } from '../dataset/activity-words.ts'
import type { Texts } from '../dataset/columns.ts'
import { isFilled } from './is-filled.ts'

interface CustomerColumns {
  readonly account: Texts | null
  readonly account_id: Texts | null
  readonly contact: Texts | null
  readonly deal_id: Texts | null
}

/** Tells meetings with customers from internal ones. */
export interface MetCustomer {
  /** Whether an activity that counts as this is a meeting with a customer. */
  isMeeting(row: number, found: ActivityClass): boolean
  noteInternal(): void
}

/** Why an activity is left out where only meetings with customers count. */
export const noMeeting = 'no meeting with a customer'

const meetingClasses: ReadonlySet<ActivityClass> = new Set(['meeting', 'demo', 'visit'])

/** A meeting without a customer (no account, contact or deal) is internal. */
export const metCustomer = (
  { account, account_id, contact, deal_id }: CustomerColumns,
  note: (text: string) => void,
): MetCustomer => {
  const names = [account, account_id, contact, deal_id].filter((column) => column !== null).filter(isFilled)
  let internal = 0
  return {
    isMeeting: (row, found) => {
      if (!meetingClasses.has(found)) return false
      const withCustomer = names.length === 0 || names.some((column) => !column.isBlank(row))
      if (!withCustomer) internal++
      return withCustomer
    },
    noteInternal: () => {
      if (internal > 0)
        note(`Meetings without a customer, contact or deal, which are internal and left out: ${internal}.`)
      if (names.length === 0) note('No activity names a customer, so every meeting counts as one with a customer.')
    },
  }
}
