import type { Day } from '../cells/day.ts'
import { workdaysIn } from '../dataset/fiscal-calendar.ts'
import { periodAround, type FiscalCalendar, type Period } from '../dataset/period.ts'
import type { Quoted } from '../dataset/quota.ts'
import { deals } from '../dataset/tables/deals.ts'
import { SpmError } from '../errors.ts'
import { defineMetric } from './define.ts'
import type { Grouping } from './grouping.ts'
import { noteUncovered, openQuota } from './open-quota.ts'
import { common, from } from './params.ts'
import { targetGroups } from './target-groups.ts'
import { targetTable } from './target-table.ts'
import { known, noAnswer, ratio } from './value.ts'
import { wonByGroup } from './won-by-group.ts'

/** What days are counted by. */
interface Counting {
  readonly phasing: 'days' | 'workdays'
  readonly calendar: FiscalCalendar
}

/** Less than half a cent is nothing. */
const nothing = 0.005

/** The first day from `low` to `high` for which a test holds that, once it holds, holds for all later days. */
const firstDay = (low: Day, high: Day, holds: (day: Day) => boolean): Day => {
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Whole days; where Calendar tells the workdays of a period, a part of it may have a part of one. */
const daysBetween = (after: Day, upTo: Day, { phasing, calendar }: Counting): number =>
  phasing === 'days' ? upTo - after : Math.round(workdaysIn(after + 1, upTo, calendar))

/**
 * Whole days between as-of and the day for which the target to date is what has been won, up to the end of the year;
 * negative where that day is past.
 */
const daysAhead = (actual: number, year: Period, counting: Counting, until: (day: Day) => number): number => {
  const { asOf } = counting.calendar
  if (until(asOf) - actual < nothing) {
    const beyond = firstDay(asOf + 1, year.end + 1, (day) => until(day) - actual >= nothing)
    return daysBetween(asOf, beyond - 1, counting)
  }
  const reached = firstDay(year.start - 1, asOf, (day) => until(day) - actual > -nothing)
  return reached === asOf ? 0 : -daysBetween(reached, asOf, counting)
}

const refuseTime = (by: Grouping | null): void => {
  if (by?.inTime === true)
    throw new SpmError(
      'argument',
      'PACE is about the year so far: split it by owner or team, not by a part of the year.',
    )
}

const orZero = ({ value }: Quoted): number => (Number.isNaN(value) ? 0 : value)

/** Why nothing can be compared with a target; empty where it can. */
const whyNot = ({ value, why }: Quoted): string => (value === 0 ? 'The target so far is 0: deliberately none.' : why)

export const pace = defineMetric({
  name: 'PACE',
  title: 'Pace',
  family: 'forecast',
  about: 'Whether what has been won this year is ahead of the target so far or behind it.',
  variant:
    'won from the first day of the fiscal year to as_of ÷ target of the same days; elapsed = workdays so far ÷ workdays of the year; days ahead = whole days from as_of to the day for which the target to date is what has been won, at most to the end of the year',
  params: {
    deals: from(deals, ['status', 'value', 'closing']),
    targets: targetTable,
    asOf: common.asOf,
    by: { ...common.by, about: 'Split by owner (or person), team, region, product, segment or type.' },
    phasing: {
      type: 'choice',
      values: ['days', 'workdays'],
      default: 'days',
      about:
        'How a target of which only a part is past is shared out, and in what days ahead are counted: calendar days or workdays: those of the table Calendar, else Monday to Friday.',
    },
  },
  columns: {
    actual: { label: 'Won so far', kind: 'money' },
    target: { label: 'Target so far', kind: 'money' },
    index: { label: 'Index', kind: 'ratio' },
    elapsed: { label: 'Year elapsed', kind: 'percent' },
    ahead: { label: 'Days ahead', kind: 'days' },
  },
  scalar: 'index',
  rank: 'actual',
  chart: { kind: 'bar', category: 'by', series: ['index'] },
  exchange: 'plan',
  books: true,
  sources: ['E-14', 'DY4', 'LK2'],
  compute({ deals, targets, asOf, by, phasing }, context) {
    refuseTime(by)
    const { calendar, note } = context
    const year = periodAround(asOf, 'year', calendar)
    const counted: Period = { start: year.start, end: asOf, label: `${year.label} to date` }
    const quota = openQuota(targets, context, phasing)
    noteUncovered(quota, counted, by, note)
    const working = (end: Day): number => workdaysIn(year.start, end, calendar)
    const elapsed = ratio(working(asOf), working(year.end), 'The year has no workdays.')
    const { counts, values } = wonByGroup(deals, by, counted, context)
    const lines = targetGroups(by, counts, quota, { period: counted, counted, calendar })
    return lines.map(({ key, deals: group, target, targetIn }) => {
      const actual = values.at(group)
      const reason = whyNot(target)
      const until = (day: Day): number => orZero(targetIn({ ...counted, end: day }))
      return {
        group: key,
        actual,
        target: known(target.value, target.why),
        index: reason === '' ? actual / target.value : noAnswer(reason),
        elapsed,
        ahead: reason === '' ? daysAhead(actual, year, { phasing, calendar }, until) : noAnswer(reason),
      }
    })
  },
})
