import { plural } from '../cells/plural.ts'
import { rowsWhere, Texts } from './columns.ts'
import type { RawColumn } from './read-kind.ts'
import type { Finding } from './findings.ts'
import type { Table } from './table.ts'
import type { TableName } from './tables/index.ts'

/** Tables whose rows are about a deal where they name one. */
const follows: readonly TableName[] = [
  'lines',
  'history',
  'snapshots',
  'splits',
  'activities',
  'offers',
  'actions',
  'answers',
]

const filledIn = (column: RawColumn | null): number => {
  let filled = 0
  for (let row = 0; row < (column?.length ?? 0); row++) if (column?.isBlank(row) === false) filled++
  return filled
}

const pickCurrencies = (all: ReadonlyMap<number, string>, rows: Uint32Array): ReadonlyMap<number, string> => {
  const kept = new Map<number, string>()
  if (all.size === 0) return kept
  rows.forEach((row, i) => {
    const currency = all.get(row)
    if (currency !== undefined) kept.set(i, currency)
  })
  return kept
}

const leftOut = (table: Table, count: number): Finding => ({
  level: 'note',
  code: 'excluded',
  table: table.name,
  column: table.header('deal_id'),
  row: null,
  count,
  text: `"${table.name}": rows of deals that the opportunities mark as excluded count in no figure: ${plural(count, 'row')}.`,
})

/** The same table with the given rows only, in their order; each column is picked once. */
const keepRows = (table: Table, rows: Uint32Array): Table => {
  const columns = new Map<string, RawColumn | null>()
  const read = (field: string): RawColumn | null => {
    const known = columns.get(field)
    if (known !== undefined) return known
    const kept = table.read(field)?.pick(rows) ?? null
    columns.set(field, kept)
    return kept
  }
  return {
    ...table,
    rows: rows.length,
    excluded: { ...table.excluded, count: table.rows - rows.length },
    sheetRow: (row) => table.sheetRow(rows[row] ?? row),
    alike: (row, other) => table.alike(rows[row] ?? row, rows[other] ?? other),
    filled: (field) => filledIn(read(field)),
    read,
    currencies: (field) => pickCurrencies(table.currencies(field), rows),
    findings: () => [...table.findings(), leftOut(table, table.rows - rows.length)],
  }
}

const made = new WeakMap<Table, { readonly deals: Table; readonly table: Table }>()

/** The table without the rows of deals that are excluded; those of an opportunity are left out already. */
const withoutExcluded = (name: TableName, table: Table, deals: Table | undefined): Table => {
  if (deals === undefined || deals.excluded.count === 0 || !follows.includes(name)) return table
  const known = made.get(table)
  if (known?.deals === deals) return known.table
  const ids = table.read('deal_id')
  if (!(ids instanceof Texts)) return table
  const isOut = ids.labels.map((label) => deals.excluded.hasDeal(label))
  const rows = rowsWhere(ids.length, (row) => isOut[ids.code(row)] !== true)
  const kept = rows.length === table.rows ? table : keepRows(table, rows)
  made.set(table, { deals, table: kept })
  return kept
}

/** The tables of a workbook as figures see them. */
export interface CountedTables {
  of(name: TableName): Table | null
  findings(): readonly Finding[]
}

/** The same tables without what the opportunities exclude, each worked out when it is first asked for. */
export const countedTables = (opened: ReadonlyMap<TableName, Table>): CountedTables => {
  const counted = new Map<TableName, Table>()
  return {
    of: (name) => {
      const table = opened.get(name)
      if (table === undefined) return null
      const known = counted.get(name) ?? withoutExcluded(name, table, opened.get('deals'))
      counted.set(name, known)
      return known
    },
    findings: () => [...opened].flatMap(([name, table]) => (counted.get(name) ?? table).findings()),
  }
}
