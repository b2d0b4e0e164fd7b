import { dayOf, type Day } from '#core/cells/day'

/** The civil day that it is where this runs. */
export const civilToday = (): Day => {
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
