import { deals } from '../dataset/tables/deals.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { closingIn } from './closing-in.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from } from './params.ts'

export const won = defineMetric({
  name: 'WON',
  title: 'Won',
  family: 'forecast',
  about: 'What the won deals are worth.',
  variant:
    'amount in the base currency of the deals that are won now and were closed in the period; negative amounts count as corrections',
  params: {
    deals: from(deals, ['status', 'value'], ['closing']),
    period: { ...common.period, about: `${common.period.about} Of a won deal the day it was closed counts.` },
    asOf: common.asOf,
    by: common.by,
  },
  columns: {
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
  },
  scalar: 'value',
  rank: 'value',
  chart: { kind: 'column', category: 'by', series: ['value'] },
  books: true,
  sources: ['C-19'],
  compute({ deals, period, by }, { data, note, sift }) {
    const groups = by ?? oneGroup(deals.rows)
    const counts = new GroupCounts(groups.size)
    const values = new GroupSums(groups.size)
    const present = new Uint8Array(groups.size)
    const closing = closingIn(period, deals.closing, data)
    const leaves = sift('deals', (row) => (deals.status.isWon(row) ? closing.leaves(row) : 'not won'))
    for (let row = 0; row < deals.rows; row++) {
      if (leaves(row) !== null) continue
      const group = groups.of[row] ?? 0
      present[group] = 1
      counts.add(group, deals.credit(row))
      values.add(group, deals.value.at(row))
    }
    closing.noteUndated(note, 'Won deals')
    return groups.keys.flatMap((key, group) =>
      by !== null && present[group] === 0 ? [] : [{ group: key, count: counts.at(group), value: values.at(group) }],
    )
  },
})
