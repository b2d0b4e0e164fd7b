import type { Dataset } from '../dataset/dataset.ts'
import type { TableName } from '../dataset/tables/index.ts'
import { readDimension, type Dimension } from './dimension.ts'
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

/** Which numbers occur, in order, and the place of each among them. */
interface Ranks {
  readonly present: readonly number[]
  of(value: number): number
}

const denseRanks = (values: Float64Array, size: number): Ranks => {
  const ranks = new Uint32Array(size)
  for (const value of values) ranks[value] = 1
  const present: number[] = []
  for (let value = 0; value < size; value++) if (ranks[value] === 1) ranks[value] = present.push(value) - 1
  return { present, of: (value) => ranks[value] ?? 0 }
}

const sparseRanks = (values: Float64Array): Ranks => {
  const present = [...new Set(values)].sort((a, b) => a - b)
  const ranks = new Map(present.map((value, rank) => [value, rank]))
  return { present, of: (value) => ranks.get(value) ?? 0 }
}

const denseLimit = 1 << 22

/** The groups of one dimension alone, which are its codes where every label occurs. */
const splitWhole = ({ codes, labels }: Dimension): Groups => {
  const occurs = new Uint8Array(labels.length)
  for (const code of codes) occurs[code] = 1
  const ranks = new Uint32Array(labels.length)
  const keys: string[][] = []
  labels.forEach((label, code) => {
    if (occurs[code] === 1) ranks[code] = keys.push([label || none]) - 1
  })
  return { of: keys.length === labels.length ? codes : codes.map((code) => ranks[code] ?? 0), keys }
}

/** Splits every group by one more dimension; only what occurs together becomes a group. */
const splitBy = ({ of, keys }: Groups, { codes, labels }: Dimension): Groups => {
  const width = labels.length
  const pairs = new Float64Array(of.length)
  for (let row = 0; row < pairs.length; row++) pairs[row] = (of[row] ?? 0) * width + (codes[row] ?? 0)
  const size = keys.length * width
  const ranks = size <= denseLimit ? denseRanks(pairs, size) : sparseRanks(pairs)
  const numbers = new Uint32Array(of.length)
  for (let row = 0; row < pairs.length; row++) numbers[row] = ranks.of(pairs[row] ?? 0)
  const keyOf = (pair: number): readonly string[] => [
    ...(keys[Math.floor(pair / width)] ?? []),
    labels[pair % width] || none,
  ]
  return { of: numbers, keys: ranks.present.map(keyOf) }
}

const makeGroups = (data: Dataset, table: TableName, day: string | null, by: string): Grouping => {
  const dimensions = by.split(',').map((word) => readDimension(data, table, day, word.trim()))
  const [first, ...others] = dimensions
  const whole: Groups = { of: new Uint32Array(first === undefined ? data.rows(table) : 0), keys: [[]] }
  const { of, keys } = others.reduce(splitBy, first === undefined ? whole : splitWhole(first))
  return {
    columns: dimensions.map(({ column }) => column),
    size: keys.length,
    of,
    keys,
    inTime: dimensions.some(({ inTime }) => inTime),
  }
}

const made = new WeakMap<Dataset, Map<string, Grouping>>()

/** Groups the rows of a table by the words of a `by` argument, such as `owner` or `team,quarter`; each way once. */
export const groupRows = (data: Dataset, table: TableName, day: string | null, by: string): Grouping => {
  const known = made.get(data) ?? new Map<string, Grouping>()
  made.set(data, known)
  const key = `${table} ${day ?? ''} ${by}`
  const grouping = known.get(key) ?? makeGroups(data, table, day, by)
  known.set(key, grouping)
  return grouping
}

/** The whole table as its one group. */
export const oneGroup = (rows: number): Grouping => ({
  columns: [],
  size: 1,
  of: new Uint32Array(rows),
  keys: [[]],
  inTime: false,
})
