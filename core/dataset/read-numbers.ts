import { isBlankText } from '../cells/blank.ts'
import { decimalOf, readNumberText, type Decimal } from '../cells/number-text.ts'
import { Numbers } from './columns.ts'
import { holds, narrowRoom, widenedRoom, type NumberRoom } from './number-room.ts'
import {
  afterwards,
  cellAt,
  troubles,
  type Cells,
  type ColumnReader,
  type Reading,
  type Troubles,
} from './read-column.ts'

/** How the texts of one column read, once all of them are known. */
export interface TextReader {
  readonly read: (text: string, i: number) => number | null
  readonly ambiguous: string | null
}

type Accept = (value: number) => boolean

class NumericReader implements ColumnReader<Numbers> {
  private values: NumberRoom
  private readonly trouble: Troubles
  private readonly textRows: number[] = []
  private readonly texts: string[] = []
  private filled = 0

  constructor(
    private readonly cells: Cells,
    private readonly accept: Accept,
    private readonly cut: (value: number) => number,
    private readonly readerOf: (texts: readonly string[]) => TextReader,
  ) {
    this.values = narrowRoom(cells.rows.length)
    this.trouble = troubles(cells)
  }

  take(from: number, to: number): void {
    const { cells, accept, cut } = this
    for (let i = from; i < to; i++) {
      const cell = cellAt(cells, i)
      if (cell === null || cell === undefined) continue
      if (typeof cell === 'number' && accept(cell)) {
        this.keep(i, cut(cell))
      } else if (typeof cell !== 'string') this.trouble.add(i, cell)
      else if (!isBlankText(cell)) {
        this.textRows.push(i)
        this.texts.push(cell)
      }
    }
  }

  finish(): Reading<Numbers> {
    const reader = this.texts.length === 0 ? null : this.readerOf(this.texts)
    if (reader !== null) this.takeTexts(reader)
    const { values, filled } = this
    return { column: new Numbers(values), filled, unreadable: this.trouble.all(), ambiguous: reader?.ambiguous ?? null }
  }

  private keep(i: number, value: number): void {
    if (!holds(this.values, value)) this.values = widenedRoom(this.values)
    this.values[i] = value
    this.filled++
  }

  private takeTexts({ read }: TextReader): void {
    this.texts.forEach((text, at) => {
      const i = this.textRows[at] as number
      const value = read(text, i)
      if (value === null || !this.accept(value)) this.trouble.add(i, text)
      else {
        this.keep(i, this.cut(value))
      }
    })
  }
}

/** Reads every cell that is a number, cut to what its column keeps; every text that is not blank goes to `readerOf`. */
export const numericReader = (
  cells: Cells,
  accept: Accept,
  cut: (value: number) => number,
  readerOf: (texts: readonly string[]) => TextReader,
): ColumnReader<Numbers> => new NumericReader(cells, accept, cut, readerOf)

const asItIs = (value: number): number => value

export interface NumberReading extends Reading<Numbers> {
  /** Currencies written inside the cells, by row; empty where none is. */
  readonly currencies: ReadonlyMap<number, string>
  /** Rows whose text ends in `%`. */
  readonly percents: ReadonlySet<number>
}

/**
 * `decimal` is the mark of numbers that are texts; with `null` the column decides it. `otherwise` reads texts that are
 * no plain number.
 */
export const numberReader = (
  cells: Cells,
  decimal: Decimal | null,
  otherwise: (text: string) => number | null = () => null,
): ColumnReader<Numbers, NumberReading> => {
  const currencies = new Map<number, string>()
  const percents = new Set<number>()
  const reader = numericReader(cells, Number.isFinite, asItIs, (texts) => {
    const vote = decimal === null ? decimalOf(texts) : { decimal, ambiguous: null }
    const read = (text: string, i: number): number | null => {
      const number = readNumberText(text, vote.decimal)
      if (number === null) return otherwise(text)
      if (number.currency !== null) currencies.set(i, number.currency)
      if (number.percent) percents.add(i)
      return number.value
    }
    return { read, ambiguous: vote.ambiguous }
  })
  return afterwards(reader, (reading) => ({ ...reading, currencies, percents }))
}
