import type { Day } from '../cells/day.ts'
import { Texts, type Numbers, type Statuses } from '../dataset/columns.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { firstChangeAfter, lastChangeBy, type ChangeColumns } from '../dataset/stage-changes.ts'
import { stateAt, type SnapshotColumns } from '../dataset/states.ts'
import { numberAt, textAt } from './cell-at.ts'
import { absent, lost, won, type Places } from './places.ts'

/** Where every deal is at one moment, and what it is worth, by the number of the deal. */
export interface Standing {
  readonly place: Uint32Array
  /** NaN where it is not known. */
  readonly value: Float64Array
  /** 1 where it is with an owner outside the scope. */
  readonly away: Uint8Array
}

export interface DealsNow {
  readonly rows: number
  readonly deal_id: Texts
  readonly stage: Texts | null
  readonly status: Statuses | null
  readonly pipeline: Texts | null
  readonly closing: Numbers | null
  readonly created: Numbers | null
  readonly value: Numbers | null
  readonly last_open_stage: Texts | null
}

/**
 * The row of each deal in the table of deals, -1 where it is not in it. Deals of the past have the code of their ID in
 * that past as their number; those that only the table has follow.
 */
export const numberDeals = (past: Texts, deals: Pick<DealsNow, 'rows' | 'deal_id'> | null): Int32Array => {
  const known = past.labels.length
  if (deals === null) return new Int32Array(known).fill(-1)
  const ids = deals.deal_id
  const rowOf = new Int32Array(known + ids.length).fill(-1)
  const codes = codesIn(past, ids)
  let size = known
  for (let row = 0; row < deals.rows; row++) {
    const code = codes[ids.code(row)] ?? -1
    rowOf[code > 0 ? code : size++] = row
  }
  return rowOf.subarray(0, size)
}

const emptyStanding = (size: number): Standing => ({
  place: new Uint32Array(size),
  value: new Float64Array(size).fill(NaN),
  away: new Uint8Array(size),
})

const closedPlace = (status: Statuses | null, row: number): number | null => {
  if (status === null || row < 0) return null
  return status.isWon(row) ? won : status.isLost(row) ? lost : null
}

export interface PastSnapshots extends SnapshotColumns {
  readonly stage: Texts
  readonly status: Statuses | null
  readonly pipeline: Texts | null
  readonly value: Numbers | null
}

export const standingBySnapshots = (
  past: PastSnapshots,
  size: number,
  day: Day,
  places: Places,
  inScope: (row: number) => boolean,
): Standing => {
  const standing = emptyStanding(size)
  for (const row of stateAt(past, day)) {
    const deal = past.deal_id.code(row)
    if (deal === 0) continue
    standing.place[deal] =
      closedPlace(past.status, row) ?? places.inStage(past.stage.at(row), textAt(past.pipeline, row))
    standing.value[deal] = numberAt(past.value, row)
    standing.away[deal] = inScope(row) ? 0 : 1
  }
  return standing
}

/** As the table of deals says. */
export const standingNow = (deals: DealsNow, rowOf: Int32Array, places: Places): Standing => {
  const standing = emptyStanding(rowOf.length)
  rowOf.forEach((row, deal) => {
    if (row < 0) return
    standing.place[deal] =
      closedPlace(deals.status, row) ?? places.inStage(textAt(deals.stage, row), textAt(deals.pipeline, row))
    standing.value[deal] = numberAt(deals.value, row)
  })
  return standing
}

/** Closed by the end of a day, as the table of deals says. */
const closedBy = (deals: DealsNow, row: number, day: Day): number | null =>
  numberAt(deals.closing, row) <= day ? closedPlace(deals.status, row) : null

/** Snapshots need not hold what was closed before the first of them: such deals were closed already. */
export const withClosed = (standing: Standing, deals: DealsNow, rowOf: Int32Array, day: Day): Standing => ({
  ...standing,
  place: standing.place.map((place, deal) =>
    place === absent ? (closedBy(deals, rowOf[deal] ?? -1, day) ?? absent) : place,
  ),
})

export interface StageHistory extends ChangeColumns {
  readonly from_stage: Texts | null
  readonly to_stage: Texts
  readonly amount: Numbers | null
}

/** Where a deal without any change of stage was: in its stage of today, unless it was created later or closed by then. */
const placeWithoutHistory = (deals: DealsNow, row: number, day: Day, places: Places): number => {
  if (row < 0 || numberAt(deals.created, row) >= day + 1) return absent
  const wasOpen = closedPlace(deals.status, row) === null ? deals.stage : deals.last_open_stage
  return closedBy(deals, row, day) ?? places.inStage(textAt(wasOpen, row), textAt(deals.pipeline, row))
}

/** Where a deal was before its first change: in the stage that it left then, if it was there by the end of the day. */
const placeBefore = (left: string, deals: DealsNow, row: number, day: Day, places: Places): number => {
  const created = numberAt(deals.created, row)
  const existed = Number.isNaN(created) ? left !== '' : created < day + 1
  return existed ? places.inStage(left, textAt(deals.pipeline, row)) : absent
}

const noDeals: DealsNow = {
  rows: 0,
  deal_id: new Texts(new Uint32Array(), ['']),
  stage: null,
  status: null,
  pipeline: null,
  closing: null,
  created: null,
  value: null,
  last_open_stage: null,
}

/**
 * As the stage history says for the end of a day. A deal that was closed after its last change of stage is closed from
 * its closing date on.
 */
export const standingByHistory = (
  history: StageHistory,
  deals: DealsNow | null,
  rowOf: Int32Array,
  day: Day,
  places: Places,
): Standing => {
  const standing = emptyStanding(rowOf.length)
  const [before, after] = [lastChangeBy(history, day), firstChangeAfter(history, day)]
  const now = deals ?? noDeals
  const placeOf = (row: number, last: number, next: number): number => {
    if (last < 0 && next < 0) return placeWithoutHistory(now, row, day, places)
    if (last < 0) return placeBefore(textAt(history.from_stage, next), now, row, day, places)
    const closed = next < 0 ? closedBy(now, row, day) : null
    return closed ?? places.inStage(history.to_stage.at(last), textAt(now.pipeline, row))
  }
  for (let deal = 1; deal < rowOf.length; deal++) {
    const [row, last, next] = [rowOf[deal] ?? -1, before[deal] ?? -1, after[deal] ?? -1]
    const own = numberAt(now.value, row)
    standing.place[deal] = placeOf(row, last, next)
    standing.value[deal] = Number.isNaN(own) ? numberAt(history.amount, last) : own
  }
  return standing
}
