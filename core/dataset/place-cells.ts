import { isBlank } from '../cells/blank.ts'
import type { Cell, Grid } from '../cells/grid.ts'
import { fieldLabel } from './header.ts'
import type { Located } from './locate.ts'
import type { Cells } from './read-column.ts'
import { rowsFromTop, sameRow, type RecordRows } from './record-rows.ts'
import type { Place } from './recognise.ts'

/** Aliases of several columns are all kept; of anything else the first filled cell counts. */
const joinedField = 'alias'

const joinCell = (cells: readonly Cell[], field: string): Cell => {
  const filled = cells.filter((cell) => !isBlank(cell))
  return field === joinedField ? filled.map(String).join(';') : (filled[0] ?? null)
}

const joinColumns = (grid: Grid, rows: RecordRows, columns: readonly number[], field: string): Cells => {
  const pick = (row: number): Cell =>
    joinCell(
      columns.map((column) => grid[row]?.[column] ?? null),
      field,
    )
  return { grid: Array.from(rows, (row) => [pick(row)]), rows: rowsFromTop(rows.length), column: 0 }
}

const firstFilled = (grid: Grid, rows: RecordRows, columns: readonly number[]): number =>
  columns.find((column) => [...rows].some((row) => !isBlank(grid[row]?.[column]))) ?? columns[0] ?? 0

/**
 * The cells that a field is read from. Of several columns the first that has anything in it counts, unless they were
 * set by hand under different headers and are joined row by row; a constant stands in every row.
 */
export const placeCells = (grid: Grid, { headers, rows }: Located, field: string, place: Place): Cells => {
  if ('constant' in place) return { grid: [[place.constant]], rows: sameRow(0, rows.length), column: 0 }
  const { columns, joined = false } = place
  const [only = 0] = columns
  if (columns.length === 1) return { grid, rows, column: only }
  return joined && new Set(columns.map((column) => headers[column])).size > 1
    ? joinColumns(grid, rows, columns, field)
    : { grid, rows, column: firstFilled(grid, rows, columns) }
}

/** The header that a field is read from, or the field's own label where there is none. */
export const placeName = ({ headers, recognition }: Located, field: string): string => {
  const place = recognition.fields.get(field)
  if (place === undefined) return fieldLabel(field)
  if ('constant' in place) return `"${place.constant}"`
  return place.columns.map((column) => headers[column] ?? '').join(', ')
}
