import { isBlankText } from '../cells/blank.ts'
import { Texts } from './columns.ts'
import { unfitText, unknownText, WordIndex } from './word-index.ts'
import { cellAt, troubles, type Cells, type ColumnReader, type Reading, type Troubles } from './read-column.ts'

type Word = string | number | boolean

const textOf = (word: Word): string => (typeof word === 'boolean' ? (word ? 'TRUE' : 'FALSE') : String(word))

const untidy = /^\s|\s\s|[^\S ]|\s$/

const tidy = (text: string): string => {
  if (isBlankText(text)) return ''
  return untidy.test(text) ? text.trim().replace(/\s+/gu, ' ') : text
}

/** Gives every cell the code of its label; cells that differ in spaces only share one. */
class Labels {
  readonly list = ['']
  private readonly short = new WordIndex()
  private readonly other = new Map<Word, number>([['', 0]])

  codeOf(word: Word): number {
    const found = typeof word === 'string' ? this.short.find(word) : unfitText
    if (found >= 0) return found
    if (found === unfitText) return this.other.get(word) ?? this.addOther(word)
    if (typeof word !== 'string' || isBlankText(word)) return this.addOther(word)
    this.short.insert(this.list.length)
    return this.list.push(word) - 1
  }

  /** The code of a label, -1 where there is none. */
  find(label: string): number {
    const found = this.short.find(label)
    return found === unfitText ? (this.other.get(label) ?? -1) : found
  }

  private addOther(word: Word): number {
    const code = this.codeOfLabel(tidy(textOf(word)))
    this.other.set(word, code)
    return code
  }

  private codeOfLabel(label: string): number {
    const found = this.short.find(label)
    if (found >= 0) return found
    const code = this.other.get(label)
    if (code !== undefined) return code
    const added = this.list.push(label) - 1
    if (found === unknownText) this.short.insert(added)
    else this.other.set(label, added)
    return added
  }
}

class TextReader implements ColumnReader<Texts> {
  private readonly codes: Uint32Array
  private readonly labels = new Labels()
  private readonly trouble: Troubles
  private filled = 0

  constructor(private readonly cells: Cells) {
    this.codes = new Uint32Array(cells.rows.length)
    this.trouble = troubles(cells)
  }

  take(from: number, to: number): void {
    const { cells, codes, labels } = this
    for (let i = from; i < to; i++) {
      const cell = cellAt(cells, i)
      if (cell === null || cell === undefined) continue
      if (typeof cell === 'object') {
        this.trouble.add(i, cell)
        continue
      }
      const code = labels.codeOf(cell)
      codes[i] = code
      if (code !== 0) this.filled++
    }
  }

  finish(): Reading<Texts> {
    const { codes, labels, filled } = this
    const column = new Texts(codes, labels.list, (label) => labels.find(label))
    return { column, filled, unreadable: this.trouble.all(), ambiguous: null }
  }
}

export const textReader = (cells: Cells): ColumnReader<Texts> => new TextReader(cells)
