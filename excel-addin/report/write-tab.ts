import type { Batch } from '../office/batch.ts'
import { putCells, putFormats, putTableFormulas } from './put-cells.ts'
import { putCharts } from './put-chart.ts'
import { putChecks } from './put-checks.ts'
import { putComments } from './put-comments.ts'
import { putLinks } from './put-links.ts'
import { putLooks } from './put-looks.ts'
import { putRules } from './put-rules.ts'
import { putTables } from './put-table.ts'
import { putHeights, setUpTab } from './set-up-tab.ts'
import type { TabWork } from './tab-work.ts'

/** Writes a whole tab that is empty; gives the names of substitutes. Nothing is sent before the batch is full. */
export const writeTab = async (batch: Batch, sheet: Excel.Worksheet, work: TabWork): Promise<readonly string[]> => {
  await setUpTab(batch, sheet, work)
  await putCells(batch, sheet, work)
  await putLinks(batch, sheet, work)
  await putTables(batch, sheet, work)
  await putTableFormulas(batch, sheet, work)
  await putFormats(batch, sheet, work)
  await putLooks(batch, sheet, work)
  await putRules(batch, sheet, work)
  await putChecks(batch, sheet, work)
  await putHeights(batch, sheet, work)
  await putCharts(batch, sheet, work)
  const missing = await putComments(batch, sheet, work)
  return [
    ...missing,
    ...(work.charts.length > 0 ? ['excel-chart-alt'] : []),
    ...(work.hasSparklines ? ['excel-sparkline-text'] : []),
  ]
}
