import type { Cell, Fault, Grid } from '#core/cells/grid'

/**
 * A grid as a worker hands it over: arrays whose memory moves instead of being copied, and each different text once.
 * Taking it in blocks the receiving thread for about a quarter of the time that a copy of the cells would.
 */
export interface PackedGrid {
  /** Cells per row. */
  readonly rowLengths: Uint32Array<ArrayBuffer>
  /** What each cell is, row by row; see the codes below. */
  readonly codes: Uint32Array<ArrayBuffer>
  /** The number cells, in order. */
  readonly numbers: Float64Array<ArrayBuffer>
  /** The lengths of the different texts, which `text` holds end to end. */
  readonly textLengths: Uint32Array<ArrayBuffer>
  readonly text: string
  readonly faults: readonly string[]
}

const blank = 0
const yes = 1
const no = 2
const number = 3
/** From here on a code is the number of a text, and from `firstFault` on that of a fault. */
const firstText = 4
const firstFault = 0xff_00_00_00

/** A map holds at most 2^24 keys; texts beyond are packed each time they occur. */
const mostKnown = 16_000_000

/** Each different text once, in the order of appearance. */
class Texts {
  readonly list: string[] = []
  readonly #known = new Map<string, number>()

  numberOf(text: string): number {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    if (this.#known.size < mostKnown) this.#known.set(text, this.list.length)
    return this.list.push(text) - 1
  }
}

const codeOf = (cell: string | boolean | null | Fault, texts: Texts, faults: Texts): number => {
  if (cell === null) return blank
  if (typeof cell === 'string') return firstText + texts.numberOf(cell)
  if (typeof cell === 'boolean') return cell ? yes : no
  return firstFault + faults.numberOf(cell.fault)
}

const countCells = (grid: Grid): number => grid.reduce((sum, row) => sum + row.length, 0)

export const packGrid = (grid: Grid): PackedGrid => {
  const codes = new Uint32Array(countCells(grid))
  const numbers: number[] = []
  const texts = new Texts()
  const faults = new Texts()
  let at = 0
  for (const row of grid)
    for (const cell of row)
      if (typeof cell === 'number') {
        codes[at++] = number
        numbers.push(cell)
      } else codes[at++] = codeOf(cell, texts, faults)
  return {
    rowLengths: Uint32Array.from(grid, (row) => row.length),
    codes,
    numbers: Float64Array.from(numbers),
    textLengths: Uint32Array.from(texts.list, (text) => text.length),
    text: texts.list.join(''),
    faults: faults.list,
  }
}

/** The memory to hand over together with the message. */
export const memoryOf = ({ rowLengths, codes, numbers, textLengths }: PackedGrid): ArrayBuffer[] => [
  rowLengths.buffer,
  codes.buffer,
  numbers.buffer,
  textLengths.buffer,
]

const splitTexts = ({ text, textLengths }: PackedGrid): readonly string[] => {
  let from = 0
  return Array.from(textLengths, (length) => text.slice(from, (from += length)))
}

/** The cell of every code but `number`. */
const cellOf = (code: number, texts: readonly string[], faults: readonly string[]): Cell => {
  if (code >= firstFault) return { fault: faults[code - firstFault] ?? '' }
  if (code >= firstText) return texts[code - firstText] ?? null
  return code === blank ? null : code === yes
}

export const unpackGrid = (packed: PackedGrid): Grid => {
  const { codes, numbers, rowLengths, faults } = packed
  const texts = splitTexts(packed)
  const grid: Cell[][] = []
  let at = 0
  let numberAt = 0
  for (const length of rowLengths) {
    const row: Cell[] = []
    for (const end = at + length; at < end; at++) {
      const code = codes[at] ?? blank
      row.push(code === number ? (numbers[numberAt++] ?? null) : cellOf(code, texts, faults))
    }
    grid.push(row)
  }
  return grid
}
