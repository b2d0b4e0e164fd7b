import { isBlank } from '../cells/blank.ts'
import type { Cell, Grid } from '../cells/grid.ts'
import { headerKey } from './header.ts'
import { fitOf, recognise, type FieldMap, type Recognition } from './recognise.ts'
import { RowCollector, type RecordRows } from './record-rows.ts'
import type { TableSchema } from './schema.ts'
import type { LeftOut } from './source.ts'

/** A table within a range: where its header is, what the header says, and which rows are records. */
export interface Located {
  readonly recognition: Recognition
  readonly headers: readonly string[]
  readonly headerRow: number
  /** Row numbers in the grid. */
  readonly rows: RecordRows
  /** Rows below the header that are no records: totals, repeated headers, footers. */
  readonly leftOut: readonly LeftOut[]
}

const deepest = 30

const headersOf = (row: readonly Cell[] | undefined): string[] =>
  Array.from(row ?? [], (cell) =>
    typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '',
  )

interface Candidate {
  readonly headerRow: number
  readonly headers: readonly string[]
  readonly recognition: Recognition
  readonly fit: number
}

const candidateAt = (grid: Grid, headerRow: number, schema: TableSchema, map: FieldMap): Candidate => {
  const headers = headersOf(grid[headerRow])
  const recognition = recognise(headers, schema, map)
  return { headerRow, headers, recognition, fit: fitOf(recognition, schema) }
}

/** The first row that is marked as a header of this table, else the one with most known words; `null` if none has any. */
export const findHeader = (grid: Grid, schema: TableSchema, map: FieldMap = {}): Candidate | null => {
  let best: Candidate | null = null
  for (let row = 0; row < Math.min(grid.length, deepest); row++) {
    const texts = (grid[row] ?? []).filter((cell) => typeof cell === 'string' && cell.trim() !== '').length
    if (texts < 2) continue
    const candidate = candidateAt(grid, row, schema, map)
    if (candidate.fit > 0) return candidate
    const size = ({ recognition }: Candidate): number => recognition.fields.size + recognition.conflicts.size
    if (size(candidate) > (best === null ? 0 : size(best))) best = candidate
  }
  return best
}

/** What rows of totals begin with: English, German, French, Spanish, Finnish, Swedish and Danish. */
const totalWords = [
  ...['grand\\s+total', 'sub-?total', 'totals?', 'sum', 'count', 'record count'],
  ...['gesamt', 'gesamtsumme', 'gesamtergebnis', 'summe', 'zwischensumme', 'anzahl'],
  ...['sous-total', 'total\\s+g[eé]n[eé]ral', 'somme', 'total\\s+general', 'suma', 'suma\\s+total'],
  ...['yhteens[aä]', 'v[aä]lisumma', 'loppusumma', 'summa', 'totalt', 'delsumma', 'i\\s+alt', 'samlet', 'hovedtotal'],
].join('|')
const furniture = new RegExp(`^(${totalWords}|confidential|copyright|©)`, 'i')
const total = new RegExp(`^(${totalWords})\\s*:?\\s*(\\(.*\\))?\\s*[\\d.,]*$`, 'i')
const longestFurniture = 200
/** In a table of fewer columns, a sentence alone in its row may be a record. */
const fewestForFooter = 3

const firstOf = (headers: readonly string[]): string => headers.find((header) => header !== '') ?? ''

/** A total with its figures, or a footer that stands nearly alone. */
const isTotal = (row: readonly Cell[], first: string): boolean =>
  furniture.test(first) && (total.test(first.trim()) || row.filter((cell) => !isBlank(cell)).length <= 2)

/** The header again, as reports repeat it on every page. */
const isHeader = (row: readonly Cell[], first: string, headers: readonly string[]): boolean =>
  headerKey(first) === headerKey(firstOf(headers)) &&
  row.every((cell, column) => typeof cell !== 'string' || headerKey(cell) === headerKey(headers[column] ?? ''))

