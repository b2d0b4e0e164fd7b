import { dayOf } from '#core/cells/day'
import type { Cell, Grid } from '#core/cells/grid'
import { putCell } from '#local/workbook/cells'
import { addTab } from '#local/workbook/make'
import type { Tab, Workbook } from '#local/workbook/model'

/** The serial number of a text that Google makes a date of; `null` for any other. */
export const typedDay = (cell: Cell): number | null => {
  const date = typeof cell === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell) : null
  return date === null ? null : dayOf(Number(date[1]), Number(date[2]), Number(date[3]))
}

/** Adds a tab with these cells as if a person had typed them: what reads like a date is one. */
export const fillTab = (workbook: Workbook, name: string, rows: Grid): Tab => {
  const tab = addTab(workbook, name)
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) {
      if (value === null || value === '') continue
      const day = typedDay(value)
      putCell(tab, row, column, day === null ? { value } : { value: day, format: 'yyyy-mm-dd' })
    }
  return tab
}
