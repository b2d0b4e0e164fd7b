import type { Day } from '../cells/day.ts'
import { rowsWhere, type Numbers, type Statuses } from '../dataset/columns.ts'
import { contains, type Period } from '../dataset/period.ts'

interface Deals {
  readonly rows: number
  readonly status: Statuses
  readonly closing: Numbers
}

export interface DueOptions {
  readonly period: Period
  readonly asOf: Day
  readonly withOverdue: boolean
  readonly note: (text: string) => void
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
  let undated = 0
  const due = rowsWhere(rows, (row) => {
    if (!status.isOpen(row)) return false
    if (closing.isBlank(row)) undated++
    return isDue(closing.at(row))
  })
  if (undated > 0) options.note(`Open deals without a close date, which are due in no period: ${undated}.`)
  return due
}
