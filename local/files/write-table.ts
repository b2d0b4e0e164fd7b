import { areaAddress, cellAddress } from '#core/report/a1'
import { hasFilter, tableStyle } from '#core/report/table-look'
import { overlaps } from './a1.ts'
import { fail } from './fail.ts'
import { checkArea, peek, type Of, type TabDraft } from './tab-draft.ts'
import { storedText } from './write-content.ts'

const nameRule = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/
const looksLikeCell = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[Rr]|[Cc])$/

const checkName = (name: string, where: string, taken: ReadonlySet<string>): void => {
  if (!nameRule.test(name) || looksLikeCell.test(name))
    fail('file', `${where} needs a name of letters, digits and _ that does not look like a cell.`)
  if (taken.has(name.toLowerCase())) fail('conflict', `${where} is there twice: table names are unique in a workbook.`)
}

const checkColumns = ({ columns, area }: Of<'table'>, where: string): void => {
  if (columns.length !== area.columns)
    fail('file', `${where} names ${columns.length} columns and covers ${area.columns}.`)
  const seen = new Set<string>()
  for (const column of columns) {
    const key = column.toLowerCase()
    if (column === '' || /[\r\n]/.test(column)) fail('file', `${where} has a column with an empty or broken heading.`)
    if (seen.has(key)) fail('conflict', `${where} has two columns "${column}": give one of them another heading.`)
    seen.add(key)
  }
}

/** Spreadsheet programs repair (and change) a file whose table headings differ from the cells. */
const checkHeader = (draft: TabDraft, { columns, area }: Of<'table'>, where: string): void => {
  columns.forEach((heading, index) => {
    const cell = { row: area.row, column: area.column + index }
    const content = peek(draft, cell)?.content ?? null
    if (content !== heading)
      fail(
        'file',
        `${where} expects the heading "${heading}" in ${cellAddress(cell)} and finds ${JSON.stringify(content)}.`,
      )
  })
}

/** Adds a native table. Its header row must already have been written; `taken` holds the lower-case names so far. */
export const writeTable = (draft: TabDraft, table: Of<'table'>, taken: Set<string>): void => {
  const { name, area } = table
  const where = `Table "${name}" on tab "${draft.name}"`
  checkName(name, where, taken)
  checkArea(draft, area, where)
  if (area.rows < 2) fail('file', `${where} has no row below its header: give it one blank row when it is empty.`)
  checkColumns(table, where)
  checkHeader(draft, table, where)
  const other = draft.tables.find((known) => overlaps(known.area, area))
  if (other) fail('conflict', `${where} overlaps table "${other.name}".`)
  taken.add(name.toLowerCase())
  draft.tables.push(table)
  draft.sheet.tables?.push({
    name,
    range: areaAddress(area),
    columns: table.columns.map((column) => ({ name: storedText(column) })),
    style: tableStyle,
    showAutoFilter: hasFilter(area.rows),
  })
}
