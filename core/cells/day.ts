/**
 * A civil day as a whole number: the serial number that spreadsheets use, counted from 1899-12-30. It is never a moment,
 * so no time zone and no daylight saving can shift it.
 */
export type Day = number

export interface Civil {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

const epoch = 25569 // 1970-01-01
export const firstDay: Day = 61 // 1900-03-01, the first day on which all spreadsheets agree
export const lastDay: Day = 2958465 // 9999-12-31

/** Day number of a proleptic Gregorian date; months beyond 1 to 12 roll over. Algorithm: Hinnant, days_from_civil. */
export const dayOf = (year: number, month: number, day: number): Day => {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  const shifted = m <= 2 ? y - 1 : y
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468 + epoch
}

/** Inverse of {@link dayOf}. */
export const civilOf = (day: Day): Civil => {
  const z = Math.floor(day) - epoch + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

export const daysInMonth = (year: number, month: number): number => dayOf(year, month + 1, 1) - dayOf(year, month, 1)

/** The day, or `null` where the calendar has no such date. */
export const dayIfValid = (year: number, month: number, day: number): Day | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) && year >= 1900 && year <= 9999
    ? dayOf(year, month, day)
    : null

const two = (n: number): string => String(n).padStart(2, '0')

/** `2026-03-31`. */
export const isoDay = (day: Day): string => {
  const { year, month, day: d } = civilOf(day)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(d)}`
}

/** Monday 0 to Sunday 6. */
export const weekdayOf = (day: Day): number => (((Math.floor(day) - 2) % 7) + 7) % 7

export interface IsoWeek {
  readonly year: number
  readonly week: number
}

/** ISO 8601 week: weeks begin on Monday, week 1 holds the first Thursday. */
export const isoWeekOf = (day: Day): IsoWeek => {
  const thursday = Math.floor(day) - weekdayOf(day) + 3
  const { year } = civilOf(thursday)
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 }
}

/** The Monday of an ISO week. */
export const isoWeekStart = (year: number, week: number): Day => {
  const fourth = dayOf(year, 1, 4)
  return fourth - weekdayOf(fourth) + (week - 1) * 7
}

/** Workdays (Monday to Friday) from `start` to `end`, both included. */
export const workdays = (start: Day, end: Day): number => {
  if (end < start) return 0
  const days = end - start + 1
  const whole = Math.floor(days / 7)
  let rest = 0
  for (let day = start + whole * 7; day <= end; day++) if (weekdayOf(day) < 5) rest++
  return whole * 5 + rest
}
