import { civilOf, firstDay } from './day.ts'
import { monthNamed } from './month-name.ts'

/** A month as a header names it. */
export interface MonthText {
  /** 1 to 12: of the calendar, or of the fiscal year for `M01`. */
  readonly month: number
  readonly isFiscal: boolean
  /** `null` where the text names none. */
  readonly year: number | null
}

const numbered = /^M\s?(0?[1-9]|1[0-2])$/i
const yearFirst = /^(\d{4})[-/.](0?[1-9]|1[0-2])(?:[-/.]0?1)?$/
const yearLast = /^(?:0?1[-/.])?(0?[1-9]|1[0-2])[-/.](\d{4})$/
const named = /^(\p{L}{3,})\.?(?:[\s\-/.'’]*(\d{4}|\d{2}))?$/u
const serial = /^\d{5}$/
/** 2000-01-01 and 2099-12-31: a header that is a number in between is the first day of a month, or no month. */
const [firstSerial, lastSerial] = [36526, 73050]

const fullYear = (text: string): number => Number(text) + (text.length === 2 ? 2000 : 0)

const ofCalendar = (month: number, year: number | null): MonthText => ({ month, isFiscal: false, year })

const fromSerial = (text: string): MonthText | null => {
  const day = serial.test(text) ? Number(text) : firstDay
  if (day < firstSerial || day > lastSerial) return null
  const civil = civilOf(day)
  return civil.day === 1 ? ofCalendar(civil.month, civil.year) : null
}

const fromName = (text: string): MonthText | null => {
  const match = named.exec(text)
  const month = match === null ? null : monthNamed(match[1] ?? '')
  return month === null ? null : ofCalendar(month, match?.[2] === undefined ? null : fullYear(match[2]))
}

/** Reads `M01`, `Jan`, `März 2026`, `Jan-26`, `2026-01`, `01/2026`, `2026-01-01` and the serial number of a first day. */
export const readMonthText = (header: string): MonthText | null => {
  const text = header.trim()
  const fiscal = numbered.exec(text)
  if (fiscal !== null) return { month: Number(fiscal[1]), isFiscal: true, year: null }
  const first = yearFirst.exec(text)
  if (first !== null) return ofCalendar(Number(first[2]), Number(first[1]))
  const last = yearLast.exec(text)
  if (last !== null) return ofCalendar(Number(last[1]), Number(last[2]))
  return fromSerial(text) ?? fromName(text)
}
