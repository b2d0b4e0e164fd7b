import type { Day } from '../cells/day.ts'
import type { Numbers } from '../dataset/columns.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { closingIn } from './closing-in.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from, maybe } from './params.ts'
import { needColumn } from './missing-column.ts'
import { noAnswer } from './value.ts'
import { winChance } from './win-chance.ts'

const noChance =
  'None of these deals has a probability. Fill in the probability of the deals, or that of the stages in the Stages table.'

const readShare = (share: number): number => {
  if (share <= 1) return share
  throw new SpmError('argument', `overdue_discount is ${share}; it is a share from 0 to 1, such as 0.5 or 50%.`)
}

/** What is left of a deal after the discount: all of it unless its close date has passed. */
const keptShare = (discount: number, asOf: Day, closing: () => Numbers): ((row: number) => number) => {
  if (discount === 0) return () => 1
  const days = closing()
  return (row) => (days.at(row) < asOf ? 1 - discount : 1)
}

export const weighted = defineMetric({
  name: 'WEIGHTED',
  title: 'Weighted pipeline',
  family: 'funnel',
  about: 'What the open deals are worth when each counts by its chance of being won.',
  variant:
    'amount × probability of open deals in the base currency; the probability is what the deal states, else what its stage states in the Stages table, unless basis=stage',
  params: {
    deals: from(deals, ['status', 'value'], ['probability', 'stage', 'pipeline', 'closing']),
    stages: maybe(stages, ['stage', 'probability']),
    period: {
      ...common.period,
      about: 'Only deals with a close date in this period. Left out, all open deals, dated or not.',
    },
    asOf: common.asOf,
    by: common.by,
    basis: {
      type: 'choice',
      values: ['deal', 'stage'],
      default: 'deal',
      about: 'Whose probability counts: that of the deal where it has one, or always that of its stage.',
    },
    overdueDiscount: {
      type: 'number',
      default: 0,
      minimum: 0,
      about: 'The share taken off deals whose close date has passed: 0 takes nothing off, 1 leaves nothing of them.',
    },
  },
  columns: {
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
    weighted: { label: 'Weighted', kind: 'money' },
  },
  scalar: 'weighted',
  rank: 'weighted',
  chart: { kind: 'bar', category: 'by', series: ['weighted', 'value'] },
  sources: ['AT7', 'OD1', 'HS10', 'DY4', 'GO4'],
  compute({ deals, period, asOf, by, basis, overdueDiscount }, { data, note, sift }) {
    const groups = by ?? oneGroup(deals.rows)
    const counts = new GroupCounts(groups.size)
    const rated = new GroupCounts(groups.size)
    const values = new GroupSums(groups.size)
    const weights = new GroupSums(groups.size)
    const chance = winChance(deals, stageOrderOf(data), basis)
    const closing = closingIn(period, deals.closing, data)
    let unrated = 0
    const kept = keptShare(readShare(overdueDiscount), asOf, () => needColumn(data, 'deals', 'closing', deals.closing))
    const leaves = sift('deals', (row) => (deals.status.isOpen(row) ? closing.leaves(row) : 'not open'))
    for (let row = 0; row < deals.rows; row++) {
      if (leaves(row) !== null) continue
      const group = groups.of[row] ?? 0
      const p = chance(row)
      counts.add(group, deals.credit(row))
      values.add(group, deals.value.at(row))
      if (Number.isNaN(p)) unrated++
      else rated.add(group)
      weights.add(group, deals.value.at(row) * p * kept(row))
    }
    closing.noteUndated(note, 'Open deals')
    if (unrated > 0) note(`Open deals without a probability, which add nothing to the weighted value: ${unrated}.`)
    return groups.keys.flatMap((key, i) => {
      const [count, value] = [counts.at(i), values.at(i)]
      if (by !== null && count === 0) return []
      const unknown = count > 0 && rated.at(i) === 0
      return [{ group: key, count, value, weighted: unknown ? noAnswer(noChance) : weights.at(i) }]
    })
  },
})
