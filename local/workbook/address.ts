import type { Area } from '#core/report/instructions'

const mostRows = 1_048_576
const mostColumns = 16_384

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const cells = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i
const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i
const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/

const between = (row1: number, column1: number, row2: number, column2: number): Area | null => {
  const area = {
    row: Math.min(row1, row2),
    column: Math.min(column1, column2),
    rows: Math.abs(row2 - row1) + 1,
    columns: Math.abs(column2 - column1) + 1,
  }
  const fits = area.row >= 0 && area.row + area.rows <= mostRows && area.column + area.columns <= mostColumns
  return fits ? area : null
}

/** `B2`, `$B$2:D9`, `B:D` or `2:9` as an area; `null` for anything else, and for what lies beyond a worksheet. */
export const readAddress = (address: string): Area | null => {
  const text = address.trim()
  const asCells = cells.exec(text)
  if (asCells) {
    const [, column1 = '', row1 = '', column2 = column1, row2 = row1] = asCells
    return between(Number(row1) - 1, columnOf(column1), Number(row2) - 1, columnOf(column2))
  }
  const asColumns = columns.exec(text)
  if (asColumns) return between(0, columnOf(asColumns[1] ?? ''), mostRows - 1, columnOf(asColumns[2] ?? ''))
  const asRows = rows.exec(text)
  if (asRows) return between(Number(asRows[1]) - 1, 0, Number(asRows[2]) - 1, mostColumns - 1)
  return null
}

/** `'My tab'!A1:B2` in its two parts; the tab is `null` where none is named. */
export const splitAddress = (text: string): { readonly tab: string | null; readonly address: string } => {
  const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(text.trim().replace(/^=/, ''))
  if (!parts) return { tab: null, address: text.trim().replace(/^=/, '') }
  return { tab: parts[1]?.replaceAll("''", "'") ?? parts[2] ?? '', address: parts[3] ?? '' }
}

/** The tab as a formula names it; in quotes where a formula needs them. */
export const tabInFormula = (tab: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(tab) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/.test(tab)
    ? tab
    : `'${tab.replaceAll("'", "''")}'`

export const meets = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns

export const common = (a: Area, b: Area): Area | null => {
  const row = Math.max(a.row, b.row)
  const column = Math.max(a.column, b.column)
  const bottom = Math.min(a.row + a.rows, b.row + b.rows)
  const right = Math.min(a.column + a.columns, b.column + b.columns)
  return bottom <= row || right <= column ? null : { row, column, rows: bottom - row, columns: right - column }
}

/** What is left of `area` without `hole`: up to four areas. */
export const without = (area: Area, hole: Area): readonly Area[] => {
  const shared = common(area, hole)
  if (shared === null) return [area]
  const bottom = shared.row + shared.rows
  const right = shared.column + shared.columns
  return [
    { ...area, rows: shared.row - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { row: shared.row, rows: shared.rows, column: area.column, columns: shared.column - area.column },
    { row: shared.row, rows: shared.rows, column: right, columns: area.column + area.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0)
}
