import { PortError, type FoundRange, type RangeRef } from '#panel/port.ts'
import { describeRanges } from './describe-ranges.ts'

/** The table around the selected cells; else the cells themselves, or those around a single one. */
export const readSelection = async (context: Excel.RequestContext): Promise<FoundRange | null> => {
  const selected = context.workbook.getSelectedRange()
  const around = selected.getSurroundingRegion()
  const tables = selected.getTables(false)
  selected.load('cellCount,worksheet/name')
  tables.load('items/name')
  await context.sync()
  const [table] = tables.items
  const tab = selected.worksheet.name
  const [found] = await describeRanges(context, [
    table === undefined
      ? { name: tab, kind: 'tab', tab, range: selected.cellCount > 1 ? selected : around }
      : { name: table.name, kind: 'table', tab, range: table.getRange() },
  ])
  return found !== undefined && found.head.some((row) => row.some((cell) => cell !== null)) ? found : null
}

/** Selects cells and brings them into view. */
export const showRange = async (context: Excel.RequestContext, { tab, address }: RangeRef): Promise<void> => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(tab)
  sheet.load('name')
  await context.sync()
  if (sheet.isNullObject) throw new PortError('gone', `There is no tab "${tab}" any more.`)
  sheet.activate()
  sheet.getRange(address).select()
  await context.sync()
}

/** Puts a formula into the selected cell. */
export const insertFormula = async (context: Excel.RequestContext, formula: string): Promise<void> => {
  context.workbook.getActiveCell().formulas = [[formula]]
  await context.sync()
}
