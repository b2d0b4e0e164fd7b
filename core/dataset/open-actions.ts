import { readStates } from './activity-done.ts'
import type { Numbers, Texts } from './columns.ts'
import { codesIn } from './join-codes.ts'

export interface ActionColumns {
  readonly rows: number
  readonly deal_id: Texts
  readonly status_text: Texts | null
  /** The day on which it was done or dropped. */
  readonly closed: Numbers | null
}

/** Whether an action is open: by its status, else by whether it has a day on which it was closed. */
const readOpen = ({ status_text, closed }: ActionColumns): ((row: number) => boolean) => {
  const stateOf = readStates({ done: null, status_text, cancelled: null })
  return (row) => {
    if (status_text === null || status_text.isBlank(row)) return closed?.isBlank(row) ?? true
    return stateOf(row) === 'open'
  }
}

/** Tells by row of the deals whether anybody has an action about the deal that is open still. */
export const openActions = (actions: ActionColumns, dealIds: Texts): ((row: number) => boolean) => {
  const isOpen = readOpen(actions)
  const codes = codesIn(dealIds, actions.deal_id)
  const deals = new Uint8Array(dealIds.labels.length)
  for (let row = 0; row < actions.rows; row++) {
    const deal = codes[actions.deal_id.code(row)] ?? -1
    if (deal > 0 && isOpen(row)) deals[deal] = 1
  }
  return (row) => deals[dealIds.code(row)] === 1
}