/** The text of a row that is no record, as its first filled cell tells; `null` for a record. */
const furnitureOf = (row: readonly Cell[], first: Cell | undefined, headers: readonly string[]): string | null => {
  if (typeof first !== 'string' || first.length >= longestFurniture) return null
  if (!furniture.test(first) && first !== firstOf(headers)) return null
  return isTotal(row, first) || isHeader(row, first, headers) ? first.trim() : null
}

/** Letters and digits that no total, no footer and no `n/a` begins with. */
const plain = 'abefjklmopqruwx'
const plainStarts = new Set([...plain, ...plain.toUpperCase(), ...'0123456789'].map((char) => char.charCodeAt(0)))

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Nearly every row is a record by its first cell alone: keys soon have a digit, and totals begin with words. */
const isRecordAtSight = (cell: Cell | undefined, title: string): boolean => {
  if (typeof cell !== 'string') return typeof cell === 'number'
  const isPlain = plainStarts.has(cell.charCodeAt(0)) || isDigit(cell.charCodeAt(1)) || isDigit(cell.charCodeAt(2))
  return isPlain && cell !== title
}

const firstFilled = (row: readonly Cell[]): number => {
  for (let column = 0; column < row.length; column++) if (!isBlank(row[column])) return column
  return -1
}

/** A sentence that stands alone in its row, as reports end with: who made them, from what, how they were filtered. */
const loneSentence = (row: readonly Cell[]): string | null => {
  const start = firstFilled(row)
  const text = row[start]
  const isAlone = typeof text === 'string' && row.every((cell, column) => column === start || isBlank(cell))
  return isAlone && text.trim().split(/\s+/).length >= 3 ? text.trim() : null
}

/** The last row that is a record, or has one below it: what follows are blanks, totals and sentences on their own. */
const lastRecord = (grid: Grid, headerRow: number, headers: readonly string[]): number => {
  let row = grid.length - 1
  if (headers.filter(Boolean).length < fewestForFooter) return row
  for (; row > headerRow; row--) {
    const cells = grid[row] ?? []
    const start = firstFilled(cells)
    if (start >= 0 && furnitureOf(cells, cells[start], headers) === null && loneSentence(cells) === null) break
  }
  return row
}

/** What a row below the header is: `record`, `nothing`, or the text of a total, a repeated header, a footer. */
type Role = 'record' | 'nothing' | { readonly text: string }

const roleOf = (cells: readonly Cell[], headers: readonly string[], title: string, isAfterLast: boolean): Role => {
  if (!isAfterLast && isRecordAtSight(cells[0], title)) return 'record'
  const start = firstFilled(cells)
  if (start < 0) return 'nothing'
  const text = furnitureOf(cells, cells[start], headers) ?? (isAfterLast ? loneSentence(cells) : null)
  return text === null ? 'record' : { text }
}

/** Splits what stands below the header into records and what is none. */
export const locate = (grid: Grid, { headerRow, headers, recognition }: Candidate): Located => {
  const rows = new RowCollector(grid.length)
  const leftOut: LeftOut[] = []
  const title = firstOf(headers)
  const last = lastRecord(grid, headerRow, headers)
  for (let row = headerRow + 1; row < grid.length; row++) {
    const role = roleOf(grid[row] ?? [], headers, title, row > last)
    if (role === 'record') rows.add(row)
    else if (role !== 'nothing') leftOut.push({ row, text: role.text })
  }
  return { recognition, headers, headerRow, rows: rows.collected(), leftOut }
}

const isSameRole = (a: Role, b: Role): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a.text === b.text)

/**
 * Whether a table is found where it was, with the same records, after rows below its header changed: told by these rows
 * and the last ones alone.
 */
export const isLocatedAlike = (
  { headerRow, headers }: Located,
  before: Grid,
  after: Grid,
  changed: readonly number[],
): boolean => {
  const last = lastRecord(before, headerRow, headers)
  if (lastRecord(after, headerRow, headers) !== last) return false
  const title = firstOf(headers)
  const roleIn = (grid: Grid, row: number): Role => roleOf(grid[row] ?? [], headers, title, row > last)
  return changed.every((row) => row > headerRow && isSameRole(roleIn(before, row), roleIn(after, row)))
}

/** The rows, from the first one, that decide where the header is; it needs the row below it as well. */
export const headerRows = deepest + 1
