import type { EarlierTab } from '#core/report/carry-over'
import { gridOf } from './grid-of.ts'

/** What stands in the tabs of these names, from cell A1; tabs that do not exist are left out. Two requests. */
export const readTabs = async (
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<readonly EarlierTab[]> => {
  const { worksheets } = context.workbook
  worksheets.load('items/name')
  await context.sync()
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  const loading = worksheets.items
    .filter(({ name }) => wanted.has(name.toLowerCase()))
    .map((sheet) => {
      const range = sheet.getRange('A1').getBoundingRect(sheet.getUsedRange(true))
      range.load('values,text')
      return { tab: sheet.name, range }
    })
  if (loading.length > 0) await context.sync()
  return loading.map(({ tab, range }) => ({ tab, cells: gridOf(range.values), shown: range.text }))
}
