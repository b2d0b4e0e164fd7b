import { civilOf, dayOf, daysInMonth, isoDay, weekdayOf, type Day } from '#core/cells/day'

/** The day the sample is looked at: Monday, before anything happens on it. */
export const asOf: Day = dayOf(2026, 11, 2)
/** Deals closed before this day are not in the sample. */
export const windowStart: Day = dayOf(2024, 10, 1)
/** The first day on which deals are created; what is still open at the start of the window comes from before it. */
export const simulationStart: Day = dayOf(2024, 1, 2)
export const lastMeeting: Day = dayOf(2026, 10, 26)

export interface Month {
  readonly year: number
  readonly month: number
}

export const monthsFrom = (year: number, month: number, count: number): readonly Month[] =>
  Array.from({ length: count }, (_, i) => ({
    year: year + Math.floor((month - 1 + i) / 12),
    month: ((month - 1 + i) % 12) + 1,
  }))

export const monthStart = ({ year, month }: Month): Day => dayOf(year, month, 1)
export const monthEnd = ({ year, month }: Month): Day => dayOf(year, month, daysInMonth(year, month))
export const monthName = (month: Month): string => isoDay(monthStart(month)).slice(0, 7)
export const monthOf = (day: Day): Month => civilOf(day)

/** The nine quarters 2024-Q4 to 2026-Q4. */
export const sampleMonths = monthsFrom(2024, 10, 27)

export interface SnapshotDay {
  readonly day: Day
  readonly kind: 'start_of_month' | 'weekly'
}

/** The last thirteen starts of a month and the last weekly meeting, in order. */
export const snapshotDays: readonly SnapshotDay[] = [
  ...monthsFrom(2025, 11, 13).map((month) => ({ day: monthStart(month), kind: 'start_of_month' as const })),
  { day: lastMeeting, kind: 'weekly' as const },
].sort((a, b) => a.day - b.day)

const snapshotSet: ReadonlySet<Day> = new Set(snapshotDays.map(({ day }) => day))

const isWeekend = (day: Day): boolean => weekdayOf(day) > 4

/**
 * The first day from `day` on at which the CRM is changed: no weekend, and no day of a snapshot, so that a snapshot shows
 * the same state at the beginning and at the end of its day.
 */
export const workday = (day: Day): Day => {
  let next = Math.round(day)
  while (isWeekend(next) || snapshotSet.has(next)) next++
  return next
}

/** The last day of the month that is no weekend. */
export const lastWeekday = (month: Month): Day => {
  let day = monthEnd(month)
  while (isWeekend(day)) day--
  return day
}
