import type { Numbers, Statuses } from '../dataset/columns.ts'
import type { Period } from '../dataset/period.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { closingIn } from './closing-in.ts'
import type { Context } from './define.ts'
import type { Grouping } from './grouping.ts'

interface Deals {
  readonly rows: number
  readonly status: Statuses
  readonly closing: Numbers
  readonly value: Numbers
}

export interface WonByGroup {
  readonly counts: GroupCounts
  readonly values: GroupSums
}

/** What was won in a period, by group; with a group more, for targets without any deal. */
export const wonByGroup = (
  deals: Deals,
  by: Grouping | null,
  period: Period,
  { data, note, sift }: Context,
): WonByGroup => {
  const size = (by?.size ?? 1) + 1
  const counts = new GroupCounts(size)
  const values = new GroupSums(size)
  const closing = closingIn(period, deals.closing, data)
  const leaves = sift('deals', (row) => (deals.status.isWon(row) ? closing.leaves(row) : 'not won'))
  for (let row = 0; row < deals.rows; row++) {
    if (leaves(row) !== null) continue
    const group = by?.of[row] ?? 0
    counts.add(group)
    values.add(group, deals.value.at(row))
  }
  closing.noteUndated(note, 'won deals')
  return { counts, values }
}
