import type { Grid } from '../cells/grid.ts'
import { openDataset, type Dataset, type DatasetInput } from './dataset.ts'
import { Ranges, type Recognised } from './ranges.ts'
import type { Source } from './source.ts'
import { tableNames, type TableName } from './tables/index.ts'

/** What one opening found. */
export interface Reopened {
  readonly data: Dataset
  /** Whether nothing had changed, and so everything that was worked out is known still. */
  readonly isSame: boolean
  readonly ranges: Readonly<Partial<Record<TableName, Recognised['as']>>>
}

type Tables = Partial<Record<TableName, Source>>

const sameTables = (a: Tables, b: Tables): boolean =>
  tableNames.every((name) => {
    const [first, second] = [a[name], b[name]]
    if (first === undefined || second === undefined) return first === second
    return first.grid === second.grid && first.name === second.name && first.firstRow === second.firstRow
  })

const otherwise = ({ tables, settings = {}, today }: DatasetInput): string =>
  JSON.stringify([settings, today, tableNames.map((name) => tables[name]?.map ?? null)])

/**
 * Rows of each table's grid (0 is its first) that may have changed since it was last handed over, as a host's watcher or
 * kept copy names them. A hint is believed as far as all other rows are the same arrays as before; else, and without
 * one, every cell is compared.
 */
export type EditHints = Readonly<Partial<Record<TableName, readonly number[]>>>

interface Known {
  readonly tables: Tables
  readonly rest: string
  readonly data: Dataset
}

/** The latest opening from which this one differs in edited rows alone. */
const earlierOf = (
  recent: readonly Known[],
  { tables, rest }: Omit<Known, 'data'>,
  before: ReadonlyMap<Grid, Grid>,
): Dataset | null => {
  const asBefore: Tables = {}
  for (const name of tableNames) {
    const source = tables[name]
    if (source !== undefined) asBefore[name] = { ...source, grid: before.get(source.grid) ?? source.grid }
  }
  return [...recent].reverse().find((each) => each.rest === rest && sameTables(each.tables, asBefore))?.data ?? null
}

/**
 * Opens the tables that formulas name, again and again: equal cells are read once, whatever arrays they come in, and an
 * edit is absorbed by the columns it touches. The last few combinations of tables are kept open.
 */
export const reopener = (most = 8): ((input: DatasetInput, hints?: EditHints) => Reopened) => {
  const ranges = new Ranges()
  let recent: readonly Known[] = []
  return (input, hints = {}) => {
    const tables: Tables = {}
    const before = new Map<Grid, Grid>()
    const found: Partial<Record<TableName, Recognised['as']>> = {}
    for (const name of tableNames) {
      const source = input.tables[name]
      if (source === undefined) continue
      const range = ranges.keep(source.grid, hints[name])
      tables[name] = { ...source, grid: range.grid }
      found[name] = range.as
      // What settings mean reaches into every column.
      if (range.before !== null && name !== 'settings') before.set(range.grid, range.before)
    }
    const rest = otherwise(input)
    const known = recent.find((each) => each.rest === rest && sameTables(each.tables, tables))
    if (known !== undefined) return { data: known.data, isSame: true, ranges: found }
    const earlier = before.size === 0 ? null : earlierOf(recent, { tables, rest }, before)
    const data = openDataset({ ...input, tables }, earlier)
    recent = [...recent.slice(1 - most), { tables, rest, data }]
    return { data, isSame: false, ranges: found }
  }
}
