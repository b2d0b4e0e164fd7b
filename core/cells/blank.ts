import { isFault, type Cell } from './grid.ts'

const dashes = new Set(['-', '--', '–', '—', 'n/a', '#n/a'])

/** True for what an export writes where there is nothing: an empty text, `-`, `--`, `n/a`. */
export const isBlankText = (text: string): boolean =>
  text.length === 0 || (text.length <= 8 && (text.trim() === '' || dashes.has(text.trim().toLowerCase())))

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && isBlankText(cell))

/** The cell as a person would read it in a sentence. */
export const showCell = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '(blank)'
  if (isFault(cell)) return cell.fault
  return typeof cell === 'string' ? `"${cell.length > 40 ? `${cell.slice(0, 37)}...` : cell}"` : String(cell)
}
