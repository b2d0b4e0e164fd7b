import type { Area, Cell as Place } from '#core/report/instructions'
import { blankCell, type CellState, type Look, type Tab } from './model.ts'

export const peekCell = (tab: Tab, row: number, column: number): CellState =>
  tab.cells.get(row)?.get(column) ?? blankCell

/** Replaces what is given; the rest of the cell stays. */
export const putCell = (tab: Tab, row: number, column: number, change: Partial<CellState>): void => {
  let cells = tab.cells.get(row)
  if (cells === undefined) tab.cells.set(row, (cells = new Map()))
  cells.set(column, { ...(cells.get(column) ?? blankCell), ...change })
}

export const putLook = (tab: Tab, row: number, column: number, change: Partial<Look>): void => {
  const { look } = peekCell(tab, row, column)
  putCell(tab, row, column, { look: { ...look, ...change } })
}

export const eachPlace = (area: Area, act: (row: number, column: number) => void): void => {
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) act(row, column)
}

/** The touched cells of an area, by row and column; cheap for whole columns of a small tab. */
export const touchedIn = (tab: Tab, area: Area): readonly Place[] => {
  const places: Place[] = []
  for (const [row, cells] of tab.cells) {
    if (row < area.row || row >= area.row + area.rows) continue
    for (const column of cells.keys())
      if (column >= area.column && column < area.column + area.columns) places.push({ row, column })
  }
  return places.sort((a, b) => a.row - b.row || a.column - b.column)
}

export const isBlank = ({ value, formula }: CellState): boolean => (value === null || value === '') && formula === null

/** The smallest area around all cells that `holds` says yes to, or `null`. */
export const areaAround = (tab: Tab, holds: (cell: CellState) => boolean): Area | null => {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1]
  for (const [row, cells] of tab.cells)
    for (const [column, cell] of cells) {
      if (!holds(cell)) continue
      top = Math.min(top, row)
      bottom = Math.max(bottom, row)
      left = Math.min(left, column)
      right = Math.max(right, column)
    }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}
