import { readClasses } from '../dataset/activity-class.ts'
import { readDone, type DoneColumns } from '../dataset/activity-done.ts'
import type { ActivityClass } from '../dataset/activity-words.ts'
import type { Texts } from '../dataset/columns.ts'
import { contains, type Period } from '../dataset/period.ts'
import type { Context } from './define.ts'
import type { Grouping } from './grouping.ts'
import { needColumn } from './missing-column.ts'

export interface ActivityColumns extends DoneColumns {
  readonly type: Texts | null
  readonly class: Texts | null
  readonly owner: Texts | null
  readonly activity_id: Texts | null
}

/** The activities that people have done. */
export interface HeldActivities {
  /**
   * Hands over, in their order, the activities that count and that `leaves` does not leave out, each with what it counts
   * as. `leaves` says why one is left out, `null` where it is not; `before` says it of rows that are not looked at.
   */
  each(
    leaves: (row: number, found: ActivityClass) => string | null,
    use: (row: number, found: ActivityClass) => void,
    before?: (row: number) => string | null,
  ): void
  noteLeftOut(): void
}

/** An activity that stands in several rows, one for each of its deals, counts once for each person in each group. */
const readRepeats = (ids: Texts | null, owner: Texts | null, groups: Grouping): ((row: number) => boolean) => {
  if (ids === null) return () => false
  let filled = 0
  for (let row = 0; row < ids.length; row++) if (!ids.isBlank(row)) filled++
  if (filled < ids.labels.length) return () => false
  const owners = owner?.labels.length ?? 1
  const seen = new Set<number>()
  return (row) => {
    if (ids.isBlank(row)) return false
    const key = (ids.code(row) * owners + (owner?.code(row) ?? 0)) * groups.size + (groups.of[row] ?? 0)
    const before = seen.size
    return seen.add(key).size === before
  }
}

const manyTypes = 5

/** Names the types that nothing tells the meaning of, the most frequent first. */
const noteUnknown = (type: Texts, counts: Uint32Array, note: (text: string) => void): void => {
  const types = type.labels.flatMap((label, code) => (counts[code] === 0 ? [] : [{ label, count: counts[code] ?? 0 }]))
  if (types.length === 0) return
  const total = types.reduce((sum, { count }) => sum + count, 0)
  const most = types.sort((a, b) => b.count - a.count).slice(0, manyTypes)
  const names = most.map(({ label, count }) => `"${label === '' ? '(blank)' : label}" (${count})`).join(', ')
  const example = most[0]?.label === '' ? 'Plant tour' : (most[0]?.label ?? '')
  note(
    `Activities of a type that is not known, which are left out: ${total}, namely ${names}${types.length > manyTypes ? ' and others' : ''}. Say what they count as in the setting activity_types, such as ${example}=meeting.`,
  )
}

/** The done activities of a period. Those made by the system, and those of an unknown type, are counted in notes. */
export const heldActivities = (
  activities: ActivityColumns,
  groups: Grouping,
  period: Period | null,
  { data, asOf, settings, note, sift }: Context,
): HeldActivities => {
  const { date } = activities
  const type = activities.type ?? activities.class ?? needColumn<Texts>(data, 'activities', 'type', null)
  const isDone = readDone(activities, asOf)
  const classify = readClasses(activities.type, activities.class, settings.activity_types)
  const isRepeat = readRepeats(activities.activity_id, activities.owner, groups)
  const unknown = new Uint32Array(type.labels.length)
  let [systemMade, repeats] = [0, 0]
  /** Why an activity that counts as this does not count after all. */
  const leavesAs = (row: number, found: ActivityClass | null): string | null => {
    if (found === null) {
      unknown[type.code(row)] = (unknown[type.code(row)] ?? 0) + 1
      return 'of a type that is not known'
    }
    if (found === 'system') {
      systemMade++
      return 'made by the system'
    }
    if (!isRepeat(row)) return null
    repeats++
    return 'repeats an activity of the same person'
  }
  return {
    each: (leaves, use, before = () => null) => {
      const last: { found: ActivityClass | null } = { found: null }
      const test = sift('activities', (row) => {
        const early = before(row)
        if (early !== null) return early
        if (!contains(period, date.at(row))) return period === null ? 'without a day' : `outside ${period.label}`
        if (!isDone(row)) return 'not done'
        const found = classify(row)
        last.found = found
        return leavesAs(row, found) ?? (found === null ? null : leaves(row, found))
      })
      for (let row = 0; row < date.length; row++) if (test(row) === null && last.found !== null) use(row, last.found)
    },
    noteLeftOut: () => {
      if (systemMade > 0) note(`Activities made by the system, not by a person, which are left out: ${systemMade}.`)
      if (repeats > 0) note(`Rows that repeat an activity of the same person, which are left out: ${repeats}.`)
      noteUnknown(type, unknown, note)
    },
  }
}
