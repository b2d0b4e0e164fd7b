import { isBlankText } from '../cells/blank.ts'
import { firstDay, lastDay } from '../cells/day.ts'
import type { Cell, Grid } from '../cells/grid.ts'
import { Numbers, Texts } from './columns.ts'
import type { Change } from './number-room.ts'
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

const isNothing = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && isBlankText(cell))

const numberAlone = (cell: Cell): number | null => {
  if (isNothing(cell)) return NaN
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null
}

const momentAlone = (cell: Cell): number | null => {
  if (isNothing(cell)) return NaN
  return typeof cell === 'number' && cell >= firstDay && cell < lastDay + 1 ? cell : null
}

const dayAlone = (cell: Cell): number | null => {
  const moment = momentAlone(cell)
  return moment === null ? null : Math.floor(moment)
}

const textAlone = (cell: Cell): string | null => {
  if (isNothing(cell)) return ''
  return typeof cell === 'string' && !/^\s|\s\s|[^\S ]|\s$/.test(cell) ? cell : null
}

/** As {@link Flags} keeps it. */
const flagAlone = (cell: Cell): number | null => {
  if (isNothing(cell)) return 2
  return typeof cell === 'boolean' ? Number(cell) : null
}

/** How a cell of this kind reads without the other cells of its column; `null` where these have a say. */
const numberReaderOf = (kind: Kind): ((cell: Cell) => number | null) => {
  switch (kind) {
    case 'number':
    case 'money':
    case 'value':
    case 'hours':
      return numberAlone
    case 'date':
    case 'day':
      return dayAlone
    case 'datetime':
      return momentAlone
    case 'percent':
    case 'id':
    case 'text':
    case 'enum':
    case 'bool':
    case 'status':
      return () => null
  }
}

/** A column after an edit, and how many more of its cells are filled. */
export interface Patched {
  readonly column: RawColumn
  readonly filled: number
}

interface CellChange {
  readonly row: number
  readonly was: Cell
  readonly is: Cell
}

/** The changed cells as they read alone; `null` where one of them, before or after, does not. */
const readAlone = <V>(cells: readonly CellChange[], alone: (cell: Cell) => V | null): readonly Change<V>[] | null => {
  const changes: Change<V>[] = []
  for (const { row, was, is } of cells) {
    const value = alone(is)
    if (value === null || alone(was) === null) return null
    changes.push({ row, value })
  }
  return changes
}

const changed = (column: RawColumn, kind: Kind, cells: readonly CellChange[]): RawColumn | null => {
  if (column instanceof Texts) {
    const texts = kind === 'id' ? null : readAlone(cells, textAlone)
    return texts === null ? null : column.changed(texts)
  }
  const numbers = readAlone(cells, column instanceof Numbers ? numberReaderOf(kind) : flagAlone)
  return numbers === null ? null : column.changed(numbers)
}

const moreFilled = (cells: readonly CellChange[]): number =>
  cells.reduce((sum, { was, is }) => sum + Number(!isNothing(is)) - Number(!isNothing(was)), 0)

interface Site {
  readonly kind: Kind
  readonly place: Place
}

const cellIn = (grid: Grid, gridRow: number, at: number): Cell => grid[gridRow]?.[at] ?? null

/** The records in which any of these columns changed. */
const changesIn = (columns: readonly number[], { before, after, records }: Edit): Edit['records'] =>
  records.filter(({ gridRow }) => columns.some((at) => cellIn(before, gridRow, at) !== cellIn(after, gridRow, at)))

/** What an edit does to one column: nothing, new values in some rows, or what only reading all of it can tell. */
const columnAfter = (column: RawColumn, { kind, place }: Site, edit: Edit): Patched | null => {
  const records = 'constant' in place ? [] : changesIn(place.columns, edit)
  if ('constant' in place || records.length === 0) return { column, filled: 0 }
  const [at = 0, ...others] = place.columns
  if (others.length > 0) return null
  const cells = records.map(({ row, gridRow }) => ({
    row,
    was: cellIn(edit.before, gridRow, at),
    is: cellIn(edit.after, gridRow, at),
  }))
  const patched = changed(column, kind, cells)
  return patched === null ? null : { column: patched, filled: moreFilled(cells) }
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

/** Whether an edit changed the cells that a field is read from. */
export const touches = ({ recognition }: Located, field: string, edit: Edit): boolean => {
  const place = recognition.fields.get(field)
  return place !== undefined && 'columns' in place && changesIn(place.columns, edit).length > 0
}

/** The columns after an edit, of those that were known before; without those that have to be read anew. */
export const columnsAfter = (
  schema: TableSchema,
  located: Located,
  known: ReadonlyMap<string, RawColumn>,
  edit: Edit,
): ReadonlyMap<string, Patched> => {
  const after = new Map<string, Patched>()
  if (touches(located, 'exclude', edit)) return after
  const withoutDates = isOrderOpen(schema, located, edit)
  for (const [field, column] of known) {
    const [place, kind] = [located.recognition.fields.get(field), schema.fields[field]?.kind]
    if (place === undefined || kind === undefined || (withoutDates && isDate(kind))) continue
    const found = columnAfter(column, { kind, place }, edit)
    if (found !== null) after.set(field, found)
  }
  return after
}
