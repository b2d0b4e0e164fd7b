import type { FoundRange } from '#panel/port.ts'
import { readParts } from '../office/parts.ts'
import { readRecords, recordOf, recordSpace } from '../report/records.ts'
import { gridOf } from './grid-of.ts'

/** Rows in which a header is looked for. */
const headRows = 20

interface Candidate {
  readonly name: string
  readonly kind: FoundRange['kind']
  readonly tab: string
  readonly range: Excel.Range
}

interface Sheets {
  readonly context: Excel.RequestContext
  /** Those that we did not write as part of a pack. */
  readonly sheets: readonly Excel.Worksheet[]
  readonly tables: readonly Excel.Table[]
}

const readSheets = async (context: Excel.RequestContext): Promise<Sheets> => {
  const { worksheets, tables } = context.workbook
  worksheets.load('items/id,items/name,items/visibility')
  tables.load('items/name,items/worksheet/name')
  const [parts = []] = await readParts(context, [recordSpace])
  const records = readRecords(parts)
  const names = worksheets.items.map(({ id, name }) => ({ id, name }))
  const sheets = worksheets.items.filter(
    (sheet) => sheet.visibility === 'Visible' && recordOf(records, names, sheet) === undefined,
  )
  const own = new Set(sheets.map(({ name }) => name))
  return { context, sheets, tables: tables.items.filter(({ worksheet }) => own.has(worksheet.name)) }
}

/** Tables, then the tabs that have none. */
const candidates = ({ sheets, tables }: Sheets): readonly Candidate[] => {
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

/** Every range that may be a table of the data. Tabs of packs are none. */
export const scanWorkbook = async (context: Excel.RequestContext): Promise<readonly FoundRange[]> =>
  await describeRanges(context, candidates(await readSheets(context)))
