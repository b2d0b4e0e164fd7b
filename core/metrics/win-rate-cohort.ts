import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses } from '../dataset/columns.ts'
import { partsOf } from '../dataset/period-parts.ts'
import { contains, periodAround, type FiscalCalendar, type Period } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { GroupCounts } from '../math/sum.ts'
import { defineMetric, type Context } from './define.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { common, from } from './params.ts'
import { noAnswer } from './value.ts'

interface CreatedDeals {
  readonly rows: number
  readonly status: Statuses
  readonly created: Numbers
  readonly closing: Numbers
}

/** The months in which deals were created, from the first to the last; empty without any. */
const monthsOf = (created: Numbers, period: Period | null, calendar: FiscalCalendar): readonly Period[] => {
  let [first, last] = [Infinity, -Infinity]
  for (const day of created.values) {
    if (Number.isNaN(day) || !contains(period, day)) continue
    if (day < first) first = day
    if (day > last) last = day
  }
  if (first > last) return []
  const around = (day: Day): Period => periodAround(day, 'month', calendar)
  return partsOf({ ...around(first), end: around(last).end }, 'month', calendar)
}

const createTally = (size: number) => ({
  created: new GroupCounts(size),
  won: new GroupCounts(size),
  backwards: 0,
  unclosed: 0,
})
type Tally = ReturnType<typeof createTally>

interface Cohorts {
  readonly period: Period | null
  readonly windowDays: number
  readonly months: readonly Period[]
}

/** The number of the cohort that holds a day. */
const cohortFinder = (months: readonly Period[]): ((day: Day) => number) => {
  const known = new Map<Day, number>()
  return (day) => {
    const cohort = known.get(day) ?? months.findIndex((month) => contains(month, day))
    known.set(day, cohort)
    return cohort
  }
}

const tallyUp = (
  deals: CreatedDeals,
  groups: Grouping,
  { period, windowDays, months }: Cohorts,
  { sift }: Context,
): Tally => {
  const tally = createTally(groups.size * months.length)
  const cohortOf = cohortFinder(months)
  const leaves = sift('deals', (row) => {
    if (deals.created.isBlank(row)) return 'without a creation date'
    return contains(period, deals.created.at(row)) ? null : 'not created in the period'
  })
  for (let row = 0; row < deals.rows; row++) {
    if (leaves(row) !== null) continue
    const created = Math.floor(deals.created.at(row))
    const cohort = (groups.of[row] ?? 0) * months.length + cohortOf(created)
    tally.created.add(cohort)
    if (!deals.status.isWon(row)) continue
    const days = deals.closing.at(row) - created
    if (Number.isNaN(days)) tally.unclosed++
    if (days < 0) tally.backwards++
    if (days <= windowDays) tally.won.add(cohort)
  }
  return tally
}

const notesOf = ({ backwards, unclosed }: Tally, undated: number): readonly string[] => [
  ...(undated > 0 ? [`Deals without a creation date, which are in no cohort: ${undated}.`] : []),
  ...(backwards > 0
    ? [`Deals won before the day they were created, which count as won in the window: ${backwards}. Correct the dates.`]
    : []),
  ...(unclosed > 0 ? [`Won deals without a close date, which do not count as won in the window: ${unclosed}.`] : []),
]

export const winRateCohort = defineMetric({
  name: 'WIN_RATE_COHORT',
  title: 'Cohort win rate',
  family: 'flow',
  about: 'Of the deals created in a month, the share that was won within a number of days.',
  variant:
    'deals by the month of their creation; won within window_days of their creation ÷ created, open and lost ones included; a month whose deals have not all had that many days by the as-of day has no rate yet',
  params: {
    deals: from(deals, ['status', 'created', 'closing']),
    period: { ...common.period, about: `${common.period.about} The day of creation counts.` },
    asOf: common.asOf,
    by: common.by,
    windowDays: {
      type: 'number',
      default: 90,
      minimum: 1,
      whole: true,
      about: 'How many days after its creation a deal must have been won.',
    },
  },
  columns: {
    cohort: { label: 'Created in', kind: 'text' },
    created: { label: 'Created', kind: 'count' },
    won: { label: 'Won in window', kind: 'count' },
    rate: { label: 'Win rate', kind: 'percent' },
    matured: { label: 'Matured', kind: 'text' },
  },
  chart: { kind: 'line', category: 'cohort', series: ['rate'] },
  sources: ['DY4', 'SO1'],
  compute({ deals, period, asOf, by, windowDays }, context) {
    const groups = by ?? oneGroup(deals.rows)
    const months = monthsOf(deals.created, period, context.calendar)
    const undated = deals.created.count(Number.isNaN)
    const tally = tallyUp(deals, groups, { period, windowDays, months }, context)
    notesOf(tally, undated).forEach(context.note)
    const young = `Not every deal of this month has had ${windowDays} days yet.`
    return groups.keys.flatMap((group, i) =>
      months
        .map(({ end, label }, month) => {
          const cohort = i * months.length + month
          const [created, won] = [tally.created.at(cohort), tally.won.at(cohort)]
          const isMatured = end + windowDays <= asOf
          return {
            group,
            cohort: label,
            created,
            won,
            rate: isMatured ? won / created : noAnswer(young),
            matured: isMatured ? 'yes' : 'no',
          }
        })
        .filter((row) => row.created > 0),
    )
  },
})
