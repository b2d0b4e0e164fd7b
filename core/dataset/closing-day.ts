import { Numbers, type Statuses } from './columns.ts'

export interface ClosingColumns {
  readonly rows: number
  readonly status: Statuses | null
  readonly closeDate: Numbers | null
  readonly closedAt: Numbers | null
  readonly wonTime: Numbers | null
  readonly lostTime: Numbers | null
}

const at = (column: Numbers | null, row: number): number => column?.at(row) ?? NaN
const firstKnown = (a: number, b: number): number => (Number.isNaN(a) ? b : a)

/** When a closed deal was stamped closed; NaN for an open one, or where the source keeps no such stamp. */
const stampAt = ({ status, closedAt, wonTime, lostTime }: ClosingColumns, row: number): number => {
  if (status?.isClosed(row) !== true) return NaN
  return firstKnown(at(status.isWon(row) ? wonTime : lostTime, row), at(closedAt, row))
}

/** Closed at, else close date, of a closed deal; close date of an open one. A day, without the time (D4). */
export const readClosing = (columns: ClosingColumns): Numbers | null => {
  const { rows, closeDate, closedAt, wonTime, lostTime } = columns
  if (closeDate === null && closedAt === null && wonTime === null && lostTime === null) return null
  const days = new Float64Array(rows)
  for (let row = 0; row < rows; row++) days[row] = Math.floor(firstKnown(stampAt(columns, row), at(closeDate, row)))
  return new Numbers(days)
}
