import Papa from 'papaparse'
import { chosenSeparator, detectSeparator } from './csv-separator.ts'
import { decodeText } from './decode-text.ts'
import { fail } from './fail.ts'
import type { SheetGrid } from './sheet-grid.ts'

export interface CsvOptions {
  /** What to read text as that is neither UTF-8 nor UTF-16. */
  readonly codePage?: string
  /** One character, or a word such as `tab`; otherwise it is detected. */
  readonly delimiter?: string
}

type Row = (string | null)[]

/** Rows named one by one in a note. */
const mostNamed = 5

const refuseContainer = (file: string, bytes: Uint8Array): void => {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  if (isZip) fail('file', `${file} is no text but a zip file: if it is a workbook, let its name end in .xlsx.`)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) fail('file', `${file} is no text but an old workbook: save it as .xlsx.`)
}

/** `sep=;` on the first line is how Excel is told the separator; it is no row. */
const cutSeparatorLine = (text: string): { readonly body: string; readonly separator: string | null } => {
  const found = /^"?sep=([^"\n])"?[^\S\n]*(?:\n|$)/i.exec(text)
  return { body: found ? text.slice(found[0].length) : text, separator: found?.[1] ?? null }
}

const unifyLineEnds = (text: string): string =>
  text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text

const checkQuotes = (file: string, errors: readonly Papa.ParseError[]): void => {
  const error = errors.find(({ type }) => type === 'Quotes')
  if (!error) return
  const where = `${file}, row ${(error.row ?? 0) + 1}`
  if (error.code === 'MissingQuotes')
    fail('file', `${where}: a quotation mark is opened and never closed. Correct that row, or export the file again.`)
  fail('file', `${where}: text follows a closing quotation mark. Double the marks inside the cell, or export it again.`)
}

const blankToNull = (rows: readonly Row[]): void => {
  for (const row of rows) for (let i = 0; i < row.length; i++) if (row[i] === '') row[i] = null
}

const parse = (file: string, body: string, separator: string): readonly Row[] => {
  const { data, errors } = Papa.parse<Row>(body, { delimiter: separator, newline: '\n' })
  checkQuotes(file, errors)
  if (body.endsWith('\n')) data.pop()
  blankToNull(data)
  return data
}

const isBlank = (row: Row): boolean => row.every((cell) => cell === null)

const usualLength = (rows: readonly Row[]): number => {
  const counts = new Map<number, number>()
  for (const row of rows) if (!isBlank(row)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0]
}

const raggedNote = (rows: readonly Row[]): readonly string[] => {
  const usual = usualLength(rows)
  const ragged: number[] = []
  rows.forEach((row, index) => {
    if (row.length !== usual && !isBlank(row)) ragged.push(index + 1)
  })
  if (ragged.length === 0) return []
  const named = ragged.slice(0, mostNamed).join(', ')
  const more = ragged.length > mostNamed ? ` and ${ragged.length - mostNamed} more` : ''
  return [`Not all rows have ${usual} cells; they were kept as they are: row ${named}${more}.`]
}

/**
 * Reads separated text. Every cell stays a string, because what a column holds is decided later and for the whole
 * column; an empty cell is `null`.
 */
export const readCsv = (file: string, bytes: Buffer, { codePage, delimiter }: CsvOptions): SheetGrid => {
  refuseContainer(file, bytes)
  const { text, note } = decodeText(file, bytes, codePage)
  const { body, separator } = cutSeparatorLine(unifyLineEnds(text))
  if (body.trim() === '') fail('file', `${file} is empty: it has no rows. Export it again.`)
  const chosen = delimiter === undefined ? separator : chosenSeparator(delimiter)
  const rows = parse(file, body, chosen ?? detectSeparator(body))
  return {
    file,
    sheet: null,
    hidden: false,
    grid: rows,
    notes: [...(note === null ? [] : [note]), ...raggedNote(rows)],
  }
}
