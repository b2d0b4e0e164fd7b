import { isBlankText } from '../cells/blank.ts'
import { firstDay, lastDay } from '../cells/day.ts'
import type { Cell, Grid } from '../cells/grid.ts'
import { Numbers, Texts } from './columns.ts'
import type { Located } from './locate.ts'
import type { RawColumn } from './read-kind.ts'
import type { Place } from './recognise.ts'
import type { Kind, TableSchema } from './schema.ts'

/** One range in the place of another: the records that differ, by their place in the table and in the grid. */
export interface Edit {
  readonly before: Grid
  readonly after: Grid
  readonly records: readonly { readonly row: number; readonly gridRow: number }[]
}

/** The place of a row of the grid among the records; -1 where it is none. */
const recordAt = ({ rows }: Located, gridRow: number): number => {
  let [low, high] = [0, rows.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = rows.at(middle)
    if (found === gridRow) return middle
    if (found < gridRow) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** `null` where the edit is not one of records alone: the header, a total, or what became of one. */
export const editOfRecords = (
  [before, located]: readonly [Grid, Located],
  [after, relocated]: readonly [Grid, Located],
  gridRows: readonly number[],
): Edit | null => {
  const isSame = located.rows.length === relocated.rows.length && located.headerRow === relocated.headerRow
  if (!isSame || gridRows.includes(located.headerRow)) return null
  const records = gridRows.map((gridRow) => ({ row: recordAt(located, gridRow), gridRow }))
  return records.every(({ row, gridRow }) => row >= 0 && recordAt(relocated, gridRow) === row)
    ? { before, after, records }
    : null
}

const isDate = (kind: Kind | undefined): boolean => kind === 'date' || kind === 'datetime'

/** The cell as the column reads it, without asking the other cells; `null` where these have a say. */
const readAlone = (kind: Kind, cell: Cell): number | string | null => {
  switch (kind) {
    case 'number':
    case 'money':
      return typeof cell === 'number' && Number.isFinite(cell) ? cell : null
    case 'date':
    case 'datetime':
      if (typeof cell !== 'number' || !(cell >= firstDay && cell < lastDay + 1)) return null
      return kind === 'date' ? Math.floor(cell) : Number.isInteger(cell) ? cell : null
    case 'text':
      return typeof cell === 'string' && !isBlankText(cell) && !/^\s|\s\s|[^\S ]|\s$/.test(cell) ? cell : null
    case 'id':
    case 'percent':
    case 'hours':
    case 'enum':
    case 'bool':
    case 'status':
    case 'value':
    case 'day':
      return null
  }
}

type Read = readonly { readonly row: number; readonly value: number | string }[]

const withNumbers = (column: Numbers, reads: Read): Numbers => {
  const values = new Float64Array(column.values)
  for (const { row, value } of reads) values[row] = Number(value)
  return new Numbers(values)
}

const withTexts = (column: Texts, reads: Read): Texts => {
  const codes = new Uint32Array(column.codes)
  const labels = [...column.labels]
  const added = new Map<string, number>()
  const find = (label: string): number => added.get(label) ?? column.find(label)
  for (const { row, value } of reads) {
    const label = String(value)
    if (find(label) < 0) added.set(label, labels.push(label) - 1)
    codes[row] = find(label)
  }
  return new Texts(codes, labels, find)
}

const patched = (column: RawColumn, reads: Read): RawColumn | null => {
  if (column instanceof Numbers) return withNumbers(column, reads)
  return column instanceof Texts ? withTexts(column, reads) : null
}

interface Site {
  readonly kind: Kind
  readonly place: Place
}

const cellIn = (grid: Grid, gridRow: number, at: number): Cell => grid[gridRow]?.[at] ?? null

/** The records in which any of these columns changed. */
const changesIn = (columns: readonly number[], { before, after, records }: Edit): Edit['records'] =>
  records.filter(({ gridRow }) => columns.some((at) => cellIn(before, gridRow, at) !== cellIn(after, gridRow, at)))

/** What an edit does to one column: nothing, new values in some rows, or what only reading all of it can tell. */
const columnAfter = (column: RawColumn, { kind, place }: Site, edit: Edit): RawColumn | null => {
  const changed = 'constant' in place ? [] : changesIn(place.columns, edit)
  if ('constant' in place || changed.length === 0) return column
  const [at = 0, ...others] = place.columns
  if (others.length > 0) return null
  const reads = changed.flatMap(({ row, gridRow }) => {
    const [was, value] = [edit.before, edit.after].map((grid) => readAlone(kind, cellIn(grid, gridRow, at)))
    return was == null || value == null ? [] : [{ row, value }]
  })
  return reads.length === changed.length ? patched(column, reads) : null
}

/** Whether a date that is a text changed: the order of day and month in one date column may tell that of the others. */
const isOrderOpen = (schema: TableSchema, { recognition }: Located, edit: Edit): boolean =>
  Object.entries(schema.fields).some(([field, { kind }]) => {
    const place = recognition.fields.get(field)
    if (!isDate(kind) || place === undefined || 'constant' in place) return false
    return changesIn(place.columns, edit).some(({ gridRow }) =>
      place.columns.some((at) =>
        [edit.before, edit.after].some((grid) => typeof cellIn(grid, gridRow, at) === 'string'),
      ),
    )
  })

/** The columns after an edit, of those that were known before; without those that have to be read anew. */
export const columnsAfter = (
  schema: TableSchema,
  located: Located,
  known: ReadonlyMap<string, RawColumn>,
  edit: Edit,
): ReadonlyMap<string, RawColumn> => {
  const after = new Map<string, RawColumn>()
  const mark = located.recognition.fields.get('exclude')
  if (mark !== undefined && 'columns' in mark && changesIn(mark.columns, edit).length > 0) return after
  const withoutDates = isOrderOpen(schema, located, edit)
  for (const [field, column] of known) {
    const [place, kind] = [located.recognition.fields.get(field), schema.fields[field]?.kind]
    if (place === undefined || kind === undefined || (withoutDates && isDate(kind))) continue
    const found = columnAfter(column, { kind, place }, edit)
    if (found !== null) after.set(field, found)
  }
  return after
}
