import Papa from 'papaparse'
import { fail } from './fail.ts'

const candidates = [',', ';', '|', '\t'] as const
/** Rows looked at, in at most so many characters; more than the titles above a header usually take. */
const sampleRows = 200
const sampleCharacters = 262_144
/** A character that separates nothing in practice: what a file with one column is read with. */
const noSeparator = '\u001f'

const named: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' }

/** The user's own choice; words for those that are hard to type. */
export const chosenSeparator = (choice: string): string => {
  const separator = named[choice.toLowerCase()] ?? choice
  if (separator.length !== 1 || /["\r\n\uFEFF]/.test(separator))
    fail('argument', `The separator "${choice}" is not possible: give one character, such as ";", or the word tab.`)
  return separator
}

interface Fit {
  readonly separator: string
  /** Rows with the commonest number of cells, and that number. */
  readonly rows: number
  readonly cells: number
}

const fitOf = (text: string, separator: string): Fit => {
  const { data } = Papa.parse<readonly string[]>(text, { delimiter: separator, newline: '\n', preview: sampleRows })
  const counts = new Map<number, number>()
  for (const row of data) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let best: Fit = { separator, rows: 0, cells: 1 }
  for (const [cells, rows] of counts) if (rows > best.rows) best = { separator, rows, cells }
  return best
}

/** Rows that some separator could have cut: blank ones say nothing. */
const filledRows = (text: string): number =>
  Papa.parse(text, { delimiter: noSeparator, newline: '\n', preview: sampleRows, skipEmptyLines: 'greedy' }).data.length

/**
 * The separator that cuts most of the first rows into the same number of cells; of equal ones that with more cells.
 * A file that none of them cuts regularly has one column. Many cells in a row outweigh titles above it.
 *
 * @param text with `\n` line ends
 */
export const detectSeparator = (text: string): string => {
  const sample = text.slice(0, sampleCharacters)
  const fits = candidates.map((separator) => fitOf(sample, separator))
  const best = fits.reduce((a, b) => (b.rows > a.rows || (b.rows === a.rows && b.cells > a.cells) ? b : a))
  return best.rows * (best.cells - 1) * 2 >= filledRows(sample) ? best.separator : noSeparator
}
