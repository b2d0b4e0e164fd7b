import { civilOf, dayOf, isoDay, isoWeekOf, isoWeekStart, weekdayOf, type Day } from '../cells/day.ts'
import { SpmError } from '../errors.ts'
import { fiscalPlace, periodSpan, quarterSpan, weekSpan, yearSpan, type FiscalCalendar } from './fiscal-calendar.ts'

/** Days from `start` to `end`, both included. */
export interface Period {
  readonly start: Day
  readonly end: Day
  readonly label: string
}

export type Grain = 'week' | 'month' | 'quarter' | 'year'

export type { FiscalCalendar }

const months = (year: number, month: number, count: number, label: string): Period => ({
  start: dayOf(year, month, 1),
  end: dayOf(year, month + count, 1) - 1,
  label,
})

const two = (n: number): string => String(n).padStart(2, '0')

const asPeriod = ({ start, end, label }: Period): Period => ({ start, end, label })

/** The period of the table Calendar that has a name, or one of several. */
const listedPeriod = ({ listed }: FiscalCalendar, names: readonly string[], grain?: Grain): Period | null => {
  const found = names.map((name) => listed?.named(name, grain) ?? null).find((each) => each !== null)
  return found === undefined ? null : asPeriod(found)
}

export const fiscalYear = (name: number, calendar: FiscalCalendar): Period =>
  listedPeriod(calendar, [`FY${name}`, String(name)], 'year') ?? { ...yearSpan(name, calendar), label: `FY${name}` }

const fiscalQuarter = (name: number, quarter: number, calendar: FiscalCalendar): Period => ({
  ...quarterSpan(name, quarter, calendar),
  label: `FY${name}-Q${quarter}`,
})

const fiscalMonth = (name: number, period: number, calendar: FiscalCalendar): Period => ({
  ...periodSpan(name, period, calendar),
  label: `FY${name}-P${two(period)}`,
})

const fiscalWeek = (name: number, week: number, calendar: FiscalCalendar): Period | null => {
  const span = weekSpan(name, week, calendar)
  return span === null ? null : { ...span, label: `FY${name}-W${two(week)}` }
}

const grainOf = { YTD: 'year', QTD: 'quarter', MTD: 'month' } as const

const toDate = (kind: keyof typeof grainOf, calendar: FiscalCalendar): Period => ({
  start: periodAround(calendar.asOf, grainOf[kind], calendar).start,
  end: calendar.asOf,
  label: kind,
})

const iso = /^(\d{4})-(\d{2})-(\d{2})$/

const dayFrom = (text: string): Day | null => {
  const match = iso.exec(text)
  if (match === null) return null
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return isoDay(day) === text ? day : null
}

/**
 * `2026`, `2026-Q2`, `2026-03`, `2026-W14` of the calendar; `FY2026`, `FY2026-Q2`, `FY2026-P03`, `YTD`, `QTD`, `MTD` of
 * the fiscal year, and where it is made of weeks `FY2026-W14`; `L90D` the days ending at as-of, `N30D` as-of and the
 * days after it; `2026-01-01/2026-03-31` any two days.
 */
export const readPeriod = (text: string, calendar: FiscalCalendar): Period => {
  const period = periodOrNull(text.trim().toUpperCase(), calendar)
  if (period !== null && period.start <= period.end) return period
  if (period !== null)
    throw new SpmError(
      'argument',
      `Period "${text}" ends before it begins. Write ${isoDay(period.end)}/${isoDay(period.start)}.`,
    )
  throw new SpmError(
    'argument',
    `Period "${text}" is not understood. Write 2026, FY2026, 2026-Q2, FY2026-Q2, FY2026-P03, 2026-03, 2026-W14, YTD, QTD, MTD, L90D, N30D, or two days as 2026-01-01/2026-03-31.`,
  )
}

const periodOrNull = (text: string, calendar: FiscalCalendar): Period | null =>
  text === 'YTD' || text === 'QTD' || text === 'MTD'
    ? toDate(text, calendar)
    : (relativePeriod(text, calendar) ??
      daysPeriod(text) ??
      listedPeriod(calendar, [text]) ??
      calendarPeriod(text) ??
      fiscalPeriod(text, calendar))

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
  const match = /^FY\s?(\d{4}|\d{2})(?:-?(?:(Q)([1-4])|(P)(0?[1-9]|1[0-2])|W(\d{1,2})))?$/.exec(text)
  if (match === null) return null
  const year = Number(match[1]) + (match[1]?.length === 2 ? 2000 : 0)
  if (match[2] !== undefined) return fiscalQuarter(year, Number(match[3]), calendar)
  if (match[4] !== undefined) return fiscalMonth(year, Number(match[5]), calendar)
  return match[6] === undefined ? fiscalYear(year, calendar) : fiscalWeek(year, Number(match[6]), calendar)
}

const isoWeekAround = (day: Day): Period => {
  const { year, week } = isoWeekOf(day)
  const start = day - weekdayOf(day)
  return { start, end: start + 6, label: `${year}-W${two(week)}` }
}

const calendarMonth = (day: Day): Period => {
  const { year, month } = civilOf(day)
  return months(year, month, 1, `${year}-${two(month)}`)
}

/** Whether fiscal years and quarters are those of the calendar, and carry their names. */
const isCalendarYear = ({ startMonth, weeks }: FiscalCalendar): boolean => startMonth === 1 && weeks === null

/**
 * The period of one grain that holds a day. Quarters and years are fiscal when the fiscal year starts elsewhere; where
 * it is made of weeks, so are months and weeks. The periods of the table Calendar go before; where it names none, a period
 * ends where they begin.
 */
export const periodAround = (day: Day, grain: Grain, calendar: FiscalCalendar): Period => {
  const civilDay = Math.floor(day)
  const { listed } = calendar
  if (listed?.has(grain) !== true) return computedAround(civilDay, grain, calendar)
  const found = listed.around(civilDay, grain)
  if (found !== null) return asPeriod(found)
  const [whole, gap] = [computedAround(civilDay, grain, calendar), listed.gapAround(civilDay, grain)]
  return { ...whole, start: Math.max(whole.start, gap.start), end: Math.min(whole.end, gap.end) }
}

const computedAround = (civilDay: Day, grain: Grain, calendar: FiscalCalendar): Period => {
  if (calendar.weeks === null && grain === 'week') return isoWeekAround(civilDay)
  if (calendar.weeks === null && grain === 'month') return calendarMonth(civilDay)
  const { year, quarter, period, week } = fiscalPlace(civilDay, calendar)
  switch (grain) {
    case 'week':
      return fiscalWeek(year, week, calendar) ?? isoWeekAround(civilDay)
    case 'month':
      return fiscalMonth(year, period, calendar)
    case 'quarter': {
      const fiscal = fiscalQuarter(year, quarter, calendar)
      return isCalendarYear(calendar) ? { ...fiscal, label: `${year}-Q${quarter}` } : fiscal
    }
    case 'year': {
      const fiscal = fiscalYear(year, calendar)
      return isCalendarYear(calendar) ? { ...fiscal, label: String(year) } : fiscal
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
