import type { Day } from '../cells/day.ts'
import type { Numbers } from '../dataset/columns.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { GroupValues } from '../math/group-values.ts'
import { median } from '../math/quantile.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { numberAt } from './cell-at.ts'
import { closingIn } from './closing-in.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from, type Inputs } from './params.ts'
import { known, ratio } from './value.ts'

const params = {
  snapshots: { ...from(snapshots, ['snapshot_at', 'deal_id', 'status'], ['value', 'close_date']), unscoped: true },
  deals: from(deals, ['deal_id', 'status', 'value'], ['closing']),
  period: { ...common.period, about: common.period.about.replace('Which days count', 'Deals won in this period') },
  asOf: common.asOf,
  by: { ...common.by, default: 'owner', about: common.by.about.replace('Split', 'Left out, owner. Split') },
} as const

type Snapshots = Inputs<typeof params>['snapshots']

/** What the earliest row of each deal that has something in the column says while it is open, by the code of its ID. */
const firstKnown = (past: Snapshots, column: Numbers | null, asOf: Day): Float64Array => {
  const { rows, deal_id, snapshot_at, status } = past
  const size = deal_id.labels.length
  const [first, since] = [new Float64Array(size).fill(NaN), new Float64Array(size).fill(Infinity)]
  for (let row = 0; column !== null && row < rows; row++) {
    const [at, deal] = [snapshot_at.at(row), deal_id.code(row)]
    if (!(at <= asOf) || at >= (since[deal] ?? 0) || column.isBlank(row) || !status.isOpen(row)) continue
    first[deal] = column.at(row)
    since[deal] = at
  }
  return first
}

/** What comes of the estimates of one group. */
class Estimates {
  /** Deals with both amounts. */
  readonly counts: GroupCounts
  /** All deals. */
  readonly present: GroupCounts
  readonly firsts: GroupSums
  readonly finals: GroupSums
  readonly shifts: GroupValues

  constructor(size: number, most: number) {
    this.counts = new GroupCounts(size)
    this.present = new GroupCounts(size)
    this.firsts = new GroupSums(size)
    this.finals = new GroupSums(size)
    this.shifts = new GroupValues(size, most)
  }

  add(group: number, first: number, final: number, shift: number): void {
    this.present.add(group)
    this.shifts.add(group, shift)
    if (!(first > 0) || Number.isNaN(final)) return
    this.counts.add(group)
    this.firsts.add(group, first)
    this.finals.add(group, final)
  }
}

const noFirst = 'No deal that was won has an earlier amount above 0 in the snapshots.'
const noDate = 'No deal that was won has an earlier close date in the snapshots.'

export const estimateBias = defineMetric({
  name: 'ESTIMATE_BIAS',
  title: 'Estimate bias',
  family: 'trust',
  about: 'Whether won deals brought less and came later than was first expected.',
  variant:
    'deals won (in the period): amount ratio = Σ final amount ÷ Σ first amount in the snapshots, deals with a first amount of 0 or less, or without one, left out; date shift = median of closing day − first close date; first = the earliest snapshot in which the deal was open and the cell filled in',
  params,
  columns: {
    ratio: { label: 'Amount ratio', kind: 'ratio' },
    shift: { label: 'Date shift', kind: 'days' },
    n: { label: 'n', kind: 'count' },
    first: { label: 'First amounts', kind: 'money' },
    final: { label: 'Final amounts', kind: 'money' },
  },
  scalar: 'ratio',
  rank: 'first',
  sources: ['D-50'],
  compute({ snapshots: past, deals, period, asOf, by }, { data, note, sift }) {
    const groups = by ?? oneGroup(deals.rows)
    const [amounts, dates] = [firstKnown(past, past.value, asOf), firstKnown(past, past.close_date, asOf)]
    const codes = codesIn(past.deal_id, deals.deal_id)
    const window = closingIn(period, deals.closing, data)
    const all = new Estimates(groups.size, deals.rows)
    const leaves = sift('deals', (row) => (deals.status.isWon(row) ? window.leaves(row) : 'not won'))
    for (let row = 0; row < deals.rows; row++) {
      if (leaves(row) !== null) continue
      const code = codes[deals.deal_id.code(row)] ?? -1
      const shift = numberAt(deals.closing, row) - (dates[code] ?? NaN)
      all.add(groups.of[row] ?? 0, amounts[code] ?? NaN, deals.value.at(row), shift)
    }
    const left = all.present.total - all.counts.total
    if (left > 0)
      note(`Won deals without a first amount above 0, or without a final one, which are in no ratio: ${left}.`)
    window.noteUndated(note, 'Won deals')
    const shifts = all.shifts.split()
    return groups.keys.flatMap((key, i) => {
      if (by !== null && all.present.at(i) === 0) return []
      const [first, final] = [all.firsts.at(i), all.finals.at(i)]
      return [
        {
          group: key,
          ratio: ratio(final, first, noFirst),
          shift: known(median(shifts[i] ?? new Float64Array()), noDate),
          n: all.counts.at(i),
          first,
          final,
        },
      ]
    })
  },
})
