import { isoDay, type Day } from '#core/cells/day'
import { monthStart, snapshotDays, type SnapshotDay } from './calendar.ts'
import type { Deal, DealState } from './deal.ts'
import { stateBefore } from './replay.ts'

export interface SnapshotRow {
  readonly snapshotId: string
  readonly day: Day
  readonly kind: SnapshotDay['kind']
  readonly packId: string | null
  readonly deal: Deal
  readonly state: DealState
}

/** The first snapshot also holds what was closed in the month before it. */
const beforeTheFirst = monthStart({ year: 2025, month: 10 })

const isKept = (state: DealState, previous: Day): boolean => state.closedAt === null || state.closedAt >= previous

const rowsOf = (deals: readonly Deal[], { day, kind }: SnapshotDay, previous: Day): readonly SnapshotRow[] =>
  deals.flatMap((deal) => {
    const state = stateBefore(deal, day)
    if (state === null || !isKept(state, previous)) return []
    const packId = kind === 'weekly' ? `TEAM-${isoDay(day)}` : null
    return [{ snapshotId: `S-${isoDay(day)}`, day, kind, packId, deal, state }]
  })

/** Open deals, and those closed since the snapshot before, on each day of a snapshot. */
export const snapshotRows = (deals: readonly Deal[]): readonly SnapshotRow[] =>
  snapshotDays.flatMap((snapshot, i) => rowsOf(deals, snapshot, snapshotDays[i - 1]?.day ?? beforeTheFirst))
