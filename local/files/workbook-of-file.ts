import { readXlsx } from 'hucre/xlsx'
import type {
  Cell as FileCell,
  DataValidation,
  RowDef,
  Sheet,
  Sparkline as FileSparkline,
  TableDefinition,
  Workbook as FileWorkbook,
} from 'hucre'
import { isFault } from '#core/cells/grid'
import type { Area } from '#core/report/instructions'
import { readAddress, splitAddress } from '../workbook/address.ts'
import { putCell } from '../workbook/cells.ts'
import { addTab, newWorkbook, nextId } from '../workbook/make.ts'
import {
  blankCell,
  plainPrint,
  type CellState,
  type Check,
  type Link,
  type PrintSetup,
  type Tab,
  type Workbook,
} from '../workbook/model.ts'
import { chartOfFile, readBars } from './chart-of-file.ts'
import { lookOfFile } from './look-of-file.ts'
import { cellOf, positionOf } from './read-xlsx.ts'
import { ruleOfFile } from './rule-of-file.ts'
import { padding } from './write-tab.ts'

const linkOf = ({ hyperlink }: FileCell): Link | null => {
  if (hyperlink === undefined) return null
  if (hyperlink.location === undefined) return { url: hyperlink.target }
  const { tab, address } = splitAddress(hyperlink.location)
  const cell = readAddress(address)
  return tab === null || cell === null ? null : { tab, cell: { row: cell.row, column: cell.column } }
}

const cellState = (cell: FileCell, book: FileWorkbook): CellState => {
  const value = cellOf(cell.value, book.dateSystem === '1904')
  return {
    value: cell.type === 'error' && !isFault(value) ? { fault: String(value) } : value,
    formula: cell.formula?.replaceAll('_xlfn.', '') ?? null,
    format: cell.style?.numFmt ?? blankCell.format,
    look: cell.style === undefined ? blankCell.look : lookOfFile(cell.style, book.defaultFont?.name),
    link: linkOf(cell),
  }
}

const footerOf = (text: string): PrintSetup['footer'] => {
  const parts = text.split(/&(?=[LCR])/).slice(text.startsWith('&') ? 0 : 1)
  const part = (letter: string): string => parts.find((each) => each.startsWith(letter))?.slice(1) ?? ''
  return { left: part('L'), centre: part('C'), right: part('R') }
}

const pagesOf = (pages: number | undefined): number | null => (pages === undefined || pages === 0 ? null : pages)

const areaOf = (address: string | undefined): Area | null => (address === undefined ? null : readAddress(address))

const printOf = ({ pageSetup = {}, headerFooter = {}, rowBreaks = [] }: Sheet): PrintSetup => {
  const { orientation, printArea, printTitlesRow, fitToPage, fitToWidth, fitToHeight, paperSize = null } = pageSetup
  return {
    ...plainPrint,
    landscape: orientation === 'landscape',
    area: areaOf(printArea),
    repeatRows: areaOf(printTitlesRow)?.rows ?? 0,
    pagesWide: fitToPage ? pagesOf(fitToWidth) : null,
    pagesTall: fitToPage ? pagesOf(fitToHeight) : null,
    paper: paperSize,
    footer: footerOf(headerFooter.oddFooter ?? ''),
    breaks: rowBreaks.map((row) => row + 1),
  }
}

const checkOf = ({ type, values, formula1, formula2 }: DataValidation): Check | null => {
  if (type === 'list' && values) return { kind: 'list', values }
  if (type === 'date') return { kind: 'date', from: Number(formula1), to: Number(formula2) }
  return type === 'textLength' ? { kind: 'text', maximum: Number(formula1) } : null
}

const readTable = (workbook: Workbook, tab: Tab, table: TableDefinition): void => {
  const { name, range = '', style = null, showTotalRow = false, showAutoFilter = true } = table
  const area = readAddress(range)
  if (area === null) return
  tab.tables.push({
    ...{ id: nextId(workbook), name, area, header: true },
    ...{ totals: showTotalRow, style, filter: showAutoFilter },
  })
}

const readCheck = (tab: Tab, validation: DataValidation): void => {
  const [check, area] = [checkOf(validation), readAddress(validation.range)]
  if (check === null || area === null) return
  const { inputMessage: prompt = '', errorTitle: title = '', errorMessage: message } = validation
  tab.validations.push({ areas: [area], check, prompt, refusal: message === undefined ? null : { title, message } })
}

const readObjects = (workbook: Workbook, tab: Tab, sheet: Sheet): void => {
  for (const table of sheet.tables ?? []) readTable(workbook, tab, table)
  for (const rule of [...(sheet.conditionalRules ?? [])].sort((a, b) => a.priority - b.priority)) {
    const [body, area] = [ruleOfFile(rule), readAddress(rule.range)]
    if (body !== null && area !== null) tab.rules.push({ id: nextId(workbook), areas: [area], body })
  }
  for (const sparkline of sheet.sparklines ?? []) readSparkline(tab, sparkline)
  for (const validation of sheet.dataValidations ?? []) readCheck(tab, validation)
}

const readSparkline = (tab: Tab, { location, dataRange, type = 'line', color = '' }: FileSparkline): void => {
  const [at, values] = [readAddress(location), readAddress(splitAddress(dataRange).address)]
  if (at === null || values === null || type === 'stacked') return
  const { row, column } = at
  tab.sparklines.push({ at: { row, column }, kind: type, values, colour: color.slice(-6).toUpperCase(), text: '' })
}

const readView = (tab: Tab, { view = {}, freezePane = {}, veryHidden, hidden }: Sheet): void => {
  tab.colour = view.tabColor?.rgb?.slice(-6) ?? null
  tab.gridlines = view.showGridLines !== false
  tab.visibility = veryHidden ? 'veryHidden' : hidden ? 'hidden' : 'visible'
  tab.freeze = { rows: freezePane.rows ?? 0, columns: freezePane.columns ?? 0 }
}

const readSizes = (tab: Tab, { columns = [], rowDefs = new Map<number, RowDef>() }: Sheet): void => {
  for (const [column, { width }] of columns.entries()) if (width !== undefined) tab.widths.set(column, width - padding)
  for (const [row, { height }] of rowDefs) if (height !== undefined) tab.heights.set(row, height)
}

const readTab = (workbook: Workbook, tab: Tab, sheet: Sheet, book: FileWorkbook): void => {
  readView(tab, sheet)
  readSizes(tab, sheet)
  tab.print = printOf(sheet)
  for (const [key, cell] of sheet.cells ?? []) {
    const { row, column } = positionOf(key)
    putCell(tab, row, column, cellState(cell, book))
    if (cell.comment) tab.comments.push({ id: nextId(workbook), at: { row, column }, text: cell.comment.text })
  }
  readObjects(workbook, tab, sheet)
}

/**
 * A file as a workbook in memory: cells and their looks, tables, charts, rules, checks, comments and print set-up, as
 * far as packs have them; other kinds are left out. For comparing what was written with what was meant.
 */
export const workbookOfFile = async (bytes: Uint8Array): Promise<Workbook> => {
  const book = await readXlsx(bytes, { readStyles: true })
  const workbook = newWorkbook()
  const tabs = book.sheets.map((sheet) => ({ tab: addTab(workbook, sheet.name), sheet }))
  for (const { tab, sheet } of tabs) readTab(workbook, tab, sheet, book)
  const bars = await readBars(bytes)
  for (const { tab, sheet } of tabs)
    for (const each of sheet.charts ?? []) {
      const chart = chartOfFile(workbook, each, bars)
      if (chart !== null) tab.charts.push(chart)
    }
  return workbook
}
