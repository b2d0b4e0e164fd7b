import type { Day } from '../cells/day.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import { workdaysIn, type FiscalCalendar } from '../dataset/fiscal-calendar.ts'
import { clip, soFar } from '../dataset/period-parts.ts'
import type { Period } from '../dataset/period.ts'
import { purposes, readPurposes } from '../dataset/purpose.ts'
import { readTargetPeriods } from '../dataset/target-periods.ts'
import { SpmError } from '../errors.ts'
import { GroupSums } from '../math/sum.ts'
import type { Context } from './define.ts'

export interface PlanView {
  readonly rows: number
  readonly person: Texts
  readonly period: Texts
  readonly purpose: Texts
  readonly hours: Numbers
}

/** The days that are asked for, as far as they have passed. */
const spanOf = (period: Period | null, asOf: Day): Period =>
  period === null ? { start: -Infinity, end: asOf, label: 'all dates' } : soFar(period, asOf)

/** The share of a planned period's workdays that lies in the days asked for; of all its days where it has no workday. */
const shareIn = (planned: Period, span: Period, calendar: FiscalCalendar): number => {
  const common = clip(planned, span)
  if (common === null) return 0
  const all = workdaysIn(planned.start, planned.end, calendar)
  return all === 0
    ? (common.end - common.start + 1) / (planned.end - planned.start + 1)
    : workdaysIn(common.start, common.end, calendar) / all
}

const unreadable = ({ data }: Context, row: number, text: string, wanted: string): SpmError => {
  const table = data.table('time_plan')?.name ?? 'TimePlan'
  return new SpmError('unreadable', `"${table}", row ${data.sheetRow('time_plan', row)}: "${text}" is ${wanted}`)
}

/**
 * Planned hours by purpose of the people that count, as far as their periods lie in the one that is asked for: by
 * workdays, and up to as-of.
 */
export const plannedHours = (
  plan: PlanView,
  period: Period | null,
  counts: (person: string) => boolean,
  context: Context,
): GroupSums => {
  const sums = new GroupSums(purposes.length)
  const span = spanOf(period, context.asOf)
  const { start, end, unreadable: odd } = readTargetPeriods(plan.period, null, context.calendar)
  if (odd !== null) throw unreadable(context, odd.row, odd.text, 'no period; write 2026, 2026-Q2, 2026-03 or a date.')
  const purposeOf = readPurposes(plan.purpose)
  for (let row = 0; row < plan.rows; row++) {
    const purpose = purposeOf(row)
    if (purpose === null)
      throw unreadable(context, row, plan.purpose.at(row), `no purpose; write ${purposes.join(', ')}.`)
    if (!counts(context.people.resolve(plan.person.at(row)))) continue
    const planned = { start: start.at(row), end: end.at(row), label: plan.period.at(row) }
    sums.add(purposes.indexOf(purpose), plan.hours.at(row) * shareIn(planned, span, context.calendar))
  }
  return sums
}
