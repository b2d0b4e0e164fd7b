import { rowsWhere, type Numbers } from '../dataset/columns.ts'
import { customers } from '../dataset/tables/customers.ts'
import type { Period } from '../dataset/period.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric, inShape, type Context } from './define.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { needColumn } from './missing-column.ts'
import { common, from } from './params.ts'
import { noAnswer, ratio } from './value.ts'

const noStart = 'No customer has recurring revenue at the start.'
const noPeriod = 'Give the period, and Customers with the day since when they are customers, to tell who was won back.'

const columns = {
  customers: { label: 'Customers at start', kind: 'count' },
  kept: { label: 'Kept', kind: 'count' },
  start: { label: 'Revenue at start', kind: 'money' },
  end: { label: 'Of them at end', kind: 'money' },
  logo: { label: 'Customers kept', kind: 'percent' },
  grr: { label: 'Gross retention', kind: 'percent' },
  nrr: { label: 'Net retention', kind: 'percent' },
  added: { label: 'New and won back', kind: 'money' },
  wonBack: { label: 'Of that won back', kind: 'money' },
} as const

/** Whether a customer without revenue at the start had been one before the period; `null` where nothing can tell. */
const wasBefore = (
  period: Period | null,
  since: Numbers | null,
  { data }: Context,
): ((row: number) => boolean) | null => {
  if (period === null) return null
  const days = needColumn(data, 'customers', 'customer_since', since)
  return (row) => days.at(row) < period.start
}

const createTally = (size: number) => ({
  shown: new GroupCounts(size),
  customers: new GroupCounts(size),
  kept: new GroupCounts(size),
  start: new GroupSums(size),
  end: new GroupSums(size),
  least: new GroupSums(size),
  added: new GroupSums(size),
  wonBack: new GroupSums(size),
})

interface Recurring {
  readonly rows: number
  readonly recurring_start: Numbers
  readonly recurring_end: Numbers
}

type Tally = ReturnType<typeof createTally>

const addCustomer = (tally: Tally, group: number, start: number, end: number): void => {
  tally.customers.add(group)
  if (end > 0) tally.kept.add(group)
  tally.start.add(group, start)
  tally.end.add(group, end)
  tally.least.add(group, Math.min(start, end))
}

const noteOdd = ({ recurring_start, recurring_end }: Recurring, note: (text: string) => void): void => {
  const blank = rowsWhere(recurring_start.length, (row) => recurring_start.at(row) > 0 && recurring_end.isBlank(row))
  const negative = recurring_start.count((start) => start < 0)
  if (blank.length > 0)
    note(`Customers with revenue at the start and a blank at the end, which count as lost: ${blank.length}.`)
  if (negative > 0) note(`Customers with negative revenue at the start, which are in no rate: ${negative}.`)
}

const tallyUp = (
  { rows, recurring_start, recurring_end }: Recurring,
  groups: Grouping,
  priceIndex: number,
  isBack: ((row: number) => boolean) | null,
): Tally => {
  const tally = createTally(groups.size)
  for (let row = 0; row < rows; row++) {
    const group = groups.of[row] ?? 0
    const start = recurring_start.at(row)
    const end = recurring_end.isBlank(row) ? 0 : recurring_end.at(row) / (1 + priceIndex)
    if (start > 0 || end > 0) tally.shown.add(group)
    if (start > 0) addCustomer(tally, group, start, end)
    else if (end > 0) {
      tally.added.add(group, end)
      if (isBack?.(row) === true) tally.wonBack.add(group, end)
    }
  }
  return tally
}

const cells = (tally: Tally, group: number) => {
  const [count, kept, start, end] = [
    tally.customers.at(group),
    tally.kept.at(group),
    tally.start.at(group),
    tally.end.at(group),
  ]
  const rates = {
    logo: ratio(kept, count, noStart),
    grr: ratio(tally.least.at(group), start, noStart),
    nrr: ratio(end, start, noStart),
  }
  return { customers: count, kept, start, end, ...rates, added: tally.added.at(group) }
}

export const retention = defineMetric({
  name: 'RETENTION',
  title: 'Retention',
  family: 'economics',
  about: 'How much of the recurring business with customers is still there, and how many of them.',
  variant:
    'over the customers with recurring revenue at the start: customers kept = those with revenue at the end ÷ all; gross = Σ the smaller of start and end ÷ Σ start; net = Σ end ÷ Σ start; customers without revenue at the start are in none of them',
  params: {
    customers: from(customers, ['recurring_start', 'recurring_end'], ['customer_since']),
    period: {
      ...common.period,
      about: `The time between the two columns; a customer since before it who had no revenue at its start was won back. ${common.period.about.replace('Which days count', 'Write').replace('Left out, all dates.', 'Left out, won back is not told from new.')}`,
    },
    by: {
      ...common.by,
      table: 'customers',
      day: 'customer_since',
      about:
        'Split by owner (or person), segment, tier, region, industry, kam, or the year since when they are customers.',
    },
    type: {
      type: 'choice',
      values: ['nrr', 'grr', 'logo'],
      default: 'nrr',
      about: 'Which rate is the answer in one cell: net, gross, or customers kept.',
    },
    priceIndex: {
      type: 'number',
      default: 0,
      minimum: -0.99,
      about:
        'By how much prices were raised from start to end, 0.03 for 3%; revenue at the end is divided by 1 plus it.',
    },
  },
  columns,
  scalar: 'nrr',
  rank: 'start',
  chart: { kind: 'bar', category: 'by', series: ['grr', 'nrr'] },
  sources: ['RT1', 'RT2', 'SO1'],
  compute({ customers, period, by, type, priceIndex }, context) {
    const groups = by ?? oneGroup(customers.rows)
    const isBack = wasBefore(period, customers.customer_since, context)
    const tally = tallyUp(customers, groups, priceIndex, isBack)
    noteOdd(customers, context.note)
    const rows = groups.keys.flatMap((key, group) => {
      if (by !== null && tally.shown.at(group) === 0) return []
      const wonBack = isBack === null ? noAnswer(noPeriod) : tally.wonBack.at(group)
      return [{ group: key, ...cells(tally, group), wonBack }]
    })
    return inShape(columns, rows, type)
  },
})
