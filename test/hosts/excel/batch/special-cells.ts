import type { Area } from '#core/report/instructions'
import { common } from '#local/workbook/address'
import { isBlank, peekCell, touchedIn } from '#local/workbook/cells'
import type { CellState } from '#local/workbook/model'
import { text } from './given.ts'
import { unknownToHost } from './host-error.ts'
import type { Argument } from './host-object.ts'
import { usedArea } from './range-moves.ts'
import type { AtArea } from './session.ts'

const isConstant = (cell: CellState): boolean => cell.formula === null && !isBlank(cell)

const single = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 })

const blanks = (at: AtArea): readonly Area[] => {
  const used = usedArea(at, true)
  const within = used === null ? null : common(used, at.area)
  if (within === null) return []
  const found: Area[] = []
  for (let row = within.row; row < within.row + within.rows; row++)
    for (let column = within.column; column < within.column + within.columns; column++)
      if (isBlank(peekCell(at.tab, row, column))) found.push(single(row, column))
  return found
}

const touched = ({ tab, area }: AtArea, holds: (cell: CellState) => boolean): readonly Area[] =>
  touchedIn(tab, area)
    .filter(({ row, column }) => holds(peekCell(tab, row, column)))
    .map(({ row, column }) => single(row, column))

/** Cells of a kind, each as an area of its own. */
export const specialCells = (at: AtArea, type: Argument | undefined): readonly Area[] => {
  switch (text(type, 'Range.getSpecialCells')) {
    case 'Formulas':
      return touched(at, ({ formula }) => formula !== null)
    case 'Constants':
      return touched(at, isConstant)
    case 'Blanks':
      return blanks(at)
    default:
      throw unknownToHost(`Range.getSpecialCells of the kind ${String(type)}`)
  }
}
