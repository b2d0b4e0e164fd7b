import { isBlank } from '../cells/blank.ts'
import type { Cell, Grid } from '../cells/grid.ts'

const isText = (cell: Cell | undefined): boolean => typeof cell === 'string' && !isBlank(cell)

/** Columns whose header is blank, right of one that is not or of another such column: what is left of merged cells. */
const covered = (headers: readonly string[], width: number): readonly number[] => {
  const columns: number[] = []
  for (let column = 1; column < width; column++)
    if ((headers[column] ?? '') === '' && ((headers[column - 1] ?? '') !== '' || columns.at(-1) === column - 1))
      columns.push(column)
  return columns
}

/**
 * Whether the header is spread over two rows: merged cells in the upper one, what they are divided into below them, and
 * nothing below the headers that stand for one column. A row of records has something there.
 */
export const isSpread = (grid: Grid, headerRow: number, headers: readonly string[]): boolean => {
  const below = grid[headerRow + 1] ?? []
  const under = covered(headers, below.length).filter((column) => isText(below[column]))
  if (under.length === 0) return false
  const parts = new Set(under.flatMap((column) => [column - 1, column]))
  const isPart = (column: number): boolean => parts.has(column)
  const single = headers.flatMap((header, column) => (header !== '' && !isPart(column) ? [column] : []))
  const onlyTexts = below.every((cell) => isBlank(cell) || isText(cell))
  return (
    onlyTexts &&
    [...parts].every((column) => isText(below[column])) &&
    single.every((column) => isBlank(below[column])) &&
    (single.length > 0 || under.length > 1)
  )
}

/** The sentence that refuses such a header. */
export const spreadReason = (name: string, row: number): string =>
  `"${name}" has a header that is spread over rows ${row} and ${row + 1} (merged cells), so that its columns have no one name. Put one header over each column, in one row above the data.`
