import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'

/** Rows that each say when a deal was expected to close, as of a moment; in any order. */
export interface DatedRows {
  readonly rows: number
  readonly deal_id: Texts
  readonly at: Numbers
  readonly close_date: Numbers
  /** Where it is known, only rows of open deals count: closing a deal sets its date, which is no push. */
  readonly status: Statuses | null
}

/** What the rows say of each deal, by the code of its ID; NaN where they say nothing. */
interface Trail {
  readonly first: Float64Array
  readonly last: Float64Array
  readonly pushes: Uint32Array
}

/** The rows in order of time; rows of one moment as they stand. Logs are mostly in that order already. */
const inTime = ({ rows, at }: DatedRows): Uint32Array => {
  const order = Uint32Array.from({ length: rows }, (_, row) => row)
  for (let row = 1; row < rows; row++)
    if (!(at.at(row) >= at.at(row - 1))) return order.sort((a, b) => at.at(a) - at.at(b) || a - b)
  return order
}

/** Follows the close date of every deal up to the end of a day. `isPush` compares one date with the next. */
export const followDates = (dated: DatedRows, asOf: Day, isPush: (from: Day, to: Day) => boolean): Trail => {
  const { deal_id, at, close_date, status } = dated
  const size = deal_id.labels.length
  const [first, last] = [new Float64Array(size).fill(NaN), new Float64Array(size).fill(NaN)]
  const pushes = new Uint32Array(size)
  for (const row of inTime(dated)) {
    const date = Math.floor(close_date.at(row))
    if (!(at.at(row) < asOf + 1) || Number.isNaN(date) || status?.isOpen(row) === false) continue
    const deal = deal_id.code(row)
    const before = last[deal] ?? NaN
    if (Number.isNaN(before)) first[deal] = date
    else if (isPush(before, date)) pushes[deal] = (pushes[deal] ?? 0) + 1
    last[deal] = date
  }
  return { first, last, pushes }
}
