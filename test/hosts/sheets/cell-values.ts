import { isFault, type Cell } from '#core/cells/grid'
import type { CellState } from '#local/workbook/model'
import { isDate, type Realm } from './realm.ts'
import { momentIn, shownIn } from './zone.ts'

const day = 86_400_000
const epoch = 25_569

/** The zone of the spreadsheet, in which a date shows its day. */
export interface Place {
  readonly realm: Realm
  readonly timeZone: string
}

const isDateFormat = (format: string): boolean =>
  format !== 'General' && format !== '@' && /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))

export const serialIn = (timeZone: string, moment: number): number => shownIn(timeZone, moment) / day + epoch

export const momentOfSerial = (timeZone: string, serial: number): number =>
  momentIn(timeZone, Math.round((serial - epoch) * day))

/** What `getValues` gives for a cell: a blank is an empty text, a date a Date, an error its text. */
export const valueOut = ({ value, format }: CellState, { realm, timeZone }: Place): unknown => {
  if (value === null) return ''
  if (isFault(value)) return value.fault
  if (typeof value === 'number' && isDateFormat(format)) return realm.moment(momentOfSerial(timeZone, value))
  return value
}

interface Entered {
  readonly value: Cell
  readonly formula: string | null
  readonly format: string | null
}

const plain = (value: Cell, format: string | null = null): Entered => ({ value, formula: null, format })

/** What a text becomes that is typed into a cell: Google reads numbers, percents, days and formulas out of it. */
const typed = (text: string): Entered => {
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text.slice(1), format: null }
  if (text.startsWith("'")) return plain(text.slice(1))
  if (/^\s*[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d+)?\s*$/i.test(text))
    return plain(Number(text.replace(/,/g, '')))
  if (/^\s*[-+]?\d+(?:\.\d+)?%\s*$/.test(text)) return plain(parseFloat(text) / 100, '0.00%')
  if (/^(?:true|false)$/i.test(text)) return plain(/^t/i.test(text))
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (date === null) return plain(text)
  return plain(Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / day + epoch, 'yyyy-mm-dd')
}

/** What becomes of a value that a script puts into a cell of this format. */
export const valueIn = (value: unknown, format: string, { timeZone }: Place): Entered => {
  if (value === null || value === undefined || value === '') return plain(null)
  if (isDate(value)) {
    const serial = serialIn(timeZone, value.getTime())
    return plain(serial, format === 'General' ? 'yyyy-mm-dd' : null)
  }
  if (typeof value === 'boolean') return plain(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return plain({ fault: '#NUM!' })
    return plain(value)
  }
  if (typeof value !== 'string') throw new Error(`A cell cannot hold ${typeof value}.`)
  if (value.length > 50_000)
    throw new Error('Your input contains more than the maximum of 50000 characters in a single cell.')
  return format === '@' ? plain(value) : typed(value)
}
