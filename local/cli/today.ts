import { dayOf, type Day } from '#core/cells/day'

/** The civil day on this machine's calendar. */
export const civilDay = (moment: Date): Day => dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())
