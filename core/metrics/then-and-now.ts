import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { headerKey } from '../dataset/header.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { stateAt } from '../dataset/states.ts'

interface Staged {
  readonly stage: Texts
  readonly pipeline: Texts | null
}

export interface PastDeals extends Staged {
  readonly rows: number
  readonly deal_id: Texts
  readonly snapshot_at: Numbers
  readonly status: Statuses | null
  readonly status_text: Texts | null
}

/** The row of the snapshots that tells how each deal stood at the end of a day, by row of the deals; -1 without one. */
export const pastRows = (ids: Texts, past: PastDeals, day: Day): Int32Array => {
  const rowOf = new Int32Array(past.deal_id.labels.length).fill(-1)
  for (const row of stateAt(past, day)) rowOf[past.deal_id.code(row)] = row
  const codes = codesIn(past.deal_id, ids)
  return Int32Array.from(ids.codes, (code) => rowOf[codes[code] ?? -1] ?? -1)
}

/** Whether a deal's stage now is the one that a snapshot shows; a former name of a stage is that stage. */
export const sameStage = (now: Staged, past: Staged, data: Dataset): ((row: number, then: number) => boolean) => {
  const order = stageOrderOf(data)
  const [places, before] = [order?.positions(now.stage, now.pipeline), order?.positions(past.stage, past.pipeline)]
  const [keys, keysBefore] = [now.stage.labels.map(headerKey), past.stage.labels.map(headerKey)]
  return (row, then) => {
    const [place, placeBefore] = [places?.[row] ?? -1, before?.[then] ?? -1]
    return place >= 0 || placeBefore >= 0
      ? place === placeBefore
      : keys[now.stage.code(row)] === keysBefore[past.stage.code(then)]
  }
}
