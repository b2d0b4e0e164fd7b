import { contains } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { GroupValues } from '../math/group-values.ts'
import { quantile } from '../math/quantile.ts'
import { GroupCounts } from '../math/sum.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from } from './params.ts'
import { known } from './value.ts'

const noCycle = 'No deal closed in this period has a creation date that lies before its close date.'

type Stat = 'median' | 'mean' | 'p75'

/** NaN of nothing. */
const statOf = (days: Float64Array, stat: Stat): number => {
  switch (stat) {
    case 'median':
      return quantile(days, 0.5)
    case 'p75':
      return quantile(days, 0.75)
    case 'mean':
      return days.reduce((sum, each) => sum + each, 0) / days.length
  }
}

export const salesCycle = defineMetric({
  name: 'SALES_CYCLE',
  title: 'Sales cycle',
  family: 'flow',
  about: 'How many days it takes from opening a deal to winning it.',
  variant:
    'median calendar days from creation to closing of the won deals closed in the period; deals closed before or on the day they were created are left out and counted',
  params: {
    deals: from(deals, ['status', 'created', 'closing']),
    period: common.period,
    asOf: common.asOf,
    by: common.by,
    stat: {
      type: 'choice',
      values: ['median', 'mean', 'p75'],
      default: 'median',
      about: 'The middle deal, the mean, or the days within which three quarters of the deals are closed.',
    },
    of: {
      type: 'choice',
      values: ['won', 'all'],
      default: 'won',
      about: 'Won deals only, or every closed deal, won or lost.',
    },
  },
  columns: {
    cycle: { label: 'Sales cycle', kind: 'days' },
    count: { label: 'Deals', kind: 'count' },
    leftOut: { label: 'Left out', kind: 'count' },
  },
  scalar: 'cycle',
  rank: 'cycle',
  chart: { kind: 'bar', category: 'by', series: ['cycle'] },
  sources: ['AT5', 'FR1', 'SO1', 'QO1'],
  compute({ deals, period, by, stat, of }, { note, sift }) {
    const groups = by ?? oneGroup(deals.rows)
    const cycles = new GroupValues(groups.size, deals.rows)
    const leftOut = new GroupCounts(groups.size)
    let undated = 0
    const leaves = sift('deals', (row) => {
      const counts = of === 'won' ? deals.status.isWon(row) : deals.status.isClosed(row)
      if (!counts) return of === 'won' ? 'not won' : 'not closed'
      return contains(period, deals.closing.at(row)) ? null : 'not closed in the period'
    })
    for (let row = 0; row < deals.rows; row++) {
      if (leaves(row) !== null) continue
      const days = deals.closing.at(row) - Math.floor(deals.created.at(row))
      if (Number.isNaN(days)) undated++
      if (days > 0) cycles.add(groups.of[row] ?? 0, days)
      else leftOut.add(groups.of[row] ?? 0)
    }
    const backwards = leftOut.total - undated
    if (backwards > 0) note(`Deals closed before or on the day they were created, which are left out: ${backwards}.`)
    if (undated > 0) note(`Deals without a creation date or a close date, which are left out: ${undated}.`)
    return cycles.split().flatMap((days, i) => {
      if (by !== null && days.length + leftOut.at(i) === 0) return []
      const cycle = known(statOf(days, stat), noCycle)
      return [{ group: groups.keys[i] ?? [], cycle, count: days.length, leftOut: leftOut.at(i) }]
    })
  },
})
