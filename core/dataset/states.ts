import type { Day } from '../cells/day.ts'
import { rowsWhere, type Numbers, type Texts } from './columns.ts'

export interface SnapshotColumns {
  readonly rows: number
  readonly snapshot_at: Numbers
  readonly deal_id: Texts
  /** `removed` marks a deal that was deleted or merged. */
  readonly status_text: Texts | null
}

/** The days of which there is a snapshot, earliest first. */
export const snapshotDays = ({ snapshot_at }: Pick<SnapshotColumns, 'snapshot_at'>): readonly Day[] =>
  [...new Set(snapshot_at.values)].filter((day) => !Number.isNaN(day)).sort((a, b) => a - b)

/**
 * The row that tells how each deal stood at the end of a day: its last snapshot row at or before it (decisions, rule 14).
 * Deals that were removed by then have none. Rows come in the order of the deals' first appearance.
 */
export const stateAt = ({ rows, snapshot_at, deal_id, status_text }: SnapshotColumns, day: Day): Uint32Array => {
  const last = new Int32Array(deal_id.labels.length).fill(-1)
  for (let row = 0; row < rows; row++) {
    const at = snapshot_at.at(row)
    if (!(at <= day)) continue
    const deal = deal_id.code(row)
    const before = last[deal] as number
    if (before < 0 || at >= snapshot_at.at(before)) last[deal] = row
  }
  const removed = status_text?.find('removed') ?? -1
  return rowsWhere(rows, (row) => last[deal_id.code(row)] === row && status_text?.code(row) !== removed)
}

/**
 * The snapshot that stands for the first day of a month or another period: the latest in the five days up to and
 * including it, else the earliest in the three days after (decisions, rule 16). `null` where there is none.
 */
export const startSnapshot = (days: readonly Day[], first: Day): Day | null => {
  const before = days.filter((each) => each > first - 5 && each <= first)
  const after = days.filter((each) => each > first && each <= first + 3)
  return before[before.length - 1] ?? after[0] ?? null
}
