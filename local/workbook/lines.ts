import { peekCell } from './cells.ts'
import type { Border, Tab } from './model.ts'

export type Side = keyof Border

const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const
const steps = { top: [-1, 0], bottom: [1, 0], left: [0, -1], right: [0, 1] } as const

/** The cell on the other side of a line, and which of its sides the line is. */
export const beyond = (
  row: number,
  column: number,
  side: Side,
): { readonly row: number; readonly column: number; readonly side: Side } => {
  const [down, right] = steps[side]
  return { row: row + down, column: column + right, side: opposite[side] }
}

/** The line at a side of a cell, whichever of the two cells beside it holds it. */
export const lineAt = (tab: Tab, row: number, column: number, side: Side): string | null => {
  const other = beyond(row, column, side)
  return peekCell(tab, row, column).look.border[side] ?? peekCell(tab, other.row, other.column).look.border[other.side]
}

/** All lines of a tab, each once: above a cell or to the left of it. */
export const linesOf = (
  tab: Tab,
): readonly {
  readonly row: number
  readonly column: number
  readonly side: 'top' | 'left'
  readonly colour: string
}[] => {
  const lines = new Map<string, { row: number; column: number; side: 'top' | 'left'; colour: string }>()
  const put = (row: number, column: number, side: 'top' | 'left', colour: string | null): void => {
    if (colour !== null) lines.set(`${side} ${row} ${column}`, { row, column, side, colour })
  }
  for (const [row, cells] of tab.cells)
    for (const column of cells.keys()) {
      put(row, column, 'top', lineAt(tab, row, column, 'top'))
      put(row, column, 'left', lineAt(tab, row, column, 'left'))
      put(row + 1, column, 'top', lineAt(tab, row, column, 'bottom'))
      put(row, column + 1, 'left', lineAt(tab, row, column, 'right'))
    }
  return [...lines.values()]
}
