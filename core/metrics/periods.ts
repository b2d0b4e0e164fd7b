import { weekdayOf, type Day } from '../cells/day.ts'
import { workdaysIn } from '../dataset/fiscal-calendar.ts'
import { partsOf } from '../dataset/period-parts.ts'
import { fiscalYear, periodAround, type FiscalCalendar, type Grain, type Period } from '../dataset/period.ts'
import { readDays } from './day-list.ts'
import { defineMetric } from './define.ts'

/** An ISO week belongs to the year that holds its middle day. */
const isoWeeksOf = (year: Period, calendar: FiscalCalendar): readonly Period[] => {
  const weeks: Period[] = []
  for (let day = year.start; day <= year.end + 6; day += 7) {
    const week = periodAround(day, 'week', calendar)
    const middle = week.start + 3
    if (middle >= year.start && middle <= year.end) weeks.push(week)
  }
  return weeks
}

const periodsOf = (year: Period, grain: Grain, calendar: FiscalCalendar): readonly Period[] =>
  grain === 'week' && calendar.weeks === null && calendar.listed?.has('week') !== true
    ? isoWeeksOf(year, calendar)
    : partsOf(year, grain, calendar)

/** As the table Calendar says of this very period; NaN where it does not. */
const listed = ({ start, end, label }: Period, grain: Grain, calendar: FiscalCalendar, what: 'weeks' | 'workdays') => {
  const found = calendar.listed?.named(label, grain) ?? null
  return found?.start === start && found.end === end ? found[what] : NaN
}

/** Those of the table Calendar, which knows the holidays; else Monday to Friday without the holidays. */
const workdaysOf = (period: Period, grain: Grain, holidays: readonly Day[], calendar: FiscalCalendar): number => {
  const own = listed(period, grain, calendar, 'workdays')
  if (!Number.isNaN(own)) return own
  const { start, end } = period
  return workdaysIn(start, end, calendar) - holidays.filter((day) => day >= start && day <= end).length
}

const weeksOf = (period: Period, grain: Grain, calendar: FiscalCalendar): number => {
  const own = listed(period, grain, calendar, 'weeks')
  return Number.isNaN(own) ? (period.end - period.start + 1) / 7 : own
}

export const periods = defineMetric({
  name: 'PERIODS',
  title: 'Periods of a year',
  family: 'targets',
  about: 'The quarters, months or weeks of a fiscal year, with their first and last days and their workdays.',
  variant:
    'periods of the fiscal year with that name, by the table Calendar, else by the settings fiscal_start_month, fiscal_name, calendar and week_start; weeks and workdays as Calendar says, else days ÷ 7 and Monday to Friday without the holidays; an ISO week is listed in the year that holds its Thursday; a 53rd week of a year of weeks belongs to its last period',
  params: {
    year: {
      type: 'number',
      default: null,
      minimum: 1901,
      whole: true,
      about: 'The fiscal year, by its name, such as 2026. Left out, the one that holds the as-of day.',
    },
    grain: {
      type: 'choice',
      values: ['month', 'quarter', 'week', 'year'],
      default: 'month',
      about: 'How long each period lasts.',
    },
    holidays: {
      type: 'text',
      about: 'Days that are no workdays: a range of dates, or dates with commas. Left out, none.',
    },
  },
  columns: {
    label: { label: 'Period', kind: 'text' },
    start: { label: 'Start', kind: 'date' },
    end: { label: 'End', kind: 'date' },
    weeks: { label: 'Weeks', kind: 'decimal' },
    workdays: { label: 'Workdays', kind: 'count' },
  },
  sources: ['SF6'],
  compute({ year, grain, holidays }, { asOf, calendar }) {
    const whole = year === null ? periodAround(asOf, 'year', calendar) : fiscalYear(year, calendar)
    const free = [...readDays('holidays', holidays)].filter((day) => weekdayOf(day) < 5)
    return periodsOf(whole, grain, calendar).map((period) => ({
      ...period,
      weeks: weeksOf(period, grain, calendar),
      workdays: workdaysOf(period, grain, free, calendar),
    }))
  },
})
