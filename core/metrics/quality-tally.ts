import { SpmError } from '../errors.ts'
import { GroupCounts } from '../math/sum.ts'
import type { QualityCheck } from './quality-checks.ts'

/** What one check found in each group. */
export interface Tally {
  readonly kind: 'tally'
  readonly check: QualityCheck
  readonly applied: GroupCounts
  readonly failed: GroupCounts
  /** The first row that failed in each group; -1 where none did. */
  readonly first: Int32Array
}

/** A check that cannot be made, with the reason. */
export interface Unable {
  readonly kind: 'unable'
  readonly check: QualityCheck
  readonly reason: string
}

/** A check for which the column, or the table to compare with, is not there. */
export interface NothingToCheck {
  readonly kind: 'nothing'
  readonly check: QualityCheck
}

export type Outcome = Tally | Unable | NothingToCheck

interface GroupedRows {
  readonly rows: number
  readonly size: number
  groupOf(row: number): number
}

/** Runs one check over all rows, and marks in `wrong` the rows that fail. */
export const tally = (check: QualityCheck, { rows, size, groupOf }: GroupedRows, wrong: Uint8Array): Outcome => {
  try {
    const test = check.prepare()
    if (test === null) return { kind: 'nothing', check }
    const applied = new GroupCounts(size)
    const failed = new GroupCounts(size)
    const first = new Int32Array(size).fill(-1)
    for (let row = 0; row < rows; row++) {
      if (!test.applies(row)) continue
      const group = groupOf(row)
      applied.add(group)
      if (!test.fails(row)) continue
      failed.add(group)
      wrong[row] = 1
      if (first[group] === -1) first[group] = row
    }
    return { kind: 'tally', check, applied, failed, first }
  } catch (error) {
    if (error instanceof SpmError) return { kind: 'unable', check, reason: error.message }
    throw error
  }
}
