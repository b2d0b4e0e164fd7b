import { isFault, type Cell } from '#core/cells/grid'

const lineEnd = '\r\n'

/** A text that a spreadsheet program would run as a formula gets an apostrophe in front. */
const escapeFormula = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)

const quote = (text: string): string => (/[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const field = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'string') return quote(escapeFormula(cell))
  return isFault(cell) ? quote(cell.fault) : String(cell)
}

const line = (row: readonly Cell[]): string => row.map(field).join(',') + lineEnd

/** Comma-separated text (RFC 4180) with its header line. Numbers keep their sign; only texts are escaped. */
export const toCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  line(header) + rows.map(line).join('')
