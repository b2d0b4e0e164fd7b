import type { FoundRange } from '#panel/port.ts'
import { gridOf } from './grid-of.ts'

/** Rows in which a header is looked for. */
const headRows = 20

export interface Candidate {
  readonly name: string
  readonly kind: FoundRange['kind']
  readonly tab: string
  readonly range: Excel.Range
}

/** Tabs and tables of a workbook, of which names are known. */
export interface Sheets {
  readonly sheets: readonly Excel.Worksheet[]
  readonly tables: readonly Excel.Table[]
}

/** Asks for the names of all tabs and tables; they are there after the next sync. */
export const loadSheets = ({ workbook: { worksheets, tables } }: Excel.RequestContext) => {
  worksheets.load('items/id,items/name,items/visibility')
  tables.load('items/name,items/worksheet/name')
  return { worksheets, tables }
}

/** The visible tabs that `counts` says yes to, and the tables in them. */
export const visibleSheets = (
  { worksheets, tables }: ReturnType<typeof loadSheets>,
  counts: (sheet: Excel.Worksheet) => boolean = () => true,
): Sheets => {
  const sheets = worksheets.items.filter((sheet) => sheet.visibility === 'Visible' && counts(sheet))
  const names = new Set(sheets.map(({ name }) => name))
  return { sheets, tables: tables.items.filter(({ worksheet }) => names.has(worksheet.name)) }
}

/** Tables, then the tabs that have none. */
export const candidates = ({ sheets, tables }: Sheets): readonly Candidate[] => {
  const withTables = new Set(tables.map(({ worksheet }) => worksheet.name))
  return [
    ...tables.map((table): Candidate => ({
      name: table.name,
      kind: 'table',
      tab: table.worksheet.name,
      range: table.getRange(),
    })),
    ...sheets
      .filter(({ name }) => !withTables.has(name))
      .map((sheet): Candidate => ({
        name: sheet.name,
        kind: 'tab',
        tab: sheet.name,
        range: sheet.getUsedRangeOrNullObject(true),
      })),
  ]
}

/** `Deals!A1:C3` without its tab. */
const localAddress = (address: string): string => address.slice(address.lastIndexOf('!') + 1)

/** Sizes of the ranges, then their first rows: two requests. Ranges without cells are left out. */
export const describeRanges = async (
  context: Excel.RequestContext,
  found: readonly Candidate[],
): Promise<readonly FoundRange[]> => {
  for (const { range } of found) range.load('address,rowCount,columnCount,rowIndex')
  if (found.length > 0) await context.sync()
  const filled = found.filter(({ range }) => !range.isNullObject)
  const heads = filled.map(({ range }) => {
    const head = range.getCell(0, 0).getAbsoluteResizedRange(Math.min(headRows, range.rowCount), range.columnCount)
    head.load('values')
    return head
  })
  if (heads.length > 0) await context.sync()
  return filled.map(({ name, kind, tab, range }, i) => ({
    name,
    kind,
    tab,
    address: localAddress(range.address),
    head: gridOf(heads[i]?.values ?? []),
    rows: range.rowCount,
    firstRow: range.rowIndex + 1,
  }))
}
