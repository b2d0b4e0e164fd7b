import { isBlankText } from '../cells/blank.ts'
import { Texts } from './columns.ts'
import { cellAt, troubles, type Cells, type Reading } from './read-column.ts'

type Word = string | number | boolean

const textOf = (word: Word): string => (typeof word === 'boolean' ? (word ? 'TRUE' : 'FALSE') : String(word))

const untidy = /^\s|\s\s|[^\S ]|\s$/

const tidy = (text: string): string => {
  if (isBlankText(text)) return ''
  return untidy.test(text) ? text.trim().replace(/\s+/gu, ' ') : text
}

/** Gives every cell the code of its label; cells that differ in spaces only share one. */
const createLabels = () => {
  const labels = ['']
  const codes = new Map<Word, number>([['', 0]])
  const add = (word: Word): number => {
    const label = tidy(textOf(word))
    let code = codes.get(label)
    if (code === undefined) codes.set(label, (code = labels.push(label) - 1))
    if (word !== label) codes.set(word, code)
    return code
  }
  return { labels, codeOf: (word: Word): number => codes.get(word) ?? add(word) }
}

export const readTexts = (cells: Cells): Reading<Texts> => {
  const codes = new Uint32Array(cells.rows.length)
  const { labels, codeOf } = createLabels()
  const trouble = troubles(cells)
  let filled = 0
  let last: Word = ''
  let code = 0
  for (let i = 0; i < codes.length; i++) {
    const cell = cellAt(cells, i)
    if (cell === null || cell === undefined) continue
    if (typeof cell === 'object') {
      trouble.add(i, cell)
      continue
    }
    if (cell !== last) {
      last = cell
      code = codeOf(cell)
    }
    codes[i] = code
    if (code !== 0) filled++
  }
  return { column: new Texts(codes, labels), filled, unreadable: trouble.all(), ambiguous: null }
}
