import { hasFilter, tableStyle } from '#core/report/table-look'
import { bytesOf, type Batch } from '../office/batch.ts'
import type { TabWork } from './tab-work.ts'

/** Makes the native tables. Their headings are in the cells already. */
export const putTables = async (batch: Batch, sheet: Excel.Worksheet, { tables }: TabWork): Promise<void> => {
  for (const { name, area, columns } of tables)
    await batch.add(bytesOf(columns), () => {
      const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns)
      const table = sheet.tables.add(range, true)
      table.name = name
      table.style = tableStyle
      table.showFilterButton = hasFilter(area.rows)
    })
}
