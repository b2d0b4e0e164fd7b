import { civilOf, dayOf, weekdayOf, workdays, type Day } from '../cells/day.ts'
import type { ListedPeriods } from './listed-periods.ts'

/** How many weeks the three periods of a quarter last. */
export const weekPatterns = { '445': [4, 4, 5], '454': [4, 5, 4], '544': [5, 4, 4] } as const

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** A year of whole weeks, which begins on the day of the week that is nearest to the first of its first month. */
export interface FiscalWeeks {
  readonly pattern: keyof typeof weekPatterns
  readonly startsOn: (typeof weekdays)[number]
}

/** What a period text is read against. */
export interface FiscalCalendar {
  readonly asOf: Day
  /** First month of the fiscal year, 1 to 12. */
  readonly startMonth: number
  /** Whether a fiscal year carries the name of the calendar year in which it ends, or starts. */
  readonly namedBy: 'end' | 'start'
  /** `null`: the fiscal year is made of calendar months. */
  readonly weeks: FiscalWeeks | null
  /** The periods of the table Calendar, which go before all of these. */
  readonly listed?: ListedPeriods
}

/** Workdays from one day to another, both included: as the table Calendar says, else Monday to Friday. */
export const workdaysIn = (start: Day, end: Day, { listed }: FiscalCalendar): number =>
  listed === undefined ? workdays(start, end) : listed.workdays(start, end)

/** Days from `start` to `end`, both included. */
export interface Span {
  readonly start: Day
  readonly end: Day
}

const weeksInQuarter = 13
const lastFullWeek = 51

/** How far the years' names are from the calendar years in which they begin. */
const nameOffset = ({ startMonth, namedBy }: FiscalCalendar): number =>
  startMonth === 1 || namedBy === 'start' ? 0 : 1

const yearStart = (name: number, calendar: FiscalCalendar): Day => {
  const first = dayOf(name - nameOffset(calendar), calendar.startMonth, 1)
  if (calendar.weeks === null) return first
  const earliest = first - 3
  return earliest + ((weekdays.indexOf(calendar.weeks.startsOn) - weekdayOf(earliest) + 7) % 7)
}

/** The first day of a period of the year, counted from 0; period 12 is the first of the next year. */
const periodStart = (name: number, period: number, calendar: FiscalCalendar): Day => {
  if (period === 12) return yearStart(name + 1, calendar)
  if (calendar.weeks === null) return dayOf(name - nameOffset(calendar), calendar.startMonth + period, 1)
  const [first, second] = weekPatterns[calendar.weeks.pattern]
  const before = [0, first, first + second][period % 3] ?? 0
  return yearStart(name, calendar) + (Math.floor(period / 3) * weeksInQuarter + before) * 7
}

const periodsOf = (name: number, first: number, count: number, calendar: FiscalCalendar): Span => ({
  start: periodStart(name, first, calendar),
  end: periodStart(name, first + count, calendar) - 1,
})

export const yearSpan = (name: number, calendar: FiscalCalendar): Span => periodsOf(name, 0, 12, calendar)

/** Quarter 1 to 4. */
export const quarterSpan = (name: number, quarter: number, calendar: FiscalCalendar): Span =>
  periodsOf(name, (quarter - 1) * 3, 3, calendar)

/** Period 1 to 12; a 53rd week belongs to the last one. */
export const periodSpan = (name: number, period: number, calendar: FiscalCalendar): Span =>
  periodsOf(name, period - 1, 1, calendar)

/** Week 1 to 53; `null` where the year has no such week, or is not made of weeks. */
export const weekSpan = (name: number, week: number, calendar: FiscalCalendar): Span | null => {
  const year = yearSpan(name, calendar)
  const start = year.start + (week - 1) * 7
  return calendar.weeks === null || week < 1 || start > year.end ? null : { start, end: start + 6 }
}

/** Where a day lies: the name of its fiscal year, and its quarter, period and week there, all from 1. */
export interface FiscalPlace {
  readonly year: number
  readonly quarter: number
  readonly period: number
  readonly week: number
}

const nameOf = (day: Day, calendar: FiscalCalendar): number => {
  let name = civilOf(day).year + 1 + nameOffset(calendar)
  while (yearStart(name, calendar) > day) name--
  return name
}

const periodOfWeek = (week: number, { pattern }: FiscalWeeks): number => {
  const within = week % weeksInQuarter
  const [first, second] = weekPatterns[pattern]
  const third = within < first ? 0 : within < first + second ? 1 : 2
  return Math.floor(week / weeksInQuarter) * 3 + third
}

export const fiscalPlace = (day: Day, calendar: FiscalCalendar): FiscalPlace => {
  const year = nameOf(day, calendar)
  const week = Math.floor((day - yearStart(year, calendar)) / 7)
  const period =
    calendar.weeks === null
      ? (civilOf(day).month - calendar.startMonth + 12) % 12
      : periodOfWeek(Math.min(week, lastFullWeek), calendar.weeks)
  return { year, quarter: Math.floor(period / 3) + 1, period: period + 1, week: week + 1 }
}
