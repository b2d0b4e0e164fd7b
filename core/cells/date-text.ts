import { dayIfValid, type Day } from './day.ts'

/** How `03/04/2026` reads: day first or month first. */
export type DateOrder = 'dmy' | 'mdy'

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s](.*))?$/
const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[,\s]+(.*))?$/
const named = /^(\d{1,2})[-\s.]+(\p{L}{3,})\.?[-\s,]+(\d{4}|\d{2})(?:[,\s]+(.*))?$/u
const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})(?:[,\s]+(.*))?$/u
const compact = /^(\d{4})(\d{2})(\d{2})$/
const clock = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|[-+]\d{2}:?\d{2}|UTC|GMT)?$/
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const yearOf = (text: string): number => {
  const year = Number(text)
  return text.length === 4 ? year : year + (year < 69 ? 2000 : 1900)
}

/** Fraction of the day, 0 where there is no time, `null` where the text is no time. */
const timeOf = (text: string | undefined): number | null => {
  if (text === undefined || text.trim() === '') return 0
  const match = clock.exec(text.trim())
  if (match === null) return null
  const half = match[4]?.[0]?.toLowerCase()
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'p' ? 12 : 0)
  const minute = Number(match[2])
  const second = Number(match[3] ?? 0)
  return hour < 24 && minute < 60 && second < 60 ? (hour * 3600 + minute * 60 + second) / 86400 : null
}

const withTime = (day: Day | null, time: string | undefined): number | null => {
  const fraction = timeOf(time)
  return day === null || fraction === null ? null : day + fraction
}

/** The day first or month first that a text proves: a first number above 12 is a day, a second one likewise. */
const orderOf = (text: string): DateOrder | 'open' | null => {
  const match = numeric.exec(text.trim())
  if (match === null) return null
  if (Number(match[1]) > 12) return 'dmy'
  if (Number(match[3]) > 12) return 'mdy'
  return match[2] === '.' ? 'dmy' : 'open'
}

export interface OrderVote {
  /** `null`: no text in the column needs or proves an order. */
  readonly order: DateOrder | null
  /** A text that could be read both ways, where none in the column tells which. */
  readonly ambiguous: string | null
}

/** One decision for a whole column of date texts. */
export const dateOrderOf = (texts: Iterable<string>): OrderVote => {
  let dmy = 0
  let mdy = 0
  let ambiguous: string | null = null
  for (const text of texts) {
    const order = orderOf(text)
    if (order === 'dmy') dmy++
    else if (order === 'mdy') mdy++
    else if (order === 'open' && ambiguous === null) ambiguous = text
  }
  if (dmy === 0 && mdy === 0) return { order: null, ambiguous }
  return { order: dmy >= mdy ? 'dmy' : 'mdy', ambiguous: null }
}

/**
 * Reads `2026-03-31`, `2026/03/31 14:05`, `03/31/26 08:55 PM`, `31.03.2026 15:30`, `01-Jan-2015`, `March 3, 2026` and
 * serial numbers written as text. The result is a serial number with the time of day as its fraction, `null` where the
 * text is no date of the calendar.
 */
export const readDateText = (text: string, order: DateOrder): number | null => {
  const trimmed = text.trim()
  const isoMatch = iso.exec(trimmed)
  if (isoMatch !== null)
    return withTime(dayIfValid(Number(isoMatch[1]), Number(isoMatch[2]), Number(isoMatch[3])), isoMatch[4])
  const match = numeric.exec(trimmed)
  if (match !== null) {
    const [first, second] = [Number(match[1]), Number(match[3])]
    const [day, month] = order === 'dmy' ? [first, second] : [second, first]
    return withTime(dayIfValid(yearOf(match[4] ?? ''), month, day), match[5])
  }
  return readNamedDate(trimmed) ?? readSerialText(trimmed)
}

const readNamedDate = (text: string): number | null => {
  const dayFirst = named.exec(text)
  const match = dayFirst ?? monthFirst.exec(text)
  if (match === null) return null
  const [day, name] = dayFirst === null ? [match[2], match[1]] : [match[1], match[2]]
  const month = months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
  return withTime(dayIfValid(yearOf(match[3] ?? ''), month, Number(day)), match[4])
}

const readSerialText = (text: string): number | null => {
  const match = compact.exec(text)
  if (match !== null) return dayIfValid(Number(match[1]), Number(match[2]), Number(match[3]))
  const serial = Number(text)
  return /^\d{5}(\.\d+)?$/.test(text) && serial >= 20000 && serial < 80000 ? serial : null
}
