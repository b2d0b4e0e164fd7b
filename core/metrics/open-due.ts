import type { Day } from '../cells/day.ts'
import { rowsWhere, type Numbers, type Statuses } from '../dataset/columns.ts'
import { contains, type Period } from '../dataset/period.ts'
import type { Context } from './define.ts'

interface Deals {
  readonly rows: number
  readonly status: Statuses
  readonly closing: Numbers
}

export interface DueOptions {
  readonly period: Period
  readonly asOf: Day
  readonly withOverdue: boolean
  readonly context: Pick<Context, 'note' | 'sift'>
}

/**
 * Whether a deal with this close date is due in a period. In the period that holds as-of, deals that should have closed
 * before it are still to come, and so are due too. Without overdue deals only those from as-of on are.
 */
const dueTest = ({ period, asOf, withOverdue }: DueOptions): ((close: Day) => boolean) => {
  if (!withOverdue) return (close) => contains(period, close) && close >= asOf
  const isCurrent = contains(period, asOf)
  return (close) => contains(period, close) || (isCurrent && close < period.start)
}

/** The open deals that are due in a period; those without a close date are due in none, which a note says. */
export const openDue = ({ rows, status, closing }: Deals, options: DueOptions): Uint32Array => {
  const isDue = dueTest(options)
  const { note, sift } = options.context
  const notDue = `not due in ${options.period.label}`
  let undated = 0
  const leaves = sift('deals', (row) => {
    if (!status.isOpen(row)) return 'not open'
    if (closing.isBlank(row)) undated++
    return isDue(closing.at(row)) ? null : notDue
  })
  const due = rowsWhere(rows, (row) => leaves(row) === null)
  if (undated > 0) note(`Open deals without a close date, which are due in no period: ${undated}.`)
  return due
}
