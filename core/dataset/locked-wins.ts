import type { Day } from '../cells/day.ts'
import { statusNames, type Numbers, type Statuses, type Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { dayOfSetting } from './day-of-setting.ts'
import { codesIn } from './join-codes.ts'
import { listedStages } from './listed-stages.ts'
import { statusCode } from './status.ts'

/** A deal that was won in a locked period and then reopened. */
export interface LockedWin {
  /** The day it was won, which stays where it was. */
  readonly closing: Day
  /** What it was worth then, in the base currency; NaN where only the deal itself tells. */
  readonly value: number
  /** The day it was reopened, on which it comes off again. */
  readonly reopened: Day
}

/** How a deal stood at one moment, as a snapshot or a change of stage tells. */
interface Moment {
  readonly at: number
  readonly isWon: boolean
  readonly closing: Day
  readonly value: number
}

/** The moments of each deal, by the code of its ID in Opportunities, earliest first. */
type Moments = ReadonlyMap<number, readonly Moment[]>

const momentsOf = (dealIds: Texts, ids: Texts, moment: (row: number) => Moment | null): Moments => {
  const moments = new Map<number, Moment[]>()
  const codes = codesIn(dealIds, ids)
  for (let row = 0; row < ids.length; row++) {
    const deal = codes[ids.code(row)] ?? -1
    const found = deal > 0 ? moment(row) : null
    if (found === null || Number.isNaN(found.at)) continue
    const own = moments.get(deal)
    if (own === undefined) moments.set(deal, [found])
    else own.push(found)
  }
  for (const own of moments.values()) own.sort((a, b) => a.at - b.at)
  return moments
}

const none: Moments = new Map()

/** Snapshots tell what a deal was worth; a deleted deal was not reopened. */
const bySnapshots = (data: Dataset, dealIds: Texts): Moments => {
  const [ids, at, status] = [
    data.column('snapshots', 'deal_id'),
    data.column('snapshots', 'snapshot_at'),
    data.column('snapshots', 'status'),
  ]
  if (ids === null || at === null || status === null) return none
  const [due, value] = [data.column('snapshots', 'close_date'), data.column('snapshots', 'value')]
  const text = data.column('snapshots', 'status_text')
  const removed = text?.find('removed') ?? -1
  return momentsOf(dealIds, ids, (row) => {
    if (text !== null && text.code(row) === removed) return null
    const closing = due === null || due.isBlank(row) ? at.at(row) : due.at(row)
    return { at: at.at(row), isWon: status.isWon(row), closing, value: value?.at(row) ?? NaN }
  })
}

/** Changes of stage tell the day to the day. */
const byHistory = (data: Dataset, dealIds: Texts): Moments => {
  const [ids, at, stage] = [
    data.column('history', 'deal_id'),
    data.column('history', 'changed_at'),
    data.column('history', 'to_stage'),
  ]
  if (ids === null || at === null || stage === null) return none
  const listed = listedStages(data)
  const won = stage.labels.map((label) => (listed?.typeOf(label, '') ?? statusNames[statusCode(label)]) === 'won')
  return momentsOf(dealIds, ids, (row) => ({
    at: at.at(row),
    isWon: won[stage.code(row)] === true,
    closing: Math.floor(at.at(row)),
    value: NaN,
  }))
}

interface Now {
  readonly status: Statuses
  readonly closing: Numbers
  readonly lastStageChange: Numbers | null
  readonly asOf: Day
}

/** When a deal was reopened that its last moment shows as won; `null` where it is won still. */
const reopenedSince = (last: Moment, row: number, locked: Day, { status, closing, lastStageChange, asOf }: Now) => {
  if (status.isWon(row)) return closing.at(row) > locked ? closing.at(row) : null
  const changed = Math.floor(lastStageChange?.at(row) ?? NaN)
  return changed > last.closing ? changed : asOf
}

/** The times that a deal was won by the locked day and then reopened. */
const winsOf = (moments: readonly Moment[], row: number, locked: Day, now: Now): readonly LockedWin[] => {
  const isStill = (closing: Day): boolean => now.status.isWon(row) && now.closing.at(row) === closing
  const wins: LockedWin[] = []
  let held: Moment | null = null
  const close = (reopened: Day | null): void => {
    if (held !== null && reopened !== null && held.closing <= locked && !isStill(held.closing))
      wins.push({ closing: held.closing, value: held.value, reopened })
    held = null
  }
  for (const moment of moments) {
    if (moment.isWon) held = moment
    else close(Math.floor(moment.at))
  }
  if (held !== null) close(reopenedSince(held, row, locked, now))
  return wins
}

/** What a deal was worth when a snapshot last showed it as won by a day; NaN where none does. */
const worthBy = (states: readonly Moment[], day: Day): number => {
  const last = states.filter(({ isWon, at }) => isWon && at <= day).pop()
  return last?.value ?? NaN
}

/** The first row of each deal, by the code of its ID. */
const firstRows = (ids: Texts): ReadonlyMap<number, number> => {
  const rows = new Map<number, number>()
  for (let row = 0; row < ids.length; row++) {
    const deal = ids.code(row)
    if (deal > 0 && !rows.has(deal)) rows.set(deal, row)
  }
  return rows
}

export interface LockedWins {
  /** By the code of the deal's ID in Opportunities. */
  readonly byDeal: ReadonlyMap<number, readonly LockedWin[]>
  /** Whether nothing tells what was won in the past. */
  readonly isUnknown: boolean
}

/**
 * The deals that were won up to the setting `locked_through` and reopened since, as StageHistory tells, or where it says
 * nothing of a deal's winning the Snapshots. `null` where no period is locked.
 *
 * @throws SpmError `setting` for a day that cannot be read
 */
export const readLockedWins = (data: Dataset): LockedWins | null => {
  const locked = dayOfSetting('locked_through', data.settings.locked_through)
  const [ids, status, closing] = [
    data.column('deals', 'deal_id'),
    data.column('deals', 'status'),
    data.column('deals', 'closing'),
  ]
  if (locked === null || ids === null || status === null || closing === null) return null
  const now = { status, closing, lastStageChange: data.column('deals', 'last_stage_change'), asOf: data.asOf }
  const [history, snapshots] = [byHistory(data, ids), bySnapshots(data, ids)]
  const byDeal = new Map<number, readonly LockedWin[]>()
  for (const [deal, row] of firstRows(ids)) {
    const [changes, states] = [history.get(deal) ?? [], snapshots.get(deal) ?? []]
    const wins = winsOf(changes.some(({ isWon }) => isWon) ? changes : states, row, locked, now)
    if (wins.length > 0)
      byDeal.set(
        deal,
        wins.map((win) => (Number.isNaN(win.value) ? { ...win, value: worthBy(states, win.reopened) } : win)),
      )
  }
  return { byDeal, isUnknown: history.size === 0 && snapshots.size === 0 }
}
