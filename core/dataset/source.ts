import type { Grid } from '../cells/grid.ts'
import type { FieldMap } from './recognise.ts'

/** A row below the header that is no record: a total, a repeated header, a footer. */
export interface LeftOut {
  readonly row: number
  readonly text: string
}

/** A range that holds one table, as a host hands it over. */
export interface Source {
  /** Tab, table or file name, for sentences and links. */
  readonly name: string
  readonly grid: Grid
  /** Row of the sheet in which the grid begins, from 1. */
  readonly firstRow?: number
  /** For a grid that was made of another one: the row of the sheet, from 1, that each of its rows comes from. */
  readonly sheetRows?: Uint32Array
  /** For such a grid: the rows of the other one that are no records, as a located table lists them. */
  readonly leftOut?: readonly LeftOut[]
  readonly map?: FieldMap
}

/** The row of the sheet, from 1, of a row of the grid. */
export const sheetRowOf = ({ firstRow = 1, sheetRows }: Source, row: number): number =>
  sheetRows?.[row] ?? row + firstRow
