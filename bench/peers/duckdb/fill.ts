import {
  type DuckDBDataChunk,
  DuckDBBooleanVector,
  DuckDBDoubleVector,
  DuckDBIntegerVector,
  DuckDBUSmallIntVector,
  DuckDBVarCharVector,
} from '@duckdb/node-api'
import type { Grid } from '#core/cells/grid'
import { maybeNumberAt, maybeTextAt } from '../../cells.ts'
import type { Kind } from '../../tables.ts'
import type { Words } from '../../words.ts'

/** Where the cells of a chunk's column come from: rows of the grid from `from` on, at `place`. */
export interface Cells {
  readonly grid: Grid
  readonly from: number
  readonly place: number
}

/** Days are never negative; this one stands for a blank. */
export const noDay = -1

/** One loop per kind, so that each sees one kind of vector only. */
export const fill = (chunk: DuckDBDataChunk, column: number, kind: Kind, cells: Cells, words: Words): void => {
  const vector = chunk.getColumnVector(column)
  if (kind === 'id' && vector instanceof DuckDBVarCharVector) fillIds(vector, cells)
  else if (kind === 'word' && vector instanceof DuckDBUSmallIntVector) fillWords(vector, cells, words)
  else if (kind === 'day' && vector instanceof DuckDBIntegerVector) fillDays(vector, cells)
  else if (kind === 'flag' && vector instanceof DuckDBBooleanVector) fillFlags(vector, cells)
  else if (vector instanceof DuckDBDoubleVector) fillNumbers(vector, cells)
  else throw new Error(`no ${kind} can be written to a column of ${vector.type.toString()}`)
  vector.flush()
}

const fillIds = (vector: DuckDBVarCharVector, { grid, from, place }: Cells): void => {
  for (let i = 0; i < vector.itemCount; i++) vector.setItem(i, maybeTextAt(grid[from + i], place) ?? '')
}

const fillWords = (vector: DuckDBUSmallIntVector, { grid, from, place }: Cells, words: Words): void => {
  for (let i = 0; i < vector.itemCount; i++) {
    const word = maybeTextAt(grid[from + i], place)
    vector.setItem(i, word === null ? 0 : words.code(word))
  }
}

const fillDays = (vector: DuckDBIntegerVector, { grid, from, place }: Cells): void => {
  for (let i = 0; i < vector.itemCount; i++) {
    const day = maybeNumberAt(grid[from + i], place)
    vector.setItem(i, day === null ? noDay : Math.floor(day))
  }
}

const fillFlags = (vector: DuckDBBooleanVector, { grid, from, place }: Cells): void => {
  for (let i = 0; i < vector.itemCount; i++) vector.setItem(i, grid[from + i]?.[place] === true)
}

const fillNumbers = (vector: DuckDBDoubleVector, { grid, from, place }: Cells): void => {
  for (let i = 0; i < vector.itemCount; i++) vector.setItem(i, maybeNumberAt(grid[from + i], place) ?? NaN)
}
