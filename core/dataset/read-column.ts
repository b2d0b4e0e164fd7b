import { showCell } from '../cells/blank.ts'
import type { Cell, Grid } from '../cells/grid.ts'
import type { RecordRows } from './record-rows.ts'
import type { Trouble } from './findings.ts'

/** The cells of one column: a grid, the rows of it that are records, and the column's number. */
export interface Cells {
  readonly grid: Grid
  readonly rows: RecordRows
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

/**
 * Reads one column piece by piece, so that several columns of the same rows can be read side by side while those rows
 * are at hand: `take` from the first record to the last, then `finish`.
 */
export interface ColumnReader<C, R extends Reading<C> = Reading<C>> {
  take(from: number, to: number): void
  finish(): R
}

/** The same reader, with something done to what it has read. */
export const afterwards = <C, R extends Reading<C>, D, S extends Reading<D>>(
  reader: ColumnReader<C, R>,
  change: (reading: R) => S,
): ColumnReader<D, S> => ({
  take: (from, to) => reader.take(from, to),
  finish: () => change(reader.finish()),
})

export const cellAt = ({ grid, rows, column }: Cells, i: number): Cell | undefined => grid[rows.at(i)]?.[column]

/** Collects the cells of one column that cannot be read. */
export interface Troubles {
  add(i: number, cell: Cell | undefined): void
  all(): Trouble | null
}

export const troubles = ({ rows }: Cells): Troubles => {
  let first = -1
  let shown = ''
  let count = 0
  return {
    add: (i, cell) => {
      if (count++ === 0) [first, shown] = [rows.at(i), showCell(cell)]
    },
    all: () => (count === 0 ? null : { first, shown, count }),
  }
}
