import { isFault, type Cell } from './grid.ts'

const dashes = new Set(['-', '--', '–', '—', 'n/a', '#n/a'])

/** A digit, a letter other than n, or what stands between them in ASCII: no blank begins so. */
const isFilledAtSight = (text: string): boolean => {
  const first = text.charCodeAt(0)
  return first >= 48 && first <= 122 && first !== 78 && first !== 110
}

/** True for what an export writes where there is nothing: an empty text, `-`, `--`, `n/a`, with any spaces around. */
export const isBlankText = (text: string): boolean => {
  if (isFilledAtSight(text)) return false
  const word = text.trim()
  return word === '' || dashes.has(word.toLowerCase())
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && isBlankText(cell))

/** The cell as a person would read it in a sentence. */
export const showCell = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '(blank)'
  if (isFault(cell)) return cell.fault
  return typeof cell === 'string' ? `"${cell.length > 40 ? `${cell.slice(0, 37)}...` : cell}"` : String(cell)
}
