import { isBlankText } from '../cells/blank.ts'
import { decimalOf, readNumberText, type Decimal } from '../cells/number-text.ts'
import { Numbers } from './columns.ts'
import { afterwards, cellAt, troubles, type Cells, type ColumnReader, type Reading } from './read-column.ts'

/** How the texts of one column read, once all of them are known. */
export interface TextReader {
  readonly read: (text: string, i: number) => number | null
  readonly ambiguous: string | null
}

/** Reads every cell that is a number as it is, and hands every text that is not blank to `readerOf`. */
export const numericReader = (
  cells: Cells,
  accept: (value: number) => boolean,
  readerOf: (texts: readonly string[]) => TextReader,
): ColumnReader<Numbers> => {
  const values = new Float64Array(cells.rows.length).fill(NaN)
  const trouble = troubles(cells)
  const textRows: number[] = []
  const texts: string[] = []
  let filled = 0
  const take = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const cell = cellAt(cells, i)
      if (cell === null || cell === undefined) continue
      if (typeof cell === 'number' && accept(cell)) {
        values[i] = cell
        filled++
      } else if (typeof cell !== 'string') trouble.add(i, cell)
      else if (!isBlankText(cell)) {
        textRows.push(i)
        texts.push(cell)
      }
    }
  }
  const takeTexts = ({ read }: TextReader): void =>
    texts.forEach((text, at) => {
      const i = textRows[at] as number
      const value = read(text, i)
      if (value === null || !accept(value)) trouble.add(i, text)
      else {
        values[i] = value
        filled++
      }
    })
  const finish = (): Reading<Numbers> => {
    const reader = texts.length === 0 ? null : readerOf(texts)
    if (reader !== null) takeTexts(reader)
    return { column: new Numbers(values), filled, unreadable: trouble.all(), ambiguous: reader?.ambiguous ?? null }
  }
  return { take, finish }
}

export interface NumberReading extends Reading<Numbers> {
  /** Currencies written inside the cells, by row; empty where none is. */
  readonly currencies: ReadonlyMap<number, string>
  /** Rows whose text ends in `%`. */
  readonly percents: ReadonlySet<number>
}

/** `decimal` is the mark of numbers that are texts; with `null` the column decides it. */
export const numberReader = (cells: Cells, decimal: Decimal | null): ColumnReader<Numbers, NumberReading> => {
  const currencies = new Map<number, string>()
  const percents = new Set<number>()
  const reader = numericReader(cells, Number.isFinite, (texts) => {
    const vote = decimal === null ? decimalOf(texts) : { decimal, ambiguous: null }
    const read = (text: string, i: number): number | null => {
      const number = readNumberText(text, vote.decimal)
      if (number === null) return null
      if (number.currency !== null) currencies.set(i, number.currency)
      if (number.percent) percents.add(i)
      return number.value
    }
    return { read, ambiguous: vote.ambiguous }
  })
  return afterwards(reader, (reading) => ({ ...reading, currencies, percents }))
}
