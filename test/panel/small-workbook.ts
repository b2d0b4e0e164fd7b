import type { Cell } from '#core/cells/grid'
import { addTab, newWorkbook, nextId } from '#local/workbook/make'
import { putCell } from '#local/workbook/cells'
import type { Workbook } from '#local/workbook/model'
import { tenDeals } from '#core/metrics/examples/ten-deals'

/** A new tab with these rows from A1 on, as a table of that name where one is given. */
export const putTable = (
  workbook: Workbook,
  name: string,
  rows: readonly (readonly Cell[])[],
  table: string | null = null,
): void => {
  const tab = addTab(workbook, name)
  rows.forEach((cells, row) => cells.forEach((value, column) => putCell(tab, row, column, { value })))
  if (table === null) return
  const area = { row: 0, column: 0, rows: rows.length, columns: rows[0]?.length ?? 0 }
  tab.tables.push({ id: nextId(workbook), name: table, area, header: true, totals: false, style: null, filter: true })
}

/** The ten deals of the examples, as a table of a workbook. */
export const smallWorkbook = (): Workbook => {
  const workbook = newWorkbook()
  putTable(workbook, 'Deals', tenDeals, 'Deals')
  return workbook
}
