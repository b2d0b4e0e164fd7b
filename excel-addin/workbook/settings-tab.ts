import type { SettingRow } from '#panel/port.ts'
import { typedText } from '../report/cell-text.ts'

const tabName = 'SPM Settings'
const headings = ['Section', 'Key', 'Value'] as const

/** Where the three columns stand, from the first cell of the grid. */
interface Columns {
  readonly header: number
  readonly section: number
  readonly key: number
  readonly value: number
}

type Row = readonly unknown[]

const word = (value: unknown): string =>
  String(value ?? '')
    .trim()
    .toLowerCase()

const columnsIn = (rows: readonly Row[]): Columns | null => {
  const header = rows.findIndex(
    (row) => row.some((cell) => word(cell) === 'key') && row.some((cell) => word(cell) === 'value'),
  )
  const names = (rows[header] ?? []).map(word)
  const [section, key, value] = headings.map((heading) => names.indexOf(word(heading)))
  if (header < 0 || section === undefined || key === undefined || value === undefined) return null
  return { header, section, key, value }
}

const sectionOf = (text: string): string => (text === '' ? 'settings' : text)

const rowOf = (rows: readonly Row[], { header, section, key }: Columns, wanted: SettingRow): number =>
  rows.findIndex(
    (row, i) => i > header && sectionOf(word(row[section])) === wanted.section && word(row[key]) === word(wanted.key),
  )

/** What is to be done to the rows that are there; rows are given from the top of the grid. */
interface Changes {
  readonly values: readonly { readonly row: number; readonly value: string }[]
  readonly removed: readonly number[]
  readonly added: readonly SettingRow[]
}

const changesOf = (rows: readonly Row[], columns: Columns, wanted: readonly SettingRow[]): Changes => {
  const found = wanted.map((row) => ({ row: rowOf(rows, columns, row), wanted: row }))
  return {
    values: found
      .filter(({ row, wanted: { value } }) => row >= 0 && value !== '')
      .map(({ row, wanted: { value } }) => ({ row, value })),
    removed: found.filter(({ row, wanted: { value } }) => row >= 0 && value === '').map(({ row }) => row),
    added: found.filter(({ row, wanted: { value } }) => row < 0 && value !== '').map(({ wanted: row }) => row),
  }
}

const cellsOf = ({ section, key, value }: SettingRow, columns: Columns, width: number): string[] => {
  const cells = Array.from({ length: width }, () => '')
  if (columns.section >= 0) cells[columns.section] = typedText(section)
  cells[columns.key] = typedText(key)
  cells[columns.value] = typedText(value)
  return cells
}

const makeTab = (context: Excel.RequestContext, rows: readonly SettingRow[]): void => {
  const sheet = context.workbook.worksheets.add(tabName)
  const columns = { header: 0, section: 0, key: 1, value: 2 }
  const cells = [[...headings], ...rows.filter(({ value }) => value !== '').map((row) => cellsOf(row, columns, 3))]
  const range = sheet.getRangeByIndexes(0, 0, cells.length, 3)
  range.values = cells
  sheet.getRange('A1:C1').format.font.bold = true
}

interface There {
  readonly sheet: Excel.Worksheet
  readonly used: Excel.Range
  readonly table: Excel.Table | null
}

/** All rows written anew: those below a removed one move up, and the cells that become free are blank. */
const closeUp = (
  { sheet, used }: There,
  columns: Columns,
  { values, removed }: Changes,
  added: readonly string[][],
): void => {
  const gone = new Set(removed)
  const rows = used.formulas.map((row: unknown[]) =>
    row.map((cell) => (typeof cell === 'string' ? asWritten(cell) : cell)),
  )
  for (const { row, value } of values) rows[row]?.splice(columns.value, 1, typedText(value))
  const left = [...rows.filter((_, row) => !gone.has(row)), ...added]
  while (left.length < rows.length + added.length) left.push(Array.from({ length: used.columnCount }, () => ''))
  sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, left.length, used.columnCount).formulas = left
}

const asWritten = (cell: string): string => (cell.startsWith('=') ? cell : typedText(cell))

const changeTab = ({ sheet, used, table }: There, wanted: readonly SettingRow[]): void => {
  const columns = columnsIn(used.values)
  const { rowIndex: top, columnIndex: left, columnCount: width, rowCount: height } = used
  if (columns === null) {
    const cells = [[...headings], ...wanted.map((row) => cellsOf(row, { header: 0, section: 0, key: 1, value: 2 }, 3))]
    sheet.getRangeByIndexes(top + height, left, cells.length, 3).values = cells
    return
  }
  const changes = changesOf(used.values, columns, wanted)
  const added = changes.added.map((row) => cellsOf(row, columns, width))
  if (table === null && changes.removed.length > 0) {
    closeUp({ sheet, used, table }, columns, changes, added)
    return
  }
  for (const { row, value } of changes.values)
    sheet.getCell(top + row, left + columns.value).values = [[typedText(value)]]
  if (table === null) {
    if (added.length > 0) sheet.getRangeByIndexes(top + height, left, added.length, width).values = added
    return
  }
  for (const cells of added) table.rows.add(-1, [cells])
  for (const row of [...changes.removed].sort((a, b) => b - a)) table.rows.getItemAt(row - columns.header - 1).delete()
}

/** Writes rows into the tab `SPM Settings`; a row replaces that of its section and key, an empty value removes it. */
export const saveSettings = async (context: Excel.RequestContext, rows: readonly SettingRow[]): Promise<void> => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(tabName)
  sheet.load('name')
  await context.sync()
  context.runtime.enableEvents = false
  if (sheet.isNullObject) makeTab(context, rows)
  else {
    const used = sheet.getRange('A1').getBoundingRect(sheet.getUsedRange(true))
    used.load('values,formulas,rowIndex,columnIndex,rowCount,columnCount')
    sheet.tables.load('items/name')
    await context.sync()
    changeTab({ sheet, used, table: sheet.tables.items[0] ?? null }, rows)
  }
  context.runtime.enableEvents = true
  await context.sync()
}
