import { isBlankText, showCell } from '../cells/blank.ts'
import { dateOrderOf, readDateText, type DateOrder } from '../cells/date-text.ts'
import { firstDay, lastDay } from '../cells/day.ts'
import type { Cell, Grid } from '../cells/grid.ts'
import { decimalOf, readNumberText, type Decimal } from '../cells/number-text.ts'
import { Flags, Numbers, Texts } from './columns.ts'
import type { Trouble } from './findings.ts'

/** The cells of one column: a grid, the rows of it that are records, and the column's number. */
export interface Cells {
  readonly grid: Grid
  readonly rows: Uint32Array
  readonly column: number
}

export interface Reading<C> {
  readonly column: C
  readonly filled: number
  /** Cells that cannot be read as this kind; they stay blank. */
  readonly unreadable: Trouble | null
  /** A text that could be read in two ways, with nothing in the column to tell which. */
  readonly ambiguous: string | null
}

const cellAt = ({ grid, rows, column }: Cells, i: number): Cell | undefined => grid[rows[i] as number]?.[column]

/** Collects the cells of one column that cannot be read. */
const troubles = (rows: Uint32Array) => {
  let first = -1
  let shown = ''
  let count = 0
  return {
    add: (i: number, cell: Cell | undefined): void => {
      if (count++ === 0) [first, shown] = [rows[i] as number, showCell(cell)]
    },
    all: (): Trouble | null => (count === 0 ? null : { first, shown, count }),
  }
}

const untidy = /^\s|\s\s|[^\S ]|\s$/
const tidy = (text: string): string => {
  if (isBlankText(text)) return ''
  return untidy.test(text) ? text.trim().replace(/\s+/gu, ' ') : text
}

type Word = string | number | boolean

const textOf = (word: Word): string => (typeof word === 'boolean' ? (word ? 'TRUE' : 'FALSE') : String(word))

/** Gives every cell the code of its label; cells that differ in spaces only share theirs. */
const createLabels = () => {
  const labels = ['']
  const codes = new Map<Word, number>([['', 0]])
  const add = (word: Word): number => {
    const label = tidy(textOf(word))
    let code = codes.get(label)
    if (code === undefined) codes.set(label, (code = labels.push(label) - 1))
    if (word !== label) codes.set(word, code)
    return code
  }
  return { labels, codeOf: (word: Word): number => codes.get(word) ?? add(word) }
}

export const readTexts = (cells: Cells): Reading<Texts> => {
  const codes = new Uint32Array(cells.rows.length)
  const { labels, codeOf } = createLabels()
  const trouble = troubles(cells.rows)
  let filled = 0
  let last: Word = ''
  let code = 0
  for (let i = 0; i < codes.length; i++) {
    const cell = cellAt(cells, i)
    if (cell === null || cell === undefined) continue
    if (typeof cell === 'object') {
      trouble.add(i, cell)
      continue
    }
    if (cell !== last) {
      last = cell
      code = codeOf(cell)
    }
    codes[i] = code
    if (code !== 0) filled++
  }
  return { column: new Texts(codes, labels), filled, unreadable: trouble.all(), ambiguous: null }
}

/** Columns repeat themselves, so each distinct text is read once. */
const once = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    known.set(text, value)
    return value
  }
}

/** Reads every cell that is a number as it is, and hands every text that is not blank to `readText`. */
const readNumeric = (
  cells: Cells,
  accept: (value: number) => boolean,
  readText: (texts: readonly string[]) => {
    readonly read: (text: string, i: number) => number | null
    readonly ambiguous: string | null
  },
): Reading<Numbers> => {
  const count = cells.rows.length
  const values = new Float64Array(count).fill(NaN)
  const trouble = troubles(cells.rows)
  const textRows: number[] = []
  const texts: string[] = []
  let filled = 0
  for (let i = 0; i < count; i++) {
    const cell = cellAt(cells, i)
    if (cell === null || cell === undefined) continue
    if (typeof cell === 'number' && accept(cell)) {
      values[i] = cell
      filled++
    } else if (typeof cell === 'string') {
      if (isBlankText(cell)) continue
      textRows.push(i)
      texts.push(cell)
    } else trouble.add(i, cell)
  }
  const { read, ambiguous } = texts.length === 0 ? { read: () => null, ambiguous: null } : readText(texts)
  texts.forEach((text, at) => {
    const i = textRows[at] as number
    const value = read(text, i)
    if (value === null || !accept(value)) trouble.add(i, text)
    else {
      values[i] = value
      filled++
    }
  })
  return { column: new Numbers(values), filled, unreadable: trouble.all(), ambiguous }
}

export interface NumberReading extends Reading<Numbers> {
  /** Currencies written inside the cells, by row; empty where none is. */
  readonly currencies: ReadonlyMap<number, string>
  /** Rows whose text ends in `%`. */
  readonly percents: ReadonlySet<number>
}

export const readNumbers = (cells: Cells, decimal: Decimal | null): NumberReading => {
  const currencies = new Map<number, string>()
  const percents = new Set<number>()
  const reading = readNumeric(cells, Number.isFinite, (texts) => {
    const vote = decimal === null ? decimalOf(texts) : { decimal, ambiguous: null }
    const readText = once((text) => readNumberText(text, vote.decimal))
    return {
      ambiguous: vote.ambiguous,
      read: (text, i) => {
        const number = readText(text)
        if (number?.currency != null) currencies.set(i, number.currency)
        if (number?.percent === true) percents.add(i)
        return number?.value ?? null
      },
    }
  })
  return { ...reading, currencies, percents }
}

const isDay = (value: number): boolean => value >= firstDay && value < lastDay + 1

/** Date-times keep their fraction where `times` is true, else the day alone remains. */
export const readDays = (
  cells: Cells,
  order: DateOrder | null,
  fallback: () => DateOrder | null,
  times: boolean,
): Reading<Numbers> => {
  const reading = readNumeric(cells, isDay, (texts) => {
    const vote = order === null ? dateOrderOf(texts) : { order, ambiguous: null }
    const settled = vote.order ?? (vote.ambiguous === null ? null : fallback())
    return {
      ambiguous: settled === null ? vote.ambiguous : null,
      read: once((text) => readDateText(text, settled ?? 'dmy')),
    }
  })
  if (!times) {
    const { values } = reading.column
    for (let i = 0; i < values.length; i++) values[i] = Math.floor(values[i] as number)
  }
  return reading
}

const yes = new Set([
  'true',
  'yes',
  'y',
  '1',
  'x',
  'done',
  'won',
  'closed',
  'completed',
  'wahr',
  'ja',
  'oui',
  'sí',
  'si',
])
const no = new Set(['false', 'no', 'n', '0', 'undone', 'open', 'not done', 'falsch', 'nein', 'non'])

export const readFlags = (cells: Cells): Reading<Flags> => {
  const count = cells.rows.length
  const flags = new Uint8Array(count).fill(2)
  const trouble = troubles(cells.rows)
  let filled = 0
  for (let i = 0; i < count; i++) {
    const cell = cellAt(cells, i)
    if (cell === null || cell === undefined || (typeof cell === 'string' && isBlankText(cell))) continue
    const word = typeof cell === 'object' ? '' : String(cell).trim().toLowerCase()
    if (yes.has(word)) flags[i] = 1
    else if (no.has(word)) flags[i] = 0
    else trouble.add(i, cell)
    filled++
  }
  return { column: new Flags(flags), filled, unreadable: trouble.all(), ambiguous: null }
}
