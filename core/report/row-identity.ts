import type { TableBlock, TableColumn, TableRow } from './report.ts'

/** Key and heading of the column by which rows of deals are known again, wherever they are sorted to. */
export const idKey = 'id'
export const idHeading = 'ID'

const textOf = (row: TableRow, key: string): string => {
  const value = row[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const isTypedInto = ({ columns }: TableBlock): boolean => columns.some(({ input }) => input !== undefined)

/** The column that tells the rows apart: the ID, else the first one that people do not fill in. */
export const identityColumn = ({ columns }: TableBlock): TableColumn | undefined =>
  columns.find(({ key }) => key === idKey) ?? columns.find(({ input }) => input === undefined)

export const identityOf = (block: TableBlock, row: TableRow): string =>
  textOf(row, identityColumn(block)?.key ?? '').trim()

/**
 * Lists of deals in which people type end with the ID of the deal, so that what they typed stays with it. Where every
 * deal goes by its ID already, the first column says it.
 */
export const withIdentity = (block: TableBlock): TableBlock => {
  const first = block.columns[0]?.key ?? ''
  const says = (key: string): boolean => block.rows.some((row) => textOf(row, key) !== '')
  const isShown = block.columns.some(({ key }) => key === idKey)
  if (!isTypedInto(block) || isShown || !says(idKey)) return block
  if (block.rows.every((row) => textOf(row, first) === textOf(row, idKey))) return block
  const longest = block.rows.reduce((most, row) => Math.max(most, textOf(row, idKey).length), 0)
  const width = Math.max(8, Math.min(20, longest + 2))
  return { ...block, columns: [...block.columns, { key: idKey, label: idHeading, kind: 'text', width }] }
}
