import { isoDay, type Day } from '../cells/day.ts'
import { snapshotDays, stateAt, type SnapshotColumns } from '../dataset/states.ts'
import { SpmError } from '../errors.ts'
import type { Param } from './params.ts'

/** The two days that are compared. */
export const lookParams = {
  from: {
    type: 'day',
    about: 'The day at whose end the first look is taken. Left out, the day of the last snapshot before the second.',
  },
  to: {
    type: 'day',
    about: 'The day at whose end the second look is taken. Left out, the day of the last snapshot up to as-of.',
  },
} as const satisfies Readonly<Record<string, Param>>

interface Wish {
  readonly from: Day | null
  readonly to: Day | null
  readonly asOf: Day
}

/** The snapshot row that tells how each deal stood, by the code of its ID; -1 where it was not there. */
export interface TwoLooks {
  readonly from: Day
  readonly to: Day
  readonly before: Int32Array
  readonly after: Int32Array
}

const noDay = (text: string): SpmError => new SpmError('argument', text)

const secondDay = (days: readonly Day[], { to, asOf }: Wish): Day => {
  const last = to ?? days.filter((day) => day <= asOf).at(-1)
  if (last !== undefined) return last
  throw new SpmError('no-answer', `There is no snapshot at or before ${isoDay(asOf)}. Take one, or name a later day.`)
}

const firstDay = (days: readonly Day[], { from }: Wish, end: Day): Day => {
  const first = from ?? days.filter((day) => day < end).at(-1)
  if (first === undefined)
    throw new SpmError(
      'no-answer',
      `There is no snapshot before ${isoDay(end)} to compare with. Take a later day as to.`,
    )
  if (first >= end)
    throw noDay(`from is ${isoDay(first)}; it must lie before ${isoDay(end)}, the day of the second look.`)
  const earliest = days[0] ?? Infinity
  if (earliest <= first) return first
  throw new SpmError(
    'no-answer',
    `There is no snapshot at or before ${isoDay(first)}; the first is of ${isoDay(earliest)}. Take a later day as from.`,
  )
}

/** The last row of each deal at or before a day, by the code of its ID; rows without an ID are no deal. */
export const lookAt = (past: SnapshotColumns, day: Day): Int32Array => {
  const rowOf = new Int32Array(past.deal_id.labels.length).fill(-1)
  for (const row of stateAt(past, day)) rowOf[past.deal_id.code(row)] = row
  rowOf[0] = -1
  return rowOf
}

/** Rows that a later row of the same deal and day replaces. */
const repeatsIn = ({ rows, deal_id, snapshot_at }: SnapshotColumns, look: Int32Array): number => {
  let count = 0
  for (let row = 0; row < rows; row++) {
    const counted = look[deal_id.code(row)] ?? -1
    if (counted >= 0 && counted !== row && snapshot_at.at(counted) === snapshot_at.at(row)) count++
  }
  return count
}

/** The deals as they stood at the end of two days. What the snapshots leave open is said. */
export const takeLooks = (past: SnapshotColumns, wish: Wish, note: (text: string) => void): TwoLooks => {
  const days = snapshotDays(past)
  const to = secondDay(days, wish)
  const from = firstDay(days, wish, to)
  const looks = { from, to, before: lookAt(past, from), after: lookAt(past, to) }
  note(`From the end of ${isoDay(from)} to the end of ${isoDay(to)}.`)
  const repeats = repeatsIn(past, looks.after) + repeatsIn(past, looks.before)
  if (repeats > 0) note(`Snapshot rows that a later row of the same deal and day replaces: ${repeats}.`)
  return looks
}
