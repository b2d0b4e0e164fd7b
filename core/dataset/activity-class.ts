import { SpmError } from '../errors.ts'
import { activityClasses, classOfWord, type ActivityClass } from './activity-words.ts'
import type { Texts } from './columns.ts'
import { headerKey } from './header.ts'

const readClass = (word: string): ActivityClass | null =>
  activityClasses.find((each) => each === word.trim().toLowerCase()) ?? null

/** Reads the setting `activity_types`, such as `Site visit=meeting;Auto mail=system`. */
const readMapping = (setting: string): ReadonlyMap<string, ActivityClass> => {
  const mapping = new Map<string, ActivityClass>()
  for (const part of setting.split(';')) {
    if (part.trim() === '') continue
    const at = part.lastIndexOf('=')
    const found = at < 1 ? null : readClass(part.slice(at + 1))
    if (found === null)
      throw new SpmError(
        'setting',
        `Setting activity_types has "${part.trim()}"; write a type and what it counts as (${activityClasses.join(', ')}), such as Site visit=meeting.`,
      )
    mapping.set(headerKey(part.slice(0, at)), found)
  }
  return mapping
}

/**
 * What each activity counts as: what its own class says, else the setting `activity_types`, else the common words for
 * its type. `null` where none of them tells.
 */
export const readClasses = (
  type: Texts | null,
  own: Texts | null,
  setting: string,
): ((row: number) => ActivityClass | null) => {
  const mapping = readMapping(setting)
  const byType = type?.labels.map((label) => mapping.get(headerKey(label)) ?? classOfWord(label)) ?? []
  const byOwn = own?.labels.map(readClass) ?? []
  return (row) => byOwn[own?.code(row) ?? 0] ?? byType[type?.code(row) ?? 0] ?? null
}
