import type { Day } from '../cells/day.ts'
import { contains, type Period } from '../dataset/period.ts'

/**
 * Tells the open deals that are due in a period by their close date (NaN where there is none, which is due in no
 * period). In the period that holds as-of, deals that should have closed before it are still to come, and so are due
 * too. Without overdue deals only those from as-of on are.
 */
export const dueIn = (period: Period, asOf: Day, withOverdue: boolean): ((close: Day) => boolean) => {
  if (!withOverdue) return (close) => contains(period, close) && close >= asOf
  const isCurrent = contains(period, asOf)
  return (close) => contains(period, close) || (isCurrent && close < period.start)
}
