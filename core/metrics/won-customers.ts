import { numberAccounts, type AccountNumbers } from '../dataset/account-numbers.ts'
import { isoDay, type Day } from '../cells/day.ts'
import { rowsWhere, type Numbers, type Statuses, type Texts } from '../dataset/columns.ts'
import { readCustomerSince } from '../dataset/customer-since.ts'
import { contains, type Period } from '../dataset/period.ts'
import { SpmError } from '../errors.ts'
import { closingIn } from './closing-in.ts'
import type { Context } from './define.ts'
import { isFilled } from './is-filled.ts'
import { missingColumn } from './missing-column.ts'

interface CustomerDeals {
  readonly rows: number
  readonly status: Statuses
  readonly closing: Numbers
  readonly account_id: Texts | null
  readonly account: Texts | null
  readonly deal_id: Texts | null
}

/** The won deals of a period, of customers who were none before it and of those who were. */
export interface WonCustomers {
  /** Rows of the deals, of which the customer is known. */
  readonly rows: Uint32Array
  readonly accounts: AccountNumbers
  isNew(row: number): boolean
}

/** Whether any customer is known to have been one before a day, whatever the scope. */
const reachesBack = ({ data }: Context, day: Day): boolean => {
  const { whole } = data
  const [status, closing] = [whole.column('deals', 'status'), whole.column('deals', 'closing')]
  const since = whole.column('customers', 'customer_since')
  if (since !== null && since.count((each) => each < day) > 0) return true
  if (status === null || closing === null) return false
  for (let row = 0; row < closing.length; row++) if (closing.at(row) < day && status.isWon(row)) return true
  return false
}

const needHistory = (period: Period, context: Context): void => {
  if (reachesBack(context, period.start)) return
  throw new SpmError(
    'no-answer',
    `Which customers are new in ${period.label} cannot be told: nothing was won before ${isoDay(period.start)}, and Customers does not say since when they are customers. Give earlier deals or that column.`,
  )
}

/**
 * Won deals of a period by whether their customer is new: first won, by all deals whatever the scope, and a customer by
 * Customers, not before the first day of the period.
 *
 * @throws SpmError `no-answer` where the data does not reach back before the period
 */
export const wonCustomers = (deals: CustomerDeals, period: Period, context: Context): WonCustomers => {
  const { data, note, sift } = context
  if (!isFilled(deals.account) && !isFilled(deals.account_id)) throw missingColumn(data, 'deals', 'account')
  needHistory(period, context)
  const since = readCustomerSince(deals, data)
  const accounts = numberAccounts(deals, deals.rows)
  const closing = closingIn(period, deals.closing, data)
  const leaves = sift('deals', (row) => (deals.status.isWon(row) ? closing.leaves(row) : 'not won'))
  const won = rowsWhere(deals.rows, (row) => leaves(row) === null)
  closing.noteUndated(note, 'Won deals')
  const rows = won.filter((row) => (accounts.of[row] ?? 0) > 0)
  if (rows.length < won.length)
    note(`Won deals without a customer, which are neither new nor repeat: ${won.length - rows.length}.`)
  return { rows, accounts, isNew: (row) => contains(period, since?.(row) ?? NaN) }
}
