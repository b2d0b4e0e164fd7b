import { isoDay } from '../cells/day.ts'
import { bookedOf } from '../dataset/booked.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { dayOfSetting } from '../dataset/day-of-setting.ts'
import { readLockedWins, type LockedWins } from '../dataset/locked-wins.ts'

const known = new WeakMap<Dataset, LockedWins | null>()

/** Worked out once for all scopes and credits of the same tables. */
const lockedWins = (data: Dataset): LockedWins | null => {
  const deals = data.whole.byDeal()
  const found = known.get(deals) ?? readLockedWins(deals)
  known.set(deals, found)
  return found
}

/** Won deals as the books have them: what was won in a locked period stays there, and is corrected when it is reopened. */
export const booksFor = (data: Dataset, note: (text: string) => void): Dataset => {
  const wins = lockedWins(data)
  if (wins === null) return data
  const day = isoDay(dayOfSetting('locked_through', data.settings.locked_through) ?? data.asOf)
  if (wins.isUnknown) {
    note(
      `Periods are locked through ${day}, but neither StageHistory nor Snapshots tell what was won by then: a deal that was reopened since is missing from its period.`,
    )
    return data
  }
  const booked = bookedOf(data, wins)
  const deals = new Set(Array.from(booked.credits?.rows.subarray(data.rows('deals')) ?? [])).size
  if (booked !== data)
    note(
      `Deals that were won by ${day}, where periods are locked, and reopened since stay in their period and come off on the day they were reopened: ${deals}.`,
    )
  return booked
}
