import { deals } from '../dataset/tables/deals.ts'
import { GroupValues } from '../math/group-values.ts'
import { createSum } from '../math/sum.ts'
import { topOf } from '../math/top.ts'
import { closingIn } from './closing-in.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from } from './params.ts'
import { noAnswer } from './value.ts'

const noTotal = 'These open deals are worth nothing together, so none of them has a share.'

const sumOf = (values: Iterable<number>): number => {
  const sum = createSum()
  for (const value of values) sum.add(value)
  return sum.total
}

/** The largest of the values, largest first. */
const largestOf = (values: Float64Array, count: number): readonly number[] => {
  const at = (i: number): number => values[i] ?? 0
  return topOf(values.keys(), count, (a, b) => at(a) > at(b) || (at(a) === at(b) && a < b)).map(at)
}

/** How the value is spread over the deals of one group. */
const spread = (values: Float64Array, n: number) => {
  const total = sumOf(values)
  const largest = largestOf(values, n)
  const share = (top: number) => (total > 0 ? top / total : noAnswer(noTotal))
  return {
    count: values.length,
    value: total,
    largest: largest[0] ?? null,
    largestShare: share(largest[0] ?? 0),
    topShare: share(sumOf(largest)),
    hhi: total > 0 ? sumOf(values.map((value) => (value / total) ** 2)) : noAnswer(noTotal),
  }
}

export const concentration = defineMetric({
  name: 'CONCENTRATION',
  title: 'Concentration',
  family: 'funnel',
  about: 'How much of the pipeline hangs on a few large deals.',
  variant:
    'value of the n largest open deals ÷ value of all open deals; the index (HHI) is the sum of the squared shares: 1 is a single deal, close to 0 many small ones; deals without an amount have no share',
  params: {
    deals: from(deals, ['status', 'value'], ['closing']),
    period: {
      ...common.period,
      about: 'Only deals with a close date in this period. Left out, all open deals, dated or not.',
    },
    asOf: common.asOf,
    by: common.by,
    n: { type: 'number', default: 'top_n', minimum: 1, whole: true, about: 'How many deals are the large ones.' },
  },
  columns: {
    topShare: { label: 'Share of the largest', kind: 'percent' },
    hhi: { label: 'Concentration index (HHI)', kind: 'decimal' },
    largest: { label: 'Largest deal', kind: 'money' },
    largestShare: { label: 'Share of the largest deal', kind: 'percent' },
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
  },
  scalar: 'topShare',
  rank: 'topShare',
  chart: { kind: 'bar', category: 'by', series: ['topShare'] },
  sources: ['SO1'],
  compute({ deals, period, by, n }, { data, note, sift }) {
    const groups = by ?? oneGroup(deals.rows)
    const values = new GroupValues(groups.size, deals.rows)
    const closing = closingIn(period, deals.closing, data)
    let [blank, negative] = [0, 0]
    const leaves = sift('deals', (row) => (deals.status.isOpen(row) ? closing.leaves(row) : 'not open'))
    for (let row = 0; row < deals.rows; row++) {
      if (leaves(row) !== null) continue
      if (deals.value.isBlank(row)) blank++
      if (deals.value.at(row) < 0) negative++
      values.add(groups.of[row] ?? 0, deals.value.at(row))
    }
    closing.noteUndated(note, 'Open deals')
    if (blank > 0) note(`Open deals without an amount, which have no share: ${blank}.`)
    if (negative > 0)
      note(`Open deals with a negative amount, which lower the total and raise the shares: ${negative}.`)
    return values
      .split()
      .flatMap((each, i) =>
        by !== null && each.length === 0 ? [] : [{ group: groups.keys[i] ?? [], ...spread(each, n) }],
      )
  },
})
