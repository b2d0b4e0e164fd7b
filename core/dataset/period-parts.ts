import { isoDay, type Day } from '../cells/day.ts'
import { periodAround, type FiscalCalendar, type Grain, type Period } from './period.ts'

/** The days that two periods share; `null` where they share none. It keeps the first one's label. */
export const clip = (period: Period, within: Period): Period | null => {
  const start = Math.max(period.start, within.start)
  const end = Math.min(period.end, within.end)
  return start > end ? null : { start, end, label: period.label }
}

/** Whether a period has begun and is not over. */
const isRunning = ({ start, end }: Period, asOf: Day): boolean => start <= asOf && asOf < end

/** A running period up to and including as-of; any other as it is. */
export const soFar = (period: Period, asOf: Day): Period =>
  isRunning(period, asOf) ? { ...period, end: asOf, label: `${period.label} to ${isoDay(asOf)}` } : period

/** The weeks, months … that a period touches, in order, each cut to the period. */
export const partsOf = (period: Period, grain: Grain | 'day', calendar: FiscalCalendar): readonly Period[] => {
  const parts: Period[] = []
  let day = period.start
  while (day <= period.end) {
    const whole = grain === 'day' ? { start: day, end: day, label: isoDay(day) } : periodAround(day, grain, calendar)
    parts.push({ start: day, end: Math.min(whole.end, period.end), label: whole.label })
    day = whole.end + 1
  }
  return parts
}
