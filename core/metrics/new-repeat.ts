import { customers } from '../dataset/tables/customers.ts'
import { deals } from '../dataset/tables/deals.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { orCurrentQuarter, quarterPeriod } from './current-quarter.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from, maybe } from './params.ts'
import { ratio } from './value.ts'
import { wonCustomers } from './won-customers.ts'

const noValue = 'What was won adds up to 0.'

export const newRepeat = defineMetric({
  name: 'NEW_REPEAT',
  title: 'New and repeat customers',
  family: 'economics',
  about: 'How many customers who bought were new, how many had bought before, and for how much.',
  variant:
    'customers with a deal won in the period, each counted once; new = no deal won and no customer by Customers before the period; their whole value of the period counts as new; everybody else is repeat',
  params: {
    deals: from(deals, ['status', 'value', 'closing'], ['account_id', 'account', 'deal_id']),
    customers: maybe(customers, ['customer_since'], ['account_id', 'account']),
    period: quarterPeriod,
    asOf: common.asOf,
    by: common.by,
  },
  columns: {
    newCustomers: { label: 'New customers', kind: 'count' },
    newValue: { label: 'New value', kind: 'money' },
    repeatCustomers: { label: 'Repeat customers', kind: 'count' },
    repeatValue: { label: 'Repeat value', kind: 'money' },
    newShare: { label: 'New share of value', kind: 'percent' },
  },
  scalar: 'newShare',
  rank: 'newValue',
  chart: { kind: 'stackedColumn', category: 'by', series: ['newValue', 'repeatValue'] },
  sources: ['E-06', 'ER6'],
  compute({ deals, period: given, by }, context) {
    const period = orCurrentQuarter(given, context.calendar, context.note)
    const groups = by ?? oneGroup(deals.rows)
    const { rows, accounts, isNew } = wonCustomers(deals, period, context)
    const [fresh, again] = [new GroupCounts(groups.size), new GroupCounts(groups.size)]
    const [freshValue, againValue] = [new GroupSums(groups.size), new GroupSums(groups.size)]
    const counted = new Set<number>()
    for (const row of rows) {
      const group = groups.of[row] ?? 0
      const [customersOf, values] = isNew(row) ? [fresh, freshValue] : [again, againValue]
      const before = counted.size
      counted.add(group * accounts.size + (accounts.of[row] ?? 0))
      if (counted.size > before) customersOf.add(group)
      values.add(group, deals.value.at(row))
    }
    return groups.keys.flatMap((key, i) => {
      const [newCustomers, repeatCustomers] = [fresh.at(i), again.at(i)]
      if (by !== null && newCustomers + repeatCustomers === 0) return []
      const [newValue, repeatValue] = [freshValue.at(i), againValue.at(i)]
      const newShare = ratio(newValue, newValue + repeatValue, noValue)
      return [{ group: key, newCustomers, newValue, repeatCustomers, repeatValue, newShare }]
    })
  },
})
