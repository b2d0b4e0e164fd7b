import { periodAround, type FiscalCalendar, type Period } from '../dataset/period.ts'
import { common } from './params.ts'

/** A period that is the current quarter where none is given. */
export const quarterPeriod = {
  ...common.period,
  about: `${common.period.about.replace(' Left out, all dates.', '')} Left out, the fiscal quarter that holds as_of.`,
} as const

/** The given period, else the fiscal quarter that holds as-of, which the note names. */
export const orCurrentQuarter = (
  period: Period | null,
  calendar: FiscalCalendar,
  note: (text: string) => void,
): Period => {
  if (period !== null) return period
  const quarter = periodAround(calendar.asOf, 'quarter', calendar)
  note(`No period was given: the answer is for the current quarter, ${quarter.label}.`)
  return quarter
}
