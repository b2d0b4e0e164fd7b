import type { Day } from '../cells/day.ts'
import { clip, partsOf } from '../dataset/period-parts.ts'
import { periodAround, periodFrom, type FiscalCalendar, type Period } from '../dataset/period.ts'
import type { Quoted } from '../dataset/quota.ts'
import { deals } from '../dataset/tables/deals.ts'
import { SpmError } from '../errors.ts'
import { defineMetric, type Context } from './define.ts'
import { noteUncovered, openQuota } from './open-quota.ts'
import { common, from } from './params.ts'
import { targetGroups } from './target-groups.ts'
import { targetTable } from './target-table.ts'
import { noAnswer, ratio, type Value } from './value.ts'
import { wonByGroup } from './won-by-group.ts'

const recentMonths = 3

/** Less than half a cent is nothing. */
const nothing = 0.005

/** The days after as-of. */
const daysToCome = (period: Period, asOf: Day): Period => {
  if (asOf < period.end)
    return { ...period, start: Math.max(period.start, asOf + 1), label: `the rest of ${period.label}` }
  throw new SpmError(
    'no-answer',
    `${period.label} is over on that day, so there is no rate to keep up. Ask for a later period.`,
  )
}

/** How many months they are; of a month that is running the share of its days. */
const monthsIn = (days: Period, calendar: FiscalCalendar): number =>
  partsOf(days, 'month', calendar).reduce((sum, part) => {
    const whole = periodAround(part.start, 'month', calendar)
    return sum + (part.end - part.start + 1) / (whole.end - whole.start + 1)
  }, 0)

/** The last three months that are over on the evening of as-of. */
const recent = (asOf: Day, calendar: FiscalCalendar): Period => {
  const last = periodFrom(asOf + 1, -1, 'month', calendar)
  const first = periodFrom(last.start, 1 - recentMonths, 'month', calendar)
  return { start: first.start, end: last.end, label: `${first.label} to ${last.label}` }
}

interface Rates {
  readonly needed: Value
  readonly next: Value
  readonly ratio: Value
}

/** What is still to be won, by month; of the next month by its part of the target to come. */
const ratesOf = (remaining: number, months: number, share: number, current: number): Rates => {
  if (remaining < nothing) return { needed: 'reached', next: 'reached', ratio: 'reached' }
  const needed = remaining / months
  return {
    needed,
    next: Number.isNaN(share) ? noAnswer('No target is left for the days to come.') : remaining * share,
    ratio: ratio(needed, current, 'Nothing was won in the last three months.'),
  }
}

const silent = (context: Context): Context => ({ ...context, note: () => undefined, sift: (_, leaves) => leaves })

const shareOf = (part: Quoted, whole: Quoted): number => (whole.value > 0 ? part.value / whole.value : NaN)

export const runRate = defineMetric({
  name: 'RUN_RATE',
  title: 'Run rate',
  family: 'forecast',
  about: 'What has to be won in a month from now on to reach the target, beside what has been won in a month lately.',
  variant:
    '(target of the period − won in it up to as_of) ÷ months left (of the running month the share of its days); next month = what is left × target of the next month ÷ target of the days to come; current = won in the last three months that are over ÷ 3; ratio = needed ÷ current',
  params: {
    deals: from(deals, ['status', 'value', 'closing']),
    targets: targetTable,
    period: {
      ...common.period,
      about: `${common.period.about.replace(' Left out, all dates.', '')} Left out, the fiscal year that holds as_of.`,
    },
    asOf: common.asOf,
    by: { ...common.by, about: 'Split by owner (or person), team, region, product, segment or type.' },
  },
  columns: {
    target: { label: 'Target', kind: 'money' },
    actual: { label: 'Won', kind: 'money' },
    remaining: { label: 'Still to win', kind: 'money' },
    months: { label: 'Months left', kind: 'decimal' },
    needed: { label: 'Needed per month', kind: 'money' },
    next: { label: 'Needed next month', kind: 'money' },
    current: { label: 'Current per month', kind: 'money' },
    ratio: { label: 'Ratio', kind: 'ratio' },
  },
  scalar: 'needed',
  books: true,
  rank: 'remaining',
  chart: { kind: 'column', category: 'by', series: ['needed', 'current'] },
  exchange: 'plan',
  sources: ['D-47'],
  compute({ deals, targets, period: given, asOf, by }, context) {
    const { calendar, note } = context
    const period = given ?? periodAround(asOf, 'year', calendar)
    const rest = daysToCome(period, asOf)
    const quota = openQuota(targets, context)
    noteUncovered(quota, period, by, note)
    const soFar: Period = { ...period, end: Math.min(asOf, period.end) }
    const { counts, values } = wonByGroup(deals, by, soFar, context)
    const lately = wonByGroup(deals, by, recent(asOf, calendar), silent(context)).values
    const months = monthsIn(rest, calendar)
    const next = clip(periodAround(rest.start, 'month', calendar), rest) ?? rest
    return targetGroups(by, counts, quota, { period, counted: period, calendar }).map((line) => {
      const { key, deals: group, target, targetIn } = line
      const [actual, current] = [values.at(group), lately.at(group) / recentMonths]
      const why = noAnswer(target.why)
      const has = !Number.isNaN(target.value)
      const share = shareOf(targetIn(next), targetIn(rest))
      return {
        group: key,
        target: has ? target.value : why,
        actual,
        remaining: has ? Math.max(0, target.value - actual) : why,
        months,
        current,
        ...(has ? ratesOf(target.value - actual, months, share, current) : { needed: why, next: why, ratio: why }),
      }
    })
  },
})
