import { openDataset } from '#core/dataset/dataset'
import { clockOf } from './clock.ts'
import { mappedTables } from './functions/mapped-tables.ts'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** The name that formulas pass, so that they follow when the day changes. */
const asOfName = 'SPM_AsOf'
const asOfTab = 'SPM As of'

/** The cell of that name, in a tab of its own where there is none yet. */
const asOfCell = (spreadsheet: Spreadsheet): GoogleAppsScript.Spreadsheet.Range => {
  const known = spreadsheet.getRangeByName(asOfName)
  if (known !== null) return known
  const sheet = spreadsheet.getSheetByName(asOfTab) ?? spreadsheet.insertSheet(asOfTab)
  sheet.getRange(1, 1).setValue('Figures are as of')
  const cell = sheet.getRange(1, 2)
  cell.setNumberFormat('yyyy-mm-dd')
  spreadsheet.setNamedRange(asOfName, cell)
  return cell
}

/** The day that figures are as of: the setting, else today by the clocks of the spreadsheet. */
const asOfDay = (spreadsheet: Spreadsheet): Date => {
  const clock = clockOf(spreadsheet.getSpreadsheetTimeZone())
  const { settings } = mappedTables(spreadsheet, {}, () => clock).tables
  const today = Math.floor(clock.serialOf(new Date()))
  return clock.momentOf(openDataset({ tables: settings === undefined ? {} : { settings }, today }).asOf)
}

/** Writes the as-of day into its cell, where the cell is there already or `mayAdd` it. */
export const updateAsOf = (mayAdd: boolean): void => {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  if (!mayAdd && spreadsheet.getRangeByName(asOfName) === null) return
  asOfCell(spreadsheet).setValue(asOfDay(spreadsheet))
}
