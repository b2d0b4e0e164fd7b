import { SpmError } from '../errors.ts'

/** The cells of a list: a range of cells arrives with semicolons between them, a text as somebody wrote it. */
const cellsOf = (text: string): readonly string[] =>
  text.split(text.includes(';') ? ';' : ',').map((cell) => cell.trim())

/** A number with a point or, as in `6,5; 7`, a comma; with % a hundredth. */
const numberOf = (cell: string): number => {
  const plain = cell.replace(/\s*%$/, '').replace(',', '.')
  const number = plain === '' ? NaN : Number(plain)
  return cell.endsWith('%') ? number / 100 : number
}

/**
 * Numbers in a text such as `6, 7, 9`, or `6,5; 7; 9`, or in a range of cells; `null` where a cell is blank.
 *
 * @throws SpmError `argument` that names the cell that is no number
 */
export const readNumberList = (name: string, text: string | null): readonly (number | null)[] =>
  text === null
    ? []
    : cellsOf(text).map((cell, i) => {
        if (cell === '') return null
        const number = numberOf(cell)
        if (Number.isFinite(number)) return number
        throw new SpmError('argument', `${name}: number ${i + 1} is "${cell}"; write a number, such as 6.5.`)
      })

/** As {@link readNumberList}, where a blank is 0. */
export const readAmounts = (name: string, text: string | null): readonly number[] =>
  readNumberList(name, text).map((number) => number ?? 0)

/** Names in a text or a range; those of a list that was left out are `sample 1`, `sample 2` … */
export const readNames = (text: string | null, count: number, sample: string): readonly string[] => {
  const given = text === null ? [] : cellsOf(text)
  return Array.from({ length: Math.max(count, given.length) }, (_, i) => given[i] || `${sample} ${i + 1}`)
}

/**
 * The lists that stand beside each other, of one length; one that was left out is blank everywhere.
 *
 * @throws SpmError `argument` that names the list of another length
 */
export const sameLength = (
  name: string,
  list: readonly (number | null)[],
  count: number,
): readonly (number | null)[] => {
  if (list.length === 0) return new Array<null>(count).fill(null)
  if (list.length === count) return list
  throw new SpmError(
    'argument',
    `${name} has ${list.length} values for ${count} rows; give one for each, blank where there is none.`,
  )
}

/** A list without which there is no answer. */
export const needList = (name: string, list: readonly number[], sample: string): readonly number[] => {
  if (list.length > 0) return list
  throw new SpmError('argument', `${name} is missing: give a range, or numbers with commas, such as ${sample}.`)
}
