import { civilOf, dayOf, isoDay, isoWeekOf, isoWeekStart, weekdayOf, type Day } from '../cells/day.ts'
import { SpmError } from '../errors.ts'

/** Days from `start` to `end`, both included. */
export interface Period {
  readonly start: Day
  readonly end: Day
  readonly label: string
}

export type Grain = 'week' | 'month' | 'quarter' | 'year'

/** What a period text is read against. */
export interface FiscalCalendar {
  readonly asOf: Day
  /** First month of the fiscal year, 1 to 12. */
  readonly startMonth: number
  /** Whether a fiscal year carries the name of the calendar year in which it ends, or starts. */
  readonly namedBy: 'end' | 'start'
}

const months = (year: number, month: number, count: number, label: string): Period => ({
  start: dayOf(year, month, 1),
  end: dayOf(year, month + count, 1) - 1,
  label,
})

/** The fiscal year with this name begins in this calendar year. */
const fiscalStartYear = (name: number, calendar: FiscalCalendar): number =>
  calendar.startMonth === 1 || calendar.namedBy === 'start' ? name : name - 1

export const fiscalYear = (name: number, calendar: FiscalCalendar): Period =>
  months(fiscalStartYear(name, calendar), calendar.startMonth, 12, `FY${name}`)

const fiscalQuarter = (name: number, quarter: number, calendar: FiscalCalendar): Period =>
  months(fiscalStartYear(name, calendar), calendar.startMonth + (quarter - 1) * 3, 3, `FY${name}-Q${quarter}`)

/** Name and quarter of the fiscal year that holds a day. */
const fiscalOf = (day: Day, calendar: FiscalCalendar): { readonly year: number; readonly quarter: number } => {
  const { year, month } = civilOf(day)
  const offset = (((month - calendar.startMonth) % 12) + 12) % 12
  const startYear = month >= calendar.startMonth ? year : year - 1
  const name = calendar.startMonth === 1 || calendar.namedBy === 'start' ? startYear : startYear + 1
  return { year: name, quarter: Math.floor(offset / 3) + 1 }
}

const toDate = (kind: 'YTD' | 'QTD' | 'MTD', calendar: FiscalCalendar): Period => {
  const { asOf } = calendar
  const { year, quarter } = fiscalOf(asOf, calendar)
  const civil = civilOf(asOf)
  if (kind === 'MTD') return { start: dayOf(civil.year, civil.month, 1), end: asOf, label: 'MTD' }
  if (kind === 'QTD') return { start: fiscalQuarter(year, quarter, calendar).start, end: asOf, label: 'QTD' }
  return { start: fiscalYear(year, calendar).start, end: asOf, label: 'YTD' }
}

const iso = /^(\d{4})-(\d{2})-(\d{2})$/

const dayFrom = (text: string): Day | null => {
  const match = iso.exec(text)
  if (match === null) return null
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return isoDay(day) === text ? day : null
}

/**
 * `2026`, `2026-Q2`, `2026-03`, `2026-W14` of the calendar; `FY2026`, `FY2026-Q2`, `YTD`, `QTD`, `MTD` of the fiscal
 * year; `L90D` the days ending at as-of, `N30D` as-of and the days after it; `2026-01-01/2026-03-31` any two days.
 */
export const readPeriod = (text: string, calendar: FiscalCalendar): Period => {
  const period = periodOrNull(text.trim().toUpperCase(), calendar)
  if (period !== null && period.start <= period.end) return period
  throw new SpmError(
    'argument',
    `Period "${text}" is not understood. Write 2026, FY2026, 2026-Q2, FY2026-Q2, 2026-03, 2026-W14, YTD, QTD, MTD, L90D, N30D, or two days as 2026-01-01/2026-03-31.`,
  )
}

const periodOrNull = (text: string, calendar: FiscalCalendar): Period | null =>
  text === 'YTD' || text === 'QTD' || text === 'MTD'
    ? toDate(text, calendar)
    : (relativePeriod(text, calendar) ?? daysPeriod(text) ?? calendarPeriod(text) ?? fiscalPeriod(text, calendar))

const relativePeriod = (text: string, { asOf }: FiscalCalendar): Period | null => {
  const match = /^([LN])(\d{1,4})D$/.exec(text)
  if (match === null) return null
  const days = Number(match[2])
  const isPast = match[1] === 'L'
  return { start: isPast ? asOf - days + 1 : asOf, end: isPast ? asOf : asOf + days, label: text }
}

const daysPeriod = (text: string): Period | null => {
  const [first = '', last = first, ...rest] = text.split(/\s*(?:\/|\.\.|–|\sTO\s)\s*/)
  const [start, end] = [dayFrom(first), dayFrom(last)]
  if (start === null || end === null || rest.length > 0) return null
  return { start, end, label: start === end ? isoDay(start) : `${isoDay(start)} to ${isoDay(end)}` }
}

const calendarPeriod = (text: string): Period | null => {
  const match = /^(\d{4})(?:-(?:(Q)([1-4])|(W)(\d{1,2})|(\d{1,2})))?$/.exec(text)
  if (match === null) return null
  const year = Number(match[1])
  if (match[2] !== undefined) return months(year, Number(match[3]) * 3 - 2, 3, text)
  if (match[4] !== undefined) {
    const week = Number(match[5])
    const start = isoWeekStart(year, week)
    return isoWeekOf(start).year === year && week >= 1 ? { start, end: start + 6, label: text } : null
  }
  if (match[6] === undefined) return months(year, 1, 12, text)
  const month = Number(match[6])
  return month >= 1 && month <= 12 ? months(year, month, 1, text) : null
}

const fiscalPeriod = (text: string, calendar: FiscalCalendar): Period | null => {
  const match = /^FY\s?(\d{4}|\d{2})(?:-?Q([1-4]))?$/.exec(text)
  if (match === null) return null
  const year = Number(match[1]) + (match[1]?.length === 2 ? 2000 : 0)
  return match[2] === undefined ? fiscalYear(year, calendar) : fiscalQuarter(year, Number(match[2]), calendar)
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The period of one grain that holds a day. Quarters and years are fiscal when the fiscal year starts elsewhere. */
export const periodAround = (day: Day, grain: Grain, calendar: FiscalCalendar): Period => {
  const { year, month } = civilOf(day)
  const fiscal = fiscalOf(day, calendar)
  switch (grain) {
    case 'week': {
      const week = isoWeekOf(day)
      const start = day - weekdayOf(day)
      return { start, end: start + 6, label: `${week.year}-W${two(week.week)}` }
    }
    case 'month':
      return months(year, month, 1, `${year}-${two(month)}`)
    case 'quarter': {
      const period = fiscalQuarter(fiscal.year, fiscal.quarter, calendar)
      return calendar.startMonth === 1 ? { ...period, label: `${fiscal.year}-Q${fiscal.quarter}` } : period
    }
    case 'year': {
      const period = fiscalYear(fiscal.year, calendar)
      return calendar.startMonth === 1 ? { ...period, label: String(fiscal.year) } : period
    }
  }
}

/** The `steps`-th period after (or, negative, before) the one that holds a day. */
export const periodFrom = (day: Day, steps: number, grain: Grain, calendar: FiscalCalendar): Period => {
  let period = periodAround(day, grain, calendar)
  for (let step = 0; step < Math.abs(steps); step++)
    period = periodAround(steps > 0 ? period.end + 1 : period.start - 1, grain, calendar)
  return period
}

export const contains = (period: Period | null, day: Day): boolean =>
  period === null || (day >= period.start && day < period.end + 1)
