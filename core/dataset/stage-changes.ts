import type { Day } from '../cells/day.ts'
import type { Numbers, Texts } from './columns.ts'

export interface ChangeColumns {
  readonly rows: number
  readonly deal_id: Texts
  readonly changed_at: Numbers
}

/**
 * The row of each deal's last change up to the end of a day, by the code of its ID; -1 where it has none. Of changes at
 * one moment the lowest row in the table is the last.
 */
export const lastChangeBy = ({ rows, deal_id, changed_at }: ChangeColumns, day: Day): Int32Array => {
  const last = new Int32Array(deal_id.labels.length).fill(-1)
  for (let row = 0; row < rows; row++) {
    const at = changed_at.at(row)
    if (!(at < day + 1)) continue
    const deal = deal_id.code(row)
    const before = last[deal] as number
    if (before < 0 || at >= changed_at.at(before)) last[deal] = row
  }
  return last
}

/** The row of each deal's first change after a day, by the code of its ID; -1 where it has none. */
export const firstChangeAfter = ({ rows, deal_id, changed_at }: ChangeColumns, day: Day): Int32Array => {
  const first = new Int32Array(deal_id.labels.length).fill(-1)
  for (let row = 0; row < rows; row++) {
    const at = changed_at.at(row)
    if (!(at >= day + 1)) continue
    const deal = deal_id.code(row)
    const before = first[deal] as number
    if (before < 0 || at < changed_at.at(before)) first[deal] = row
  }
  return first
}
