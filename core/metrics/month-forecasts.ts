import { isoDay, type Day } from '../cells/day.ts'
import type { Numbers, Statuses } from '../dataset/columns.ts'
import { contains, periodAround, periodFrom, type FiscalCalendar, type Period } from '../dataset/period.ts'
import { snapshotDays, startSnapshot, stateAt, type SnapshotColumns } from '../dataset/states.ts'
import { GroupSums } from '../math/sum.ts'
import type { Context } from './define.ts'

/** What a month was to bring, as seen at its start, and what it has brought; by group. */
export interface MonthForecast {
  readonly month: Period
  /** The day of the snapshot that stands for its start; `null` where there is none. */
  readonly snapshot: Day | null
  /** Why there is no forecast; empty where there is one. */
  readonly missing: string
  readonly forecast: GroupSums
  readonly actual: GroupSums
  /** Whether the month is over on the as-of day. */
  readonly final: boolean
}

export interface ForecastSnapshots extends SnapshotColumns {
  readonly status: Statuses
  readonly close_date: Numbers
}

export interface ClosedDeals {
  readonly rows: number
  readonly status: Statuses
  readonly closing: Numbers
  readonly value: Numbers
}

/** The groups that rows of either table belong to. */
export interface SharedGroups {
  readonly size: number
  ofDeal(row: number): number
  /** -1 for a row outside the scope. */
  ofSnapshot(row: number): number
}

/** The last `count` months before the one that holds the as-of day, and that one. */
export const monthsUpTo = (calendar: FiscalCalendar, count: number): readonly Period[] =>
  Array.from({ length: count + 1 }, (_, i) =>
    i === count
      ? periodAround(calendar.asOf, 'month', calendar)
      : periodFrom(calendar.asOf, i - count, 'month', calendar),
  )

const noSnapshot = ({ label, start }: Period): string =>
  `There is no snapshot of the start of ${label}: one from ${isoDay(start - 4)} to ${isoDay(start + 3)} is needed.`

/** Adds up the measure of the deals that were open at the snapshot and due in the month. */
const forecastAt = (
  snapshots: ForecastSnapshots,
  day: Day,
  month: Period,
  groups: SharedGroups,
  measure: (row: number) => number,
): GroupSums => {
  const sums = new GroupSums(groups.size)
  for (const row of stateAt(snapshots, day))
    if (snapshots.status.isOpen(row) && contains(month, snapshots.close_date.at(row))) {
      const group = groups.ofSnapshot(row)
      if (group >= 0) sums.add(group, measure(row))
    }
  return sums
}

/** Adds up what was won, by month, in one pass. */
const wonIn = (
  deals: ClosedDeals,
  months: readonly Period[],
  groups: SharedGroups,
  { sift }: Pick<Context, 'sift'>,
): readonly GroupSums[] => {
  const sums = months.map(() => new GroupSums(groups.size))
  const [first, last] = [months[0]?.start ?? Infinity, months[months.length - 1]?.end ?? -Infinity]
  const leaves = sift('deals', (row) => {
    const day = deals.closing.at(row)
    if (!deals.status.isWon(row)) return 'not won'
    return day >= first && day < last + 1 ? null : 'not closed in the months looked at'
  })
  for (let row = 0; row < deals.rows; row++) {
    if (leaves(row) !== null) continue
    const day = deals.closing.at(row)
    sums[months.findIndex((month) => contains(month, day))]?.add(groups.ofDeal(row), deals.value.at(row))
  }
  return sums
}

/** Forecasts at the start of months and what was won in them. `measure` is what a snapshot row adds to the forecast. */
export const monthForecasts = (
  snapshots: ForecastSnapshots,
  deals: ClosedDeals,
  months: readonly Period[],
  context: Pick<Context, 'asOf' | 'sift'>,
  groups: SharedGroups,
  measure: (row: number) => number,
): readonly MonthForecast[] => {
  const days = snapshotDays(snapshots)
  const actuals = wonIn(deals, months, groups, context)
  return months.map((month, i) => {
    const snapshot = startSnapshot(days, month.start)
    return {
      month,
      snapshot,
      missing: snapshot === null ? noSnapshot(month) : '',
      forecast:
        snapshot === null ? new GroupSums(groups.size) : forecastAt(snapshots, snapshot, month, groups, measure),
      actual: actuals[i] ?? new GroupSums(groups.size),
      final: month.end <= context.asOf,
    }
  })
}
