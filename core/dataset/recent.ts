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
 * Opens the tables that formulas name, again and again: equal cells are read once, whatever arrays they come in, and an
 * edit is absorbed by the columns it touches. The last few combinations of tables are kept open.
 */
export const reopener = (most = 8): ((input: DatasetInput) => Reopened) => {
  const ranges = new Ranges()
  let recent: readonly { readonly tables: Tables; readonly rest: string; readonly data: Dataset }[] = []
  return (input) => {
    const tables: Tables = {}
    const found: Partial<Record<TableName, Recognised['as']>> = {}
    for (const name of tableNames) {
      const source = input.tables[name]
      if (source === undefined) continue
      const { grid, as } = ranges.keep(source.grid)
      tables[name] = { ...source, grid }
      found[name] = as
    }
    const rest = otherwise(input)
    const known = recent.find((each) => each.rest === rest && sameTables(each.tables, tables))
    if (known !== undefined) return { data: known.data, isSame: true, ranges: found }
    const data = openDataset({ ...input, tables })
    recent = [...recent.slice(1 - most), { tables, rest, data }]
    return { data, isSame: false, ranges: found }
  }
}
