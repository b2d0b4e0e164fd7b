import type { Day } from '../cells/day.ts'
import type { Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { codesIn } from '../dataset/join-codes.ts'
import type { SnapshotColumns } from '../dataset/states.ts'
import { snapshotScope } from './snapshot-scope.ts'

type InScope = (row: number) => boolean

const everything: InScope = () => true

const unknown = 0
const inside = 1
const outside = 2

/** Whether the opportunities have a deal within the scope, by the code of its ID there. */
const placesOfDeals = (ids: Texts, rows: Uint32Array): Uint8Array => {
  const places = new Uint8Array(ids.labels.length)
  for (const code of ids.codes) places[code] = outside
  for (const row of rows) places[ids.code(row)] = inside
  places[0] = unknown
  return places
}

/** By the owner that the opportunities name; of a deal that they do not have, by `gone`. */
const byOwnerNow = (data: Dataset, ids: Texts, gone: () => InScope): InScope => {
  const [dealIds, rows] = [data.whole.column('deals', 'deal_id'), data.rowsWithin('deals')]
  if (dealIds === null || rows === null) return gone()
  const places = placesOfDeals(dealIds, rows)
  const codes = codesIn(dealIds, ids)
  let goneScope: InScope | null = null
  return (row) => {
    const place = places[codes[ids.code(row)] ?? -1] ?? unknown
    if (place !== unknown) return place === inside
    goneScope ??= gone()
    return goneScope(row)
  }
}

/**
 * Tells which rows of the whole Snapshots table belong to the scope by the setting `owner_scope`: those of the deals
 * that are in it now, or those that were in it then. A deal that is gone is where it was.
 *
 * @param ids the deal IDs of the whole Snapshots table
 */
export const ownedScope = (data: Dataset, ids: Texts): InScope => {
  if (data.scope === null) return everything
  const then = (): InScope => snapshotScope(data)
  return data.settings.owner_scope === 'then' ? then() : byOwnerNow(data, ids, then)
}

/** The row of each deal's last snapshot up to a day, by the code of its ID; -1 where it has none. */
const lastRows = ({ rows, snapshot_at, deal_id }: Omit<SnapshotColumns, 'status_text'>, day: Day): Int32Array => {
  const last = new Int32Array(deal_id.labels.length).fill(-1)
  for (let row = 0; row < rows; row++) {
    const before = last[deal_id.code(row)] ?? -1
    const at = snapshot_at.at(row)
    if (at <= day && (before < 0 || at >= snapshot_at.at(before))) last[deal_id.code(row)] = row
  }
  return last
}

/**
 * Tells which rows of the whole Snapshots table are of deals in the scope, so that the way of a deal is never cut where
 * it was handed over: by its owner now; of a deal that is gone by the last one.
 */
export const followedScope = (data: Dataset, snapshots: Omit<SnapshotColumns, 'status_text'>, asOf: Day): InScope => {
  if (data.scope === null) return everything
  return byOwnerNow(data, snapshots.deal_id, () => {
    const [last, inScope] = [lastRows(snapshots, asOf), snapshotScope(data)]
    return (row) => inScope(last[snapshots.deal_id.code(row)] ?? -1)
  })
}
