import { dayIfValid, type Day } from './day.ts'
import { monthNamed } from './month-name.ts'
import { writtenOffset, type ZoneOffset } from './zone.ts'

/** How `03/04/2026` reads: day first or month first. */
export type DateOrder = 'dmy' | 'mdy'

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s](.*))?$/
const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[,\s]+(.*))?$/
const named = /^(\d{1,2})[-\s.]+(?:de\s+)?(\p{L}{3,})\.?[-\s,]+(?:de\s+)?(\d{4}|\d{2})(?:[,\s]+(.*))?$/u
const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})(?:[,\s]+(.*))?$/u
const compact = /^(\d{4})(\d{2})(\d{2})$/
const clock = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|[-+]\d{2}:?\d{2}|UTC|GMT)?$/

const yearOf = (text: string): number => {
  const year = Number(text)
  return text.length === 4 ? year : year + (year < 69 ? 2000 : 1900)
}

interface Time {
  readonly seconds: number
  /** As it is written: `Z`, `+02:00`; `null` where none is. */
  readonly offset: string | null
}

const midnight: Time = { seconds: 0, offset: null }

const hourOf = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)

/** Midnight where there is no time, `null` where the text is no time. */
const timeOf = (text: string | undefined): Time | null => {
  if (text === undefined || text.trim() === '') return midnight
  const match = clock.exec(text.trim())
  if (match === null) return null
  const hour = hourOf(Number(match[1]), match[4]?.[0])
  const minute = Number(match[2])
  const second = Number(match[3] ?? 0)
  if (hour >= 24 || minute >= 60 || second >= 60) return null
  return { seconds: hour * 3600 + minute * 60 + second, offset: match[5] ?? null }
}

/** A moment that says how far it is from UTC is told by the clocks of the zone; any other stays as it is written. */
const withTime = (day: Day | null, text: string | undefined, zone: ZoneOffset | null): number | null => {
  const time = timeOf(text)
  if (day === null || time === null) return null
  const { seconds, offset } = time
  if (zone === null || offset === null) return day + seconds / 86400
  const utc = day * 86400 + seconds - writtenOffset(offset) * 60
  return (utc + zone(utc / 86400) * 60) / 86400
}

const zoned = /\d\s*(?:Z|UTC|GMT|[-+]\d{2}:?\d{2})$/
const atMidnight = /[T\s]0?0:00(?::00(?:\.0+)?)?\s*(?:Z|UTC|GMT|[-+]00:?00)$/

/**
 * Whether the texts of a column that say how far they are from UTC are all at midnight UTC: then they are days that a
 * program has written as moments, and no zone may shift them.
 */
export const areDays = (texts: readonly string[]): boolean => {
  const moments = texts.map((text) => text.trim()).filter((text) => text.includes(':') && zoned.test(text))
  return moments.every((text) => atMidnight.test(text))
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
 * Reads `2026-03-31`, `2026/03/31 14:05`, `03/31/26 08:55 PM`, `31.03.2026 15:30`, `01-Jan-2015`, `March 3, 2026`,
 * `15. März 2026`, `15 de enero de 2026` and serial numbers written as text. The result is a serial number with the time
 * of day as its fraction, `null` where the text is no date of the calendar. With a `zone`, a moment with `Z` or an offset
 * is told by its clocks.
 */
export const readDateText = (text: string, order: DateOrder, zone: ZoneOffset | null = null): number | null => {
  const trimmed = text.trim()
  const isoMatch = iso.exec(trimmed)
  if (isoMatch !== null)
    return withTime(dayIfValid(Number(isoMatch[1]), Number(isoMatch[2]), Number(isoMatch[3])), isoMatch[4], zone)
  const match = numeric.exec(trimmed)
  if (match !== null) {
    const [first, second] = [Number(match[1]), Number(match[3])]
    const [day, month] = order === 'dmy' ? [first, second] : [second, first]
    return withTime(dayIfValid(yearOf(match[4] ?? ''), month, day), match[5], zone)
  }
  return readNamedDate(trimmed, zone) ?? readSerialText(trimmed)
}

const readNamedDate = (text: string, zone: ZoneOffset | null): number | null => {
  const dayFirst = named.exec(text)
  const match = dayFirst ?? monthFirst.exec(text)
  if (match === null) return null
  const [day, name] = dayFirst === null ? [match[2], match[1]] : [match[1], match[2]]
  const month = monthNamed(name ?? '')
  return month === null ? null : withTime(dayIfValid(yearOf(match[3] ?? ''), month, Number(day)), match[4], zone)
}

const readSerialText = (text: string): number | null => {
  const match = compact.exec(text)
  if (match !== null) return dayIfValid(Number(match[1]), Number(match[2]), Number(match[3]))
  const serial = Number(text)
  return /^\d{5}(\.\d+)?$/.test(text) && serial >= 20000 && serial < 80000 ? serial : null
}
