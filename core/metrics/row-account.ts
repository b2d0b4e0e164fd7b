import type { Dataset } from '../dataset/dataset.ts'
import type { Table } from '../dataset/table.ts'
import type { AnyTableParam } from './params.ts'
import type { TableTrail } from './trail.ts'

/** What became of the rows of one table: those read are those left out, by reason, and those used. */
export interface RowAccount {
  /** Records and lines between them, such as totals; not blank lines and not what stands above the header. */
  readonly read: number
  /** In the order in which they are left out: by the reader, by the scope, by the metric with the most first. */
  readonly left: readonly (readonly [reason: string, count: number])[]
  /** Rows of the whole table, whatever the scope. */
  readonly used: Uint32Array
  /** How many deals the used rows add up to; `null` where every row stands for itself. */
  readonly deals: number | null
}

/** The row of the scope for each row of the whole table, -1 where it lies outside. */
const placesInScope = (data: Dataset, { table, unscoped }: AnyTableParam): Int32Array | null => {
  const within = unscoped ? null : data.rowsWithin(table)
  if (within === null) return null
  const places = new Int32Array(data.whole.rows(table)).fill(-1)
  within.forEach((row, place) => (places[row] = place))
  return places
}

const byCount = (reasons: ReadonlyMap<string, number>): RowAccount['left'] =>
  [...reasons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))

/** Which rows lie outside the scope, which are left out and why, and which are used. */
const sortRows = (data: Dataset, param: AnyTableParam, { lines, leaves }: TableTrail) => {
  const places = placesInScope(data, param)
  const reasons = new Map<string, number>()
  const used: number[] = []
  const deals = new Set<number>()
  let outside = 0
  for (let row = 0; row < data.whole.rows(param.table); row++) {
    const place = places === null ? row : (places[row] ?? -1)
    const deal = lines?.into[place] ?? place
    const reason = place < 0 ? null : leaves(deal)
    if (place < 0) outside++
    else if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    else {
      used.push(row)
      deals.add(deal)
    }
  }
  return { outside, reasons, used, deals: deals.size }
}

/** Accounts for every row of a table that a metric has read. */
export const accountFor = (data: Dataset, param: AnyTableParam, table: Table, trail: TableTrail): RowAccount => {
  const { outside, reasons, used, deals } = sortRows(data, param, trail)
  const furniture = table.located.leftOut.length
  const { count: excluded } = table.excluded
  const why = param.table === 'deals' ? 'marked as excluded' : 'of an opportunity that is marked as excluded'
  return {
    read: data.whole.rows(param.table) + furniture + excluded,
    left: [
      ...(furniture > 0 ? [['a total, a footer or a repeated header', furniture] as const] : []),
      ...(excluded > 0 ? [[why, excluded] as const] : []),
      ...(outside > 0 ? [[`outside the scope ${data.scope ?? ''}`, outside] as const] : []),
      ...byCount(reasons),
    ],
    used: Uint32Array.from(used),
    deals: trail.lines === null ? null : deals,
  }
}
