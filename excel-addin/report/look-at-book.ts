import { readParts } from '../office/parts.ts'
import { supports } from '../office/run-excel.ts'
import type { ObjectsOnTab } from './clear-tab.ts'
import { readRecords, recordOf, recordSpace, type SheetName, type TabRecord } from './records.ts'

/** What the workbook has of the tabs that a pack wants to write. */
export interface Book {
  readonly sheets: readonly SheetName[]
  readonly records: readonly TabRecord[]
  /** By lower-case name, since capitals make no difference to Excel. */
  readonly tabs: ReadonlyMap<string, TabThere>
  /** Every table of the workbook, with the name of its tab. */
  readonly tables: readonly { readonly name: string; readonly tab: string }[]
  readonly structureProtected: boolean
}

/** A tab that is there already. */
export interface TabThere {
  readonly sheet: SheetName
  /** What we wrote into it; `null` where others made it. */
  readonly record: TabRecord | null
  readonly isProtected: boolean
  readonly objects: ObjectsOnTab
}

interface Loading {
  readonly sheet: Excel.Worksheet
  readonly charts: OfficeExtension.ClientResult<number>
  readonly comments: Excel.CommentCollection | null
}

const startLoading = (sheet: Excel.Worksheet): Loading => {
  sheet.protection.load('protected')
  const comments = supports('1.10') ? sheet.comments : null
  comments?.load('items/id')
  return { sheet, charts: sheet.charts.getCount(), comments }
}

/** Looks at the tabs of these names in three requests, however many there are. */
export const lookAtBook = async (context: Excel.RequestContext, names: readonly string[]): Promise<Book> => {
  const { worksheets, tables, protection } = context.workbook
  worksheets.load('items/id,items/name')
  tables.load('items/name,items/worksheet/name')
  protection.load('protected')
  const [parts = []] = await readParts(context, [recordSpace])
  const sheets = worksheets.items.map(({ id, name }) => ({ id, name }))
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  const loading = worksheets.items.filter(({ name }) => wanted.has(name.toLowerCase())).map(startLoading)
  if (loading.length > 0) await context.sync()
  const records = readRecords(parts)
  const known = tables.items.map(({ name, worksheet }) => ({ name, tab: worksheet.name }))
  const there = loading.map(({ sheet, charts, comments }): TabThere => {
    const here = { id: sheet.id, name: sheet.name }
    const own = known.filter(({ tab }) => tab === sheet.name).map(({ name }) => name)
    return {
      sheet: here,
      record: recordOf(records, sheets, here) ?? null,
      isProtected: sheet.protection.protected,
      objects: { tables: own, charts: charts.value, comments: comments?.items.map(({ id }) => id) ?? [] },
    }
  })
  return {
    sheets,
    records,
    tables: known,
    structureProtected: protection.protected,
    tabs: new Map(there.map((tab) => [tab.sheet.name.toLowerCase(), tab])),
  }
}
