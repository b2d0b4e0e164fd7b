import type { Area, Cell } from './instructions.ts'

export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26)

export const cellAddress = ({ row, column }: Cell): string => `${columnLetters(column)}${row + 1}`

export const areaAddress = (area: Area): string =>
  `${cellAddress(area)}:${cellAddress({ row: area.row + area.rows - 1, column: area.column + area.columns - 1 })}`

/** The same address in every cell that a formula is copied to: `$A$1:$B$2`. */
export const fixed = (address: string): string => address.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
