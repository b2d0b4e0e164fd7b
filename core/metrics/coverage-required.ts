import type { Numbers, Statuses } from '../dataset/columns.ts'
import { contains, periodAround, periodFrom, type Period } from '../dataset/period.ts'
import { snapshotDays, startSnapshot } from '../dataset/states.ts'
import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { createSum } from '../math/sum.ts'
import { defineMetric, type Context } from './define.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { lookBack } from './past-periods.ts'
import { snapshotScope } from './snapshot-scope.ts'
import { noAnswer, type Value } from './value.ts'

const params = {
  deals: from(deals, ['status', 'closing', 'value'], ['deal_id']),
  snapshots: {
    ...maybe(snapshots, ['snapshot_at', 'deal_id', 'status', 'close_date', 'value'], ['status_text']),
    unscoped: true,
  },
  asOf: common.asOf,
  lookback: {
    type: 'number',
    default: 4,
    minimum: 1,
    whole: true,
    about: 'How many quarters that are over to learn from.',
  },
} as const

type In = Inputs<typeof params>

interface Basis {
  readonly basis: string
  readonly rate: number
  readonly n: number
}

/** What the pipeline that was due in a quarter at its start brought in it, over all quarters with a snapshot of then. */
const ofPipeline = ({ deals, snapshots: past }: In, quarters: readonly Period[], context: Context): Basis | null => {
  const { deal_id } = deals
  if (past === null || deal_id === null) return null
  const view = {
    past,
    deals: { ...deals, deal_id },
    inScope: snapshotScope(context.data),
    stageOf: () => 0,
    sift: context.sift,
  }
  const days = snapshotDays(past)
  const found = quarters.flatMap((quarter) => {
    const day = startSnapshot(days, quarter.start)
    return day === null ? [] : [lookBack(view, quarter, day)]
  })
  const due = found.reduce((sum, each) => sum + (each.due.get(0) ?? 0), 0)
  const won = found.reduce((sum, each) => sum + each.fromDue, 0)
  return due > 0 ? { basis: 'pipeline at the start', rate: won / due, n: found.length } : null
}

interface Closed {
  readonly rows: number
  readonly status: Statuses
  readonly closing: Numbers
  readonly value: Numbers
}

/** By value where half of the lost deals have one, else by count (decisions, rule 9). */
const ofClosed = (
  { rows, status, closing, value }: Closed,
  quarters: readonly Period[],
  { sift, note }: Context,
): Basis => {
  const [wonValue, lostValue] = [createSum(), createSum()]
  let [won, lost, valued] = [0, 0, 0]
  const leaves = sift('deals', (row) => {
    if (!status.isClosed(row)) return 'neither won nor lost'
    return quarters.some((quarter) => contains(quarter, closing.at(row))) ? null : 'closed in no quarter looked at'
  })
  for (let row = 0; row < rows; row++) {
    if (leaves(row) !== null) continue
    const worth = value.at(row) || 0
    if (status.isWon(row)) {
      won++
      wonValue.add(worth)
    } else {
      lost++
      lostValue.add(worth)
      if (worth > 0) valued++
    }
  }
  if (valued * 2 >= lost)
    return { basis: 'won ÷ closed, by value', rate: wonValue.total / (wonValue.total + lostValue.total), n: won + lost }
  note('Fewer than half of the lost deals have an amount, so the win rate is that by count.')
  return { basis: 'won ÷ closed, by count', rate: won / (won + lost), n: won + lost }
}

const required = ({ rate, n }: Basis): Value => {
  if (n === 0) return noAnswer('No deal was closed in the quarters looked at.')
  return rate > 0 ? 1 / rate : noAnswer('Nothing was won in the quarters looked at, so no coverage is enough.')
}

export const coverageRequired = defineMetric({
  name: 'COVERAGE_REQUIRED',
  title: 'Required coverage',
  family: 'funnel',
  about: 'How many times the pipeline of a period has to cover what is to be won in it.',
  variant:
    '1 ÷ (value won in a quarter out of the pipeline that was due in it at its start ÷ that pipeline), over the last quarters that are over and have a snapshot of their start; without snapshots 1 ÷ win rate by value of the deals closed in them, or by count where fewer than half of the lost deals have an amount; beside it the usual rule of three times',
  params,
  columns: {
    required: { label: 'Required coverage', kind: 'ratio' },
    rate: { label: 'Win rate', kind: 'percent' },
    basis: { label: 'Basis', kind: 'text' },
    n: { label: 'Cases', kind: 'count' },
    rule: { label: 'Rule of thumb', kind: 'ratio' },
  },
  scalar: 'required',
  sources: ['A-39', 'FA3', 'CV1', 'SO1'],
  compute(inputs, context) {
    const { asOf, lookback, deals } = inputs
    const { calendar } = context
    const current = periodAround(asOf, 'quarter', calendar)
    const first = current.end === asOf ? 0 : -1
    const quarters = Array.from({ length: lookback }, (_, i) =>
      periodFrom(current.start, first - i, 'quarter', calendar),
    )
    const basis = ofPipeline(inputs, quarters, context) ?? ofClosed(deals, quarters, context)
    return [
      {
        required: required(basis),
        rate: basis.n === 0 ? noAnswer('No deal was closed in the quarters looked at.') : basis.rate,
        basis: basis.basis,
        n: basis.n,
        rule: 3,
      },
    ]
  },
})
