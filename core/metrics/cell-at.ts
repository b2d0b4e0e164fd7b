import type { Numbers, Texts } from '../dataset/columns.ts'

/** The number in a column that may be absent; NaN there, where the cell is blank, and of no row (-1). */
export const numberAt = (column: Numbers | null, row: number): number =>
  column === null || row < 0 ? NaN : column.at(row)

/** The text in a column that may be absent; empty there, where the cell is blank, and of no row (-1). */
export const textAt = (column: Texts | null, row: number): string => (column === null || row < 0 ? '' : column.at(row))
