import { isBlankText } from '../cells/blank.ts'
import { Texts } from './columns.ts'
import { unfitText, unknownText, WordIndex } from './word-index.ts'
import { cellAt, troubles, type Cells, type ColumnReader } from './read-column.ts'

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
  const short = new WordIndex()
  const other = new Map<Word, number>([['', 0]])
  const codeOfLabel = (label: string): number => {
    const found = short.find(label)
    if (found >= 0) return found
    const code = other.get(label)
    if (code !== undefined) return code
    const added = labels.push(label) - 1
    if (found === unknownText) short.insert(added)
    else other.set(label, added)
    return added
  }
  const addOther = (word: Word): number => {
    const code = codeOfLabel(tidy(textOf(word)))
    other.set(word, code)
    return code
  }
  const codeOf = (word: Word): number => {
    const found = typeof word === 'string' ? short.find(word) : unfitText
    if (found >= 0) return found
    if (found === unfitText) return other.get(word) ?? addOther(word)
    if (typeof word !== 'string' || isBlankText(word)) return addOther(word)
    short.insert(labels.length)
    return labels.push(word) - 1
  }
  const lookUp = (label: string): number => {
    const found = short.find(label)
    return found === unfitText ? (other.get(label) ?? -1) : found
  }
  return { labels, codeOf, lookUp }
}

export const textReader = (cells: Cells): ColumnReader<Texts> => {
  const codes = new Uint32Array(cells.rows.length)
  const { labels, codeOf, lookUp } = createLabels()
  const trouble = troubles(cells)
  let filled = 0
  const take = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const cell = cellAt(cells, i)
      if (cell === null || cell === undefined) continue
      if (typeof cell === 'object') {
        trouble.add(i, cell)
        continue
      }
      const code = codeOf(cell)
      codes[i] = code
      if (code !== 0) filled++
    }
  }
  const finish = () => ({
    column: new Texts(codes, labels, lookUp),
    filled,
    unreadable: trouble.all(),
    ambiguous: null,
  })
  return { take, finish }
}
