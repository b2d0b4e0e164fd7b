import type { Day } from '../cells/day.ts'
import { readDay } from './read-args.ts'

/**
 * Days in a text, separated by commas or semicolons; a range of cells arrives as such a text.
 *
 * @throws SpmError `argument` that names what is no date
 */
export const readDays = (name: string, text: string | null): ReadonlySet<Day> =>
  new Set((text ?? '').split(/[,;]/).flatMap((word) => readDay(name, word.trim()) ?? []))
