import { readDateText } from '../cells/date-text.ts'
import type { Day } from '../cells/day.ts'
import { SpmError } from '../errors.ts'

/**
 * The day that a setting holds; `null` where it is blank.
 *
 * @throws SpmError `setting` for a text that is no date
 */
export const dayOfSetting = (key: string, text: string): Day | null => {
  if (text === '') return null
  const serial = /^\d{5}$/.test(text) ? Number(text) : readDateText(text, 'dmy')
  if (serial === null)
    throw new SpmError('setting', `Setting ${key} is "${text}", which is no date. Write it as 2026-03-31.`)
  return Math.floor(serial)
}
