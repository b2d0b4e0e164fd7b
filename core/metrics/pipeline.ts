import { contains } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from } from './params.ts'

export const pipeline = defineMetric({
  name: 'PIPELINE',
  title: 'Open pipeline',
  family: 'funnel',
  about: 'What all open deals are worth.',
  variant: 'amount of open deals in the base currency; with a period, of those that are due to close in it',
  params: {
    deals: from(deals, ['status', 'value'], ['closing']),
    period: {
      ...common.period,
      about: 'Only deals with a close date in this period. Left out, all open deals, dated or not.',
    },
    asOf: common.asOf,
    by: common.by,
  },
  columns: {
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
  },
  scalar: 'value',
  rank: 'value',
  chart: { kind: 'bar', category: 'by', series: ['value'] },
  sources: ['A-20', 'SF1', 'OD3', 'SG1'],
  compute({ deals, period, by }, { sift }) {
    const groups = by ?? oneGroup(deals.rows)
    const counts = new GroupCounts(groups.size)
    const values = new GroupSums(groups.size)
    const leaves = sift('deals', (row) => {
      if (!deals.status.isOpen(row)) return 'not open'
      return contains(period, deals.closing?.at(row) ?? NaN) ? null : 'not due in the period'
    })
    for (let row = 0; row < deals.rows; row++) {
      if (leaves(row) !== null) continue
      const group = groups.of[row] ?? 0
      counts.add(group, deals.credit(row))
      values.add(group, deals.value.at(row))
    }
    return groups.keys.flatMap((key, group) =>
      by !== null && counts.at(group) === 0 ? [] : [{ group: key, count: counts.at(group), value: values.at(group) }],
    )
  },
})
