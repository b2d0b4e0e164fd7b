import { columnLetters } from '#core/report/a1'
import type { Area, Cell } from '#core/report/instructions'

/** The last row and column of a worksheet, counted from 0. */
export const lastRow = 1_048_575
export const lastColumn = 16_383

const fixed = ({ row, column }: Cell): string => `$${columnLetters(column)}$${row + 1}`

/** `$B$2:$D$9`, whatever the size. */
export const fixedArea = (area: Area): string =>
  `${fixed(area)}:${fixed({ row: area.row + area.rows - 1, column: area.column + area.columns - 1 })}`

/** The tab as a formula names it; quoted always, since `FY26` or `R1C1` would read as a cell. */
export const quotedTab = (tab: string): string => `'${tab.replaceAll("'", "''")}'`

export const overlaps = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns
