import { isBlankText } from '../cells/blank.ts'
import { capacityOf, roomFor, widened, type CodeRoom } from './codes.ts'
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

const recentSlots = 1024
/** With more labels than this, the cell before hardly ever comes again soon. */
const fewLabels = 512

const recentSlot = (text: string): number => {
  const { length } = text
  const [first, middle, last] = [text.charCodeAt(0), text.charCodeAt(length >> 1), text.charCodeAt(length - 1)]
  return (first * 151 + middle * 31 + last * 7 + length) & (recentSlots - 1)
}

/** Gives every cell the code of its label; cells that differ in spaces only share one. */
class Labels {
  readonly list = ['']
  private readonly short = new WordIndex()
  private readonly other = new Map<Word, number>([['', 0]])

  private readonly recent = new Array<string>(recentSlots).fill('')
  private readonly recentCodes = new Uint16Array(recentSlots)

  codeOf(word: Word): number {
    if (typeof word !== 'string' || this.list.length > fewLabels) return this.search(word)
    const slot = recentSlot(word)
    if (this.recent[slot] === word) return this.recentCodes[slot] as number
    const code = this.search(word)
    this.recent[slot] = word
    this.recentCodes[slot] = code
    return code
  }

  private search(word: Word): number {
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
  private codes: CodeRoom | null = null
  /** The codes of the rows being taken, before it is known how wide they must be kept. */
  private block = new Uint32Array()
  private readonly labels = new Labels()
  private readonly trouble: Troubles
  private filled = 0

  constructor(private readonly cells: Cells) {
    this.trouble = troubles(cells)
  }

  take(from: number, to: number): void {
    const { cells, labels } = this
    if (this.block.length < to - from) this.block = new Uint32Array(to - from)
    const { block } = this
    for (let i = from; i < to; i++) {
      const cell = cellAt(cells, i)
      block[i - from] = 0
      if (cell === null || cell === undefined) continue
      if (typeof cell === 'object') {
        this.trouble.add(i, cell)
        continue
      }
      const code = labels.codeOf(cell)
      block[i - from] = code
      if (code !== 0) this.filled++
    }
    this.keep(block.subarray(0, to - from), from)
  }

  private keep(block: Uint32Array, from: number): void {
    const { length } = this.labels.list
    const { rows } = this.cells
    this.codes ??= roomFor(length * 2 > block.length ? rows.length : length, rows.length)
    if (length > capacityOf(this.codes)) this.codes = widened(this.codes, length)
    this.codes.set(block, from)
  }

  finish(): Reading<Texts> {
    const { labels, filled } = this
    const codes = this.codes ?? new Uint8Array(this.cells.rows.length)
    const column = new Texts(codes, labels.list, (label) => labels.find(label))
    return { column, filled, unreadable: this.trouble.all(), ambiguous: null }
  }
}

export const textReader = (cells: Cells): ColumnReader<Texts> => new TextReader(cells)
