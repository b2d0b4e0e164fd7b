import { deals } from '../dataset/tables/deals.ts'
import { GroupValues } from '../math/group-values.ts'
import { median } from '../math/quantile.ts'
import { createSum } from '../math/sum.ts'
import { closingIn } from './closing-in.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from } from './params.ts'
import { known } from './value.ts'

const noneLeft = 'No such deal with an amount is left to average.'

const sumOf = (values: Float64Array): number => {
  const sum = createSum()
  for (const value of values) sum.add(value)
  return sum.total
}

/** NaN of nothing. */
const typical = (values: Float64Array, stat: 'mean' | 'median'): number =>
  stat === 'mean' ? sumOf(values) / values.length : median(values)

export const avgDeal = defineMetric({
  name: 'AVG_DEAL',
  title: 'Average deal',
  family: 'flow',
  about: 'What a deal is worth on average.',
  variant:
    'value of the won deals closed in the period ÷ their number, without deals whose amount is blank, 0 or negative, and without those above exclude_above; the last column has the large ones in',
  params: {
    deals: from(deals, ['status', 'value'], ['closing']),
    period: common.period,
    asOf: common.asOf,
    by: common.by,
    which: {
      type: 'choice',
      values: ['won', 'open', 'lost'],
      default: 'won',
      about: 'Which deals are averaged; of open ones the close date must lie in the period.',
    },
    stat: { type: 'choice', values: ['mean', 'median'], default: 'mean', about: 'The mean, or the middle one.' },
    excludeAbove: {
      type: 'number',
      default: 'mega_deal',
      minimum: 0,
      about: 'Leaves larger deals out, so that one very large deal does not set the average; 0 takes every deal.',
    },
    includeNegative: { type: 'flag', default: false, about: 'Takes negative amounts in, such as credit notes.' },
  },
  columns: {
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
    average: { label: 'Average deal', kind: 'money' },
    large: { label: 'Large deals left out', kind: 'count' },
    withLarge: { label: 'Average with large deals', kind: 'money' },
  },
  scalar: 'average',
  rank: 'average',
  chart: { kind: 'bar', category: 'by', series: ['average'] },
  sources: ['C-07', 'SO1', 'DY4', 'FR1'],
  compute({ deals, period, by, which, stat, excludeAbove, includeNegative }, { data, note, sift }) {
    const groups = by ?? oneGroup(deals.rows)
    const amounts = new GroupValues(groups.size, deals.rows)
    const closing = closingIn(period, deals.closing, data)
    const amountless = `without ${includeNegative ? 'an amount' : 'a positive amount'}`
    const other = `not ${which}`
    let without = 0
    const leaves = sift('deals', (row) => {
      if (deals.status.at(row) !== which) return other
      const reason = closing.leaves(row)
      if (reason !== null) return reason
      const value = deals.value.at(row)
      if (value > 0 || (includeNegative && value < 0)) return null
      without++
      return amountless
    })
    for (let row = 0; row < deals.rows; row++)
      if (leaves(row) === null) amounts.add(groups.of[row] ?? 0, deals.value.at(row))
    closing.noteUndated(note, 'Deals')
    if (without > 0) note(`Deals ${amountless}, which are left out of the average: ${without}.`)
    return amounts.split().flatMap((all, i) => {
      if (by !== null && all.length === 0) return []
      const kept = excludeAbove > 0 ? all.filter((value) => value <= excludeAbove) : all
      return [
        {
          group: groups.keys[i] ?? [],
          count: kept.length,
          value: sumOf(kept),
          large: all.length - kept.length,
          average: known(typical(kept, stat), noneLeft),
          withLarge: known(typical(all, stat), noneLeft),
        },
      ]
    })
  },
})
