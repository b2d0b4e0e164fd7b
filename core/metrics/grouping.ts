import type { Dataset } from '../dataset/dataset.ts'
import type { TableName } from '../dataset/tables/index.ts'
import { readDimension, renumber, type Dimension } from './dimension.ts'
import type { ResultColumn, Value } from './value.ts'

/** Every row of a table put into one of `size` groups. Group numbers follow the order in which they are shown. */
export interface Grouping {
  readonly columns: readonly ResultColumn[]
  readonly size: number
  /** Group number of each row. */
  readonly of: Uint32Array
  /** What the group's cells show, one value per column. */
  readonly keys: readonly (readonly Value[])[]
  /** Whether the groups are in order of time, and so are not to be sorted by size. */
  readonly inTime: boolean
}

/** What a group's cell shows where its rows say nothing. */
export const none = '(none)'

interface Groups {
  readonly of: Uint32Array
  readonly keys: readonly (readonly string[])[]
}

/** Splits every group by one more dimension; only what occurs together becomes a group. */
const splitBy = ({ of, keys }: Groups, { codes, labels }: Dimension): Groups => {
  const width = labels.length
  const numbers = new Map<number, number>()
  const found = new Uint32Array(of.length)
  for (let row = 0; row < found.length; row++) {
    const pair = (of[row] ?? 0) * width + (codes[row] ?? 0)
    let number = numbers.get(pair)
    if (number === undefined) numbers.set(pair, (number = numbers.size))
    found[row] = number
  }
  const pairs = [...numbers].sort(([a], [b]) => a - b)
  return {
    of: renumber(
      found,
      pairs.map(([, number]) => number),
    ),
    keys: pairs.map(([pair]) => [...(keys[Math.floor(pair / width)] ?? []), labels[pair % width] || none]),
  }
}

/** Groups the rows of a table by the words of a `by` argument, such as `owner` or `team,quarter`. */
export const groupRows = (data: Dataset, table: TableName, day: string | null, by: string): Grouping => {
  const dimensions = by.split(',').map((word) => readDimension(data, table, day, word.trim()))
  const { of, keys } = dimensions.reduce(splitBy, { of: new Uint32Array(data.rows(table)), keys: [[]] })
  return {
    columns: dimensions.map(({ column }) => column),
    size: keys.length,
    of,
    keys,
    inTime: dimensions.some(({ inTime }) => inTime),
  }
}

/** The whole table as its one group. */
export const oneGroup = (rows: number): Grouping => ({
  columns: [],
  size: 1,
  of: new Uint32Array(rows),
  keys: [[]],
  inTime: false,
})
