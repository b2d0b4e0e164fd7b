import { SpmError } from '../errors.ts'
import { activityClasses, type ActivityClass } from './activity-words.ts'
import type { Numbers } from './columns.ts'

/** Hours of an activity that states none. */
const usualHours: Readonly<Record<ActivityClass, number>> = {
  meeting: 1,
  demo: 1,
  visit: 2,
  call: 0.25,
  email: 0.1,
  contact: 0.25,
  offer: 1,
  internal: 1,
  system: 0,
}

/** Reads the setting `activity_hours`, such as `meeting=1.5;visit=3`. */
const readSetting = (setting: string): Readonly<Record<ActivityClass, number>> => {
  const hours = { ...usualHours }
  for (const part of setting.split(';')) {
    if (part.trim() === '') continue
    const [word = '', figure = ''] = part.split('=').map((each) => each.trim())
    const found = activityClasses.find((each) => each === word.toLowerCase())
    const size = figure === '' ? NaN : Number(figure)
    if (found === undefined || !(size >= 0 && size <= 24))
      throw new SpmError(
        'setting',
        `Setting activity_hours has "${part.trim()}"; write what an activity counts as (${activityClasses.join(', ')}) and its hours from 0 to 24, such as meeting=1.5.`,
      )
    hours[found] = size
  }
  return hours
}

export interface ActivityHours {
  /** Hours of an activity that counts as this: as stated, else the usual ones. */
  of(row: number, found: ActivityClass): number
  /** Whether an activity states no duration above 0. */
  isUsual(row: number): boolean
}

export const readActivityHours = (stated: Numbers | null, setting: string): ActivityHours => {
  const usual = readSetting(setting)
  const isUsual = (row: number): boolean => stated === null || !(stated.at(row) > 0)
  return { of: (row, found) => (stated === null || isUsual(row) ? usual[found] : stated.at(row)), isUsual }
}
