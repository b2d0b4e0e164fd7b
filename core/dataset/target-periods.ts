import { firstDay, lastDay, type Day } from '../cells/day.ts'
import { readDateText } from '../cells/date-text.ts'
import { Numbers, type Texts } from './columns.ts'
import { periodAround, periodFrom, readPeriod, type FiscalCalendar, type Grain, type Period } from './period.ts'

export interface TargetPeriods {
  readonly start: Numbers
  readonly end: Numbers
  /** A period that is not understood; its rows count nowhere. */
  readonly unreadable: { readonly row: number; readonly text: string; readonly count: number } | null
}

const asGrain = (word: string): Grain => (word === 'year' || word === 'quarter' ? word : 'month')

const asDay = (text: string): number | null => {
  const serial = Number(text)
  if (/^\d{5}(\.\d+)?$/.test(text) && serial >= firstDay && serial <= lastDay) return Math.floor(serial)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) || /[./]/.test(text) || /[a-z]{3}/i.test(text)
    ? readDateText(text, 'dmy')
    : null
}

/**
 * The period that a day stands for: the one that holds it. Where periods are made of weeks, or listed in Calendar, they seldom begin on the
 * first of a month, and it is the one whose beginning is nearest.
 */
const periodOfDay = (day: Day, grain: Grain, calendar: FiscalCalendar): Period => {
  const around = periodAround(day, grain, calendar)
  if (calendar.weeks === null && calendar.listed?.has(grain) !== true) return around
  const next = periodFrom(day, 1, grain, calendar)
  return next.start - day < day - around.start ? next : around
}

/** A period given as its first day (of the year, quarter or month that `grain` says), or as a period text. */
const boundsOf = (text: string, grain: Grain, calendar: FiscalCalendar): readonly [number, number] | null => {
  const day = asDay(text)
  if (day !== null) {
    const period = periodOfDay(day, grain, calendar)
    return [period.start, period.end]
  }
  try {
    const period = readPeriod(text, calendar)
    return [period.start, period.end]
  } catch {
    return null
  }
}

/** First and last day of every target's period. Each distinct text is read once. */
export const readTargetPeriods = (period: Texts, grain: Texts | null, calendar: FiscalCalendar): TargetPeriods => {
  const start = new Float64Array(period.length).fill(NaN)
  const end = new Float64Array(period.length).fill(NaN)
  const known = new Map<string, readonly [number, number] | null>()
  const unread: number[] = []
  for (let row = 0; row < period.length; row++) {
    const text = period.at(row)
    const size = asGrain(grain?.at(row).toLowerCase() ?? '')
    const key = `${size} ${text}`
    const bounds = known.has(key) ? (known.get(key) ?? null) : boundsOf(text, size, calendar)
    known.set(key, bounds)
    if (bounds === null) unread.push(row)
    else [start[row], end[row]] = bounds
  }
  const [first] = unread
  const unreadable = first === undefined ? null : { row: first, text: period.at(first), count: unread.length }
  return { start: new Numbers(start), end: new Numbers(end), unreadable }
}
