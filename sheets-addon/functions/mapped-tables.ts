import { identify, mayHoldTable, type Identified, type UnnamedRange } from '#core/dataset/identify'
import { settingsTables } from '#core/dataset/settings-tables'
import type { Source } from '#core/dataset/source'
import type { TableName } from '#core/dataset/tables/index'
import type { Clock } from '../clock.ts'
import { readGrid } from './read-grid.ts'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Named = Readonly<Partial<Record<TableName, Source>>>

/** Every tab that may hold a table, read once and whole. */
const readTabs = (spreadsheet: Spreadsheet, clock: () => Clock): readonly UnnamedRange[] =>
  spreadsheet.getSheets().flatMap((sheet) => {
    const name = sheet.getName()
    if (!mayHoldTable(name)) return []
    const grid = readGrid(sheet.getDataRange().getValues(), clock)
    return grid.length === 0 ? [] : [{ name, grid }]
  })

/** Named ranges count only where SPM Settings names them, since most of them lie within a table that its tab is already. */
const readChosenNames = (
  spreadsheet: Spreadsheet,
  settings: Source | undefined,
  tabs: readonly UnnamedRange[],
  clock: () => Clock,
): readonly UnnamedRange[] => {
  const names = new Set(tabs.map(({ name }) => name.toLowerCase()))
  return Object.values(settingsTables(settings ?? null)).flatMap((name) => {
    if (names.has(name.trim().toLowerCase())) return []
    const range = spreadsheet.getRangeByName(name.trim())
    if (range === null) return []
    return [{ name, grid: readGrid(range.getValues(), clock), firstRow: range.getRow() }]
  })
}

/** The tables of the spreadsheet, by their headers and by SPM Settings; tables that a formula names go before them. */
export const mappedTables = (spreadsheet: Spreadsheet, named: Named, clock: () => Clock): Identified => {
  const tabs = readTabs(spreadsheet, clock)
  const first = identify(tabs, {}, named)
  const chosen = readChosenNames(spreadsheet, first.tables.settings, tabs, clock)
  return chosen.length === 0 ? first : identify([...tabs, ...chosen], {}, named)
}
