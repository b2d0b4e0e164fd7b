import type { Day } from '../cells/day.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import { lastChangeBy, type ChangeColumns } from '../dataset/stage-changes.ts'
import { isFilled } from './is-filled.ts'
import { numberAt } from './cell-at.ts'

interface Dated {
  readonly deal_id: Texts | null
  readonly created: Numbers | null
  readonly last_stage_change: Numbers | null
}

/** The day of each deal's last change of stage in the history, by row. */
const historyDay = ({ deal_id }: Dated, history: ChangeColumns | null, asOf: Day): ((row: number) => number) => {
  if (history === null || deal_id === null) return () => NaN
  const last = lastChangeBy(history, asOf)
  const codes = deal_id.labels.map((label) => (label === '' ? -1 : history.deal_id.find(label)))
  return (row) => {
    const change = last[codes[deal_id.code(row)] ?? -1] ?? -1
    return change < 0 ? NaN : history.changed_at.at(change)
  }
}

/**
 * The day since which each deal has been in its stage: of its last stage change, else as the history says, else of its
 * creation. NaN where a deal has none of them, or only one after as-of; `null` where neither a column nor a history
 * tells when stages change.
 */
export const stageSince = (
  deals: Dated,
  history: ChangeColumns | null,
  asOf: Day,
): ((row: number) => number) | null => {
  const own = isFilled(deals.last_stage_change) ? deals.last_stage_change : null
  if (own === null && (history === null || deals.deal_id === null)) return null
  const fromHistory = historyDay(deals, history, asOf)
  return (row) => {
    const stated = numberAt(own, row)
    const changed = Number.isNaN(stated) ? fromHistory(row) : stated
    const day = Math.floor(Number.isNaN(changed) ? numberAt(deals.created, row) : changed)
    return day <= asOf ? day : NaN
  }
}
