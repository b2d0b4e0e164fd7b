import { isFault, type Cell } from '#core/cells/grid'

/** What becomes of something written into a cell: Excel reads a text as if a person had typed it. */
export interface Entry {
  readonly value: Cell
  /** Without the leading `=`. */
  readonly formula: string | null
  /** The number format that Excel gives a cell of the format General along with it. */
  readonly format: string | null
}

const numeric = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i
const grouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/
const percent = /^[-+]?\d+(\.\d+)?%$/
const fault = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!)$/
const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
/** `3/4`, `1-2-2026`, `Mar 2026`, `4 May`: what a program that wants to help takes for a date. */
const shortDate =
  /^(\d{1,2}[-/]\d{1,2}([-/]\d{2,4})?|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,4}|\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)$/i
const time = /^\d{1,2}:\d{2}(:\d{2})?$/

/** Any date will do where the text should have been kept as text. */
const someDay = 46023

const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569

const plain = (value: Cell, format: string | null = null): Entry => ({ value, formula: null, format })

const fromTypedText = (text: string): Entry => {
  if (numeric.test(text)) return plain(Number(text))
  if (grouped.test(text)) return plain(Number(text.replaceAll(',', '')), '#,##0')
  if (percent.test(text)) return plain(Number(text.slice(0, -1)) / 100, '0%')
  if (/^(true|false)$/i.test(text)) return plain(text.toLowerCase() === 'true')
  if (fault.test(text)) return plain({ fault: text })
  const iso = isoDate.exec(text)
  if (iso) return plain(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), 'm/d/yyyy')
  if (shortDate.test(text)) return plain(someDay, 'd-mmm')
  if (time.test(text)) return plain(0.5, 'h:mm')
  if (/^[-+@]./.test(text)) return { value: null, formula: text.replace(/^[+@]/, ''), format: null }
  return plain(text)
}

/**
 * A text becomes a formula, a number, a date or a truth value where it looks like one, unless it begins with `'` or the
 * cell has the format `@`.
 */
export const enter = (given: string | number | boolean, format: string): Entry => {
  if (typeof given !== 'string') return plain(given)
  if (given.startsWith("'")) return plain(given.slice(1))
  if (given === '') return plain(null)
  if (given.startsWith('=') && given.length > 1 && format !== '@')
    return { value: null, formula: given.slice(1), format: null }
  return format === '@' ? plain(given) : fromTypedText(given)
}

export const shownValue = (value: Cell): string | number | boolean => {
  if (value === null) return ''
  return isFault(value) ? value.fault : value
}

export const valueType = (value: Cell): string => {
  if (value === null || value === '') return 'Empty'
  if (isFault(value)) return 'Error'
  if (typeof value === 'number') return 'Double'
  return typeof value === 'boolean' ? 'Boolean' : 'String'
}

/** As far as the host formats anything: not at all. */
export const shownText = (value: Cell): string => {
  const shown = shownValue(value)
  return typeof shown === 'boolean' ? String(shown).toUpperCase() : String(shown)
}
