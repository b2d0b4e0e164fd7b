import type { Day } from '../cells/day.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { lastChangeBy } from '../dataset/stage-changes.ts'
import { history } from '../dataset/tables/history.ts'
import { numberAt } from './cell-at.ts'
import { isFilled } from './is-filled.ts'
import { maybe } from './params.ts'

/** The StageHistory, of which nothing is read before a deal does not say itself when its stage changed. */
export const historyOfDeals = maybe(history, [], ['deal_id', 'changed_at'])

interface HistoryView {
  readonly rows: number
  readonly deal_id: Texts | null
  readonly changed_at: Numbers | null
}

interface Dated {
  readonly deal_id: Texts | null
  readonly created: Numbers | null
  readonly last_stage_change: Numbers | null
}

type DayOf = (row: number) => number

/** The moment of each deal's last change of stage up to as-of, by row; `null` where no history tells. */
const changeInHistory = ({ deal_id: ids }: Dated, view: HistoryView | null, asOf: Day): DayOf | null => {
  if (view?.deal_id == null || view.changed_at === null || ids === null) return null
  const { rows, deal_id, changed_at } = view
  const last = lastChangeBy({ rows, deal_id, changed_at }, asOf)
  const codes = codesIn(deal_id, ids)
  return (row) => numberAt(changed_at, last[codes[ids.code(row)] ?? -1] ?? -1)
}

/**
 * The day since which each deal has been in its stage: of its last stage change, else as the history says, else of its
 * creation. NaN where a deal has none of them, or only one after as-of; `null` where neither a column nor a history
 * tells when stages change.
 */
export const stageSince = (deals: Dated, history: HistoryView | null, asOf: Day): DayOf | null => {
  const own = isFilled(deals.last_stage_change) ? deals.last_stage_change : null
  let fromHistory = own === null ? changeInHistory(deals, history, asOf) : undefined
  if (fromHistory === null) return null
  return (row) => {
    let moment = numberAt(own, row)
    if (Number.isNaN(moment)) {
      if (fromHistory === undefined) fromHistory = changeInHistory(deals, history, asOf)
      moment = fromHistory?.(row) ?? NaN
    }
    const day = Math.floor(Number.isNaN(moment) ? numberAt(deals.created, row) : moment)
    return day <= asOf ? day : NaN
  }
}
