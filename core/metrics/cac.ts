import type { Numbers } from '../dataset/columns.ts'
import { contains, type Period } from '../dataset/period.ts'
import { customers } from '../dataset/tables/customers.ts'
import { deals } from '../dataset/tables/deals.ts'
import { SpmError } from '../errors.ts'
import { createSum } from '../math/sum.ts'
import { orCurrentQuarter, quarterPeriod } from './current-quarter.ts'
import { defineMetric, type Context } from './define.ts'
import { needColumn } from './missing-column.ts'
import { common, maybe, type Inputs } from './params.ts'
import { categoriesParam, costTable, sellingCosts } from './selling-costs.ts'
import { noAnswer, ratio } from './value.ts'
import { wonCustomers } from './won-customers.ts'

const noCustomer = 'No new customer was won in this period.'
const noAllocation = 'Costs does not say what was spent on new customers.'

const params = {
  costs: costTable,
  customers: maybe(customers, ['customer_since']),
  deals: maybe(deals, ['status', 'closing'], ['account_id', 'account', 'deal_id']),
  period: quarterPeriod,
  asOf: common.asOf,
  spent: {
    type: 'choice',
    values: ['blended', 'new'],
    default: 'blended',
    about: 'Which costs count: all of them, or only those that Costs allocates to new customers.',
  },
  lag: {
    type: 'number',
    default: 0,
    minimum: 0,
    whole: true,
    about: 'Days from spending to winning: the costs of the same length of time so many days earlier count.',
  },
  categories: categoriesParam,
} as const

type In = Inputs<typeof params>

const countSince = (since: Numbers, period: Period, { tell }: Context): number => {
  tell('customers', (row) => (contains(period, since.at(row)) ? null : `no customer since ${period.label}`))
  tell('deals', () => 'not needed: the table Customers says since when they are customers')
  return since.count((day) => contains(period, day))
}

/** By Customers, else by the first deal that each customer won. */
const newCustomers = ({ customers, deals }: In, period: Period, context: Context): number => {
  const { data, note } = context
  if (customers !== null)
    return countSince(needColumn(data, 'customers', 'customer_since', customers.customer_since), period, context)
  if (deals === null)
    throw new SpmError(
      'missing-table',
      'CAC needs Customers with the day since when they are customers, or Opportunities with status, close date and account; neither was given.',
      { table: 'customers', field: 'customer_since' },
    )
  note('New customers are those with their first deal won in the period; Customers does not tell.')
  const { rows, accounts, isNew } = wonCustomers(deals, period, context)
  return new Set(Array.from(rows.filter(isNew), (row) => accounts.of[row])).size
}

const shifted = ({ start, end, label }: Period, days: number): Period => ({
  start: start - days,
  end: end - days,
  label: days === 0 ? label : `${label} less ${days} days`,
})

/** What was spent, and how much of it on new customers by its allocation; NaN where there is none. */
const spentIn = ({ costs, categories, spent, lag }: In, period: Period, context: Context) => {
  const { rows, cost } = sellingCosts(costs, shifted(period, lag), categories, context)
  if (rows.length === 0)
    throw new SpmError('no-answer', `Costs has no row for ${shifted(period, lag).label}, so there is nothing to share.`)
  const allocation =
    spent === 'new' ? needColumn(context.data, 'costs', 'allocation', costs.allocation) : costs.allocation
  const isNew = allocation?.labels.map((label) => label.toLowerCase() === 'new')
  const [all, fresh] = [createSum(), createSum()]
  for (const row of rows.filter((each) => !costs.value.isBlank(each))) {
    all.add(cost(row))
    if (isNew?.[allocation?.code(row) ?? 0] === true) fresh.add(cost(row))
  }
  return { total: all.total, fresh: allocation === null ? NaN : fresh.total }
}

export const cac = defineMetric({
  name: 'CAC',
  title: 'Cost of a new customer',
  family: 'economics',
  about: 'What it costs in selling and marketing to win one new customer.',
  variant:
    'sales and marketing cost of the period, or of the same time `lag` days earlier, ÷ customers new in the period; blended takes all cost, new only what is allocated to new customers; of costs given for a longer time the days within count',
  params,
  columns: {
    cost: { label: 'Cost', kind: 'money' },
    customers: { label: 'New customers', kind: 'count' },
    cac: { label: 'Cost per new customer', kind: 'money' },
    newShare: { label: 'Spent on new customers', kind: 'percent' },
  },
  scalar: 'cac',
  sources: ['CA1', 'CA2', 'SO1'],
  compute(inputs, context) {
    const period = orCurrentQuarter(inputs.period, context.calendar, context.note)
    const count = newCustomers(inputs, period, context)
    const { total, fresh } = spentIn(inputs, period, context)
    const cost = inputs.spent === 'new' ? fresh : total
    const newShare = Number.isNaN(fresh) ? noAnswer(noAllocation) : ratio(fresh, total, 'The costs add up to 0.')
    return [{ cost, customers: count, cac: ratio(cost, count, noCustomer), newShare }]
  },
})
