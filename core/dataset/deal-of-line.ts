import { numbered } from './codes.ts'
import { statusNames, Statuses, type Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { codesIn } from './join-codes.ts'
import type { AnyColumn } from './schema.ts'

/** What a line takes from its opportunity. */
const taken: ReadonlySet<string> = new Set([
  'status',
  'closing',
  'rate',
  'account',
  'owner',
  'team',
  'region',
  'segment',
  'business_unit',
  'type',
  'source',
])

export const isOfDeal = (field: string): boolean => taken.has(field)

/** No row: what is picked there is blank. */
const nowhere = 0xffffffff
const neither = statusNames.indexOf('onhold')

/** For each line the first row of its opportunity. */
const rowsOfDeals = (ids: Texts, dealIds: Texts): Uint32Array => {
  const rowOf = new Uint32Array(dealIds.labels.length).fill(nowhere)
  for (let row = dealIds.length - 1; row >= 0; row--) rowOf[dealIds.code(row)] = row
  const rows = Uint32Array.from(codesIn(dealIds, ids), (code) => rowOf[code] ?? nowhere)
  return numbered(ids.codes, rows)
}

const noteStrays = (data: Dataset, rows: Uint32Array): void => {
  const table = data.table('lines')
  const first = rows.indexOf(nowhere)
  if (first < 0 || table === null) return
  const count = rows.reduce((sum, row) => sum + (row === nowhere ? 1 : 0), 0)
  const [row, column] = [table.sheetRow(first), table.header('deal_id')]
  const text = `"${table.name}", row ${row}, column "${column}": no opportunity has this ID${count > 1 ? ` (and ${count - 1} more)` : ''}; the line counts nowhere. Correct it, or give the opportunity.`
  data.note({ level: 'warn', code: 'line-without-deal', table: table.name, column, row, count, text })
}

/**
 * A column of the opportunities for the lines. A line whose opportunity is not there is blank, and neither open nor
 * closed, which is a finding. `null` where the opportunities have no such column.
 */
export const throughDeal = (data: Dataset, ids: Texts | null, field: string): AnyColumn | null => {
  const [dealIds, column] = [data.column('deals', 'deal_id'), data.anyColumn('deals', field)]
  if (ids === null || dealIds === null || column === null) return null
  const rows = rowsOfDeals(ids, dealIds)
  noteStrays(data, rows)
  const picked = column.pick(rows)
  if (!(picked instanceof Statuses)) return picked
  return new Statuses(picked.codes.map((code, line) => (rows[line] === nowhere ? neither : code)))
}
