import type { Numbers } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { contains, type Period } from '../dataset/period.ts'
import { needColumn } from './missing-column.ts'

/** Tells the deals whose closing date lies in a period, and counts those that have none and so lie in no period. */
export interface ClosingTest {
  /** Why a deal is left out, `null` where it is not. */
  leaves(row: number): string | null
  /** Says how many were left out for want of a date; `what` are the deals, such as `Won deals`. */
  noteUndated(note: (text: string) => void, what: string): void
}

const withoutDate = 'without a close date'

/** Without a period every deal counts, dated or not; with one there must be a column of dates. */
export const closingIn = (period: Period | null, closing: Numbers | null, data: Dataset): ClosingTest => {
  const days = period === null ? null : needColumn(data, 'deals', 'closing', closing)
  const elsewhere = `closing date outside ${period?.label ?? ''}`
  let undated = 0
  return {
    leaves: (row) => {
      if (days === null || contains(period, days.at(row))) return null
      if (!days.isBlank(row)) return elsewhere
      undated++
      return withoutDate
    },
    noteUndated: (note, what) => {
      if (undated > 0) note(`${what} without a close date, which count in no period: ${undated}.`)
    },
  }
}
