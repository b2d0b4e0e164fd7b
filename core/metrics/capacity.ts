import { workdays } from '../cells/day.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import { nameKey } from '../dataset/people.ts'
import { partsOf } from '../dataset/period-parts.ts'
import { periodAround, type FiscalCalendar, type Period } from '../dataset/period.ts'
import { people } from '../dataset/tables/people.ts'
import { rampPlans } from '../dataset/tables/ramp-plans.ts'
import { SpmError } from '../errors.ts'
import { rampedMonths, type RampPlan } from '../targets/ramp.ts'
import { numberAt, textAt } from './cell-at.ts'
import { defineMetric, type Context } from './define.ts'
import { needShare } from './need-number.ts'
import { common, from, maybe, type Inputs } from './params.ts'

const params = {
  people: from(people, ['person'], ['start', 'end', 'fte', 'hours_week', 'ramp_plan', 'level', 'manager']),
  rampPlans: maybe(rampPlans, ['plan', 'month_no', 'pct']),
  period: {
    ...common.period,
    about: `${common.period.about.replace(' Left out, all dates.', '')} Left out, the fiscal year that holds as_of.`,
  },
  asOf: common.asOf,
  absence: {
    type: 'number',
    default: 0,
    minimum: 0,
    about: 'The share of working time that people are away: 0.1 for 10%.',
  },
  sellingShare: {
    type: 'number',
    default: 1,
    minimum: 0,
    about: 'The share of the hours that is for selling: 0.4 for 40%.',
  },
} as const

type In = Inputs<typeof params>

/** The plans by the key of their names: the share of full speed in the first, second … month. */
const plansOf = (view: In['rampPlans']): ReadonlyMap<string, RampPlan> => {
  const plans = new Map<string, number[]>()
  if (view === null) return plans
  for (let row = 0; row < view.rows; row++) {
    const month = view.month_no.at(row)
    if (!Number.isInteger(month) || month < 1) continue
    const key = nameKey(view.plan.at(row))
    const plan = plans.get(key) ?? []
    plan[month - 1] = view.pct.at(row)
    plans.set(key, plan)
  }
  return new Map([...plans].map(([key, plan]) => [key, filled(plan)]))
}

/** A month that the plan leaves out is as the one before it, the first one at 0. */
const filled = (plan: readonly number[]): RampPlan => {
  let last = 0
  return Array.from({ length: plan.length }, (_, i) => {
    const value = plan[i]
    if (value !== undefined && !Number.isNaN(value)) last = value
    return last
  })
}

const orElse = (value: number, fallback: number): number => (Number.isNaN(value) ? fallback : value)

/** How many whole months lie between the month of the start and the first one that is looked at. */
const monthsBefore = (start: number, first: Period, calendar: FiscalCalendar): number => {
  if (start > first.end) return 0
  let [count, month] = [0, periodAround(start, 'month', calendar)]
  while (month.end < first.start) {
    count++
    month = periodAround(month.end + 1, 'month', calendar)
  }
  return count
}

interface Months {
  readonly periods: readonly Period[]
  readonly calendar: FiscalCalendar
}

/** The month of the start, counted from the first one of the period; long ago counts as fully up to speed. */
const startMonth = (start: number, plan: RampPlan, { periods, calendar }: Months): number | null => {
  const [first] = periods
  if (Number.isNaN(start) || first === undefined) return null
  if (start < first.start)
    return first.start - start > (plan.length + 1) * 35 ? null : -monthsBefore(start, first, calendar)
  const index = periods.findIndex((period) => start <= period.end)
  return index < 0 ? periods.length : index
}

/** The part of a month's workdays from the first to the last day in the role. */
const presence = (month: Period, start: number, end: number): number => {
  const days = workdays(month.start, month.end)
  const there = workdays(Math.max(month.start, orElse(start, month.start)), Math.min(month.end, orElse(end, month.end)))
  return days === 0 ? 0 : there / days
}

/** Those who sell: level seller, or without a level nobody's manager. */
const sellersOf = (level: Texts | null, view: In['people'], { people: directory, note }: Context) => {
  const sells = (row: number): boolean => {
    const word = textAt(level, row)
    return word === '' ? !directory.hasReports(view.person.at(row)) : word === 'seller'
  }
  const rows = Array.from({ length: view.rows }, (_, row) => row).filter((row) => view.person.at(row) !== '')
  const sellers = rows.filter(sells)
  if (sellers.length < rows.length)
    note(`People who lead others, or have another level than seller, are left out: ${rows.length - sellers.length}.`)
  if (sellers.length === 0)
    throw new SpmError('no-answer', 'People have nobody who sells: all of them lead others, or have another level.')
  return sellers
}

const notePlans = (
  view: In['people'],
  sellers: readonly number[],
  plans: ReadonlyMap<string, RampPlan>,
  note: Context['note'],
): void => {
  const missing = new Set(
    sellers.map((row) => textAt(view.ramp_plan, row)).filter((name) => name !== '' && !plans.has(nameKey(name))),
  )
  if (missing.size > 0)
    note(`RampPlans have no plan ${[...missing].join(', ')}; these people count as fully up to speed.`)
}

const hoursPerDay = (hoursWeek: Numbers | null, row: number): number => orElse(numberAt(hoursWeek, row), 40) / 5

export const capacity = defineMetric({
  name: 'CAPACITY',
  title: 'Capacity',
  family: 'targets',
  about:
    'How many sellers there are month by month, each by how far up to speed, and how many hours they have for selling.',
  variant:
    'heads: sellers with a workday in the month; ramped equivalents: Σ share of a full-time job × ramp in that month of the role (the month of the start is the first; beyond the plan, and without one, 1) × workdays in the role ÷ workdays of the month × (1 − absence); hours: the same with workdays × hours of a week ÷ 5 (40 where not given) instead, × selling share, without the ramp',
  params,
  columns: {
    label: { label: 'Month', kind: 'text' },
    heads: { label: 'Heads', kind: 'count' },
    ramped: { label: 'Ramped equivalents', kind: 'decimal' },
    hours: { label: 'Selling hours', kind: 'decimal' },
  },
  chart: { kind: 'line', category: 'label', series: ['heads', 'ramped'] },
  sources: ['QT2', 'QT4', 'SO1'],
  compute({ people: view, rampPlans: planTable, period, asOf, absence, sellingShare }, context) {
    const { calendar, note } = context
    const periods = partsOf(period ?? periodAround(asOf, 'year', calendar), 'month', calendar)
    const there = 1 - needShare('absence', absence)
    const selling = there * needShare('selling_share', sellingShare)
    const plans = plansOf(planTable)
    const sellers = sellersOf(view.level, view, context)
    notePlans(view, sellers, plans, note)
    const sums = periods.map(({ label }) => ({ label, heads: 0, ramped: 0, hours: 0 }))
    for (const row of sellers) {
      const [start, end] = [numberAt(view.start, row), numberAt(view.end, row)]
      const plan = plans.get(nameKey(textAt(view.ramp_plan, row))) ?? []
      const present = periods.map((month) => presence(month, start, end))
      const fte = orElse(numberAt(view.fte, row), 1)
      const ramped = rampedMonths({ fte, plan, present, startMonth: startMonth(start, plan, { periods, calendar }) })
      periods.forEach((month, i) => {
        const [sum, part] = [sums[i], present[i] ?? 0]
        if (sum === undefined || part === 0) return
        sum.heads++
        sum.ramped += (ramped[i] ?? 0) * there
        sum.hours += fte * part * workdays(month.start, month.end) * hoursPerDay(view.hours_week, row) * selling
      })
    }
    return sums
  },
})
