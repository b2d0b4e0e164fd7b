import type { Day } from '../cells/day.ts'
import type { Numbers } from '../dataset/columns.ts'
import type { DealActivities } from '../dataset/deal-activities.ts'

/**
 * Day of each row's next planned activity from as-of on, today included: by the deal's own column or the Activities
 * table, whichever is sooner; NaN without one.
 */
export const nextActivity = (
  column: Numbers | null,
  linked: DealActivities | null,
  asOf: Day,
): ((row: number) => number) => {
  const own = (row: number): number => {
    const day = column?.at(row) ?? NaN
    return day >= asOf ? day : NaN
  }
  if (linked === null) return own
  return (row) => {
    const [first, second] = [own(row), linked.next(row)]
    return first <= second || Number.isNaN(second) ? first : second
  }
}
