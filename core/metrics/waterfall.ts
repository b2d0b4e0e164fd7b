import { contains, type Period } from '../dataset/period.ts'
import { rowsWhere, type Numbers } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric, type Context } from './define.ts'
import { missingColumn, needColumn } from './missing-column.ts'
import { atOneRate } from './one-rate.ts'
import { common, from, type Inputs } from './params.ts'
import { passageOf, type Passage, type Portfolio } from './portfolio-moves.ts'
import { snapshotScope } from './snapshot-scope.ts'
import { lookParams, takeLooks, type TwoLooks } from './two-looks.ts'

const params = {
  snapshots: {
    ...from(
      snapshots,
      ['snapshot_at', 'deal_id', 'status', 'value'],
      ['status_text', 'stage', 'close_date', 'amount', 'currency', 'amount_base'],
    ),
    unscoped: true,
  },
  asOf: common.asOf,
  ...lookParams,
  closePeriod: {
    ...common.period,
    about: 'Only deals that are due in this period, such as 2026-Q2. Left out, all deals, dated or not.',
  },
  mode: {
    type: 'choice',
    values: ['flow', 'single'],
    default: 'flow',
    about:
      'flow: a deal enters at its first value, changes, and leaves at its last, so that Won is what was booked; single: each deal stands in one row, and leaves at its first value.',
  },
} as const

type In = Inputs<typeof params>

/** The rows of the answer, with the sign that each has in the sum. */
const lines = {
  opening: ['Opening', 1],
  new: ['New', 1],
  reopened: ['Reopened', 1],
  resumed: ['Taken off hold', 1],
  transferredIn: ['Transferred in', 1],
  pulledIn: ['Pulled in', 1],
  pushedIn: ['Pushed in', 1],
  increased: ['Increased', 1],
  decreased: ['Decreased', 1],
  won: ['Won', -1],
  lost: ['Lost', -1],
  onHold: ['Put on hold', -1],
  transferredOut: ['Transferred out', -1],
  pushedOut: ['Pushed out', -1],
  pulledOut: ['Pulled out', -1],
  removed: ['Removed', -1],
  closing: ['Closing', 1],
} as const satisfies Readonly<Record<string, readonly [string, 1 | -1]>>

type Line = keyof typeof lines
const isLine = (name: string): name is Line => name in lines
const order = Object.keys(lines).filter(isLine)
const placeOf = new Map(order.map((line, i) => [line, i]))

/** Rows that are shown only where they occur: the definition knows deals on hold neither as open nor as closed. */
const rare: readonly Line[] = ['resumed', 'onHold']
const away: readonly Line[] = ['transferredOut', 'pushedOut', 'pulledOut']
const changes: readonly Line[] = ['increased', 'decreased']

class Tally {
  readonly counts = new GroupCounts(order.length)
  readonly values = new GroupSums(order.length)
  readonly closed = new GroupCounts(order.length)

  add(line: Line, value: number, isClosed = false): void {
    const place = placeOf.get(line) ?? 0
    this.counts.add(place)
    this.values.add(place, value)
    if (isClosed) this.closed.add(place)
  }

  change(by: number): void {
    if (by !== 0) this.add(by > 0 ? 'increased' : 'decreased', by)
  }
}

/** One deal's values at either look, 0 where it was not there. */
interface Worth {
  readonly first: number
  readonly last: number
  readonly inBoth: boolean
  readonly isClosed: boolean
}

/** Enters at the first value, changes, leaves at the last: what leaves as Won is what was booked. */
const addFlow = (tally: Tally, { entry, exit }: Passage, { first, last, inBoth, isClosed }: Worth): void => {
  if (entry !== null) tally.add(entry, entry === 'new' ? last : first)
  if (inBoth) tally.change(last - first)
  if (exit !== null) tally.add(exit, exit === 'removed' ? first : last, isClosed)
}

/** Each deal in one row; one that came and left between the looks is in none. */
const addSingle = (tally: Tally, { entry, exit }: Passage, { first, last, isClosed }: Worth): boolean => {
  if (entry !== null && exit !== null) return false
  if (entry !== null) tally.add(entry, last)
  else if (exit !== null) tally.add(exit, first, isClosed)
  else tally.change(last - first)
  return true
}

const needStatus = ({ snapshots }: In, data: Dataset): void => {
  if (snapshots.status_text === null && snapshots.stage === null) throw missingColumn(data, 'snapshots', 'status_text')
}

const dueIn = (window: Period | null, dates: Numbers | null, data: Dataset): ((row: number) => number) => {
  if (window === null) return () => 0
  const days = needColumn(data.whole, 'snapshots', 'close_date', dates)
  return (row) => (contains(window, days.at(row)) ? 0 : days.at(row) < window.start ? -1 : 1)
}

const noteUndated = ({ snapshots, closePeriod }: In, { before, after }: TwoLooks, note: Context['note']): void => {
  const dates = snapshots.close_date
  if (closePeriod === null || dates === null) return
  const isUndated = (row: number): boolean => row >= 0 && snapshots.status.isOpen(row) && dates.isBlank(row)
  const { length } = rowsWhere(before.length, (deal) => isUndated(before[deal] ?? -1) || isUndated(after[deal] ?? -1))
  if (length > 0) note(`Open deals without a close date, which count as due after ${closePeriod.label}: ${length}.`)
}

/** Opening and movements less the closing; to a millionth, below which only rounding is left. */
const checkOf = (at: (line: Line) => number): number => {
  const movements = order.filter((line) => line !== 'closing')
  const left = movements.reduce((sum, line) => sum + lines[line][1] * at(line), 0) - at('closing')
  return Math.round(left * 1e6) / 1e6 + 0
}

const rowsOf = ({ counts, values, closed }: Tally) => {
  const countOf = (line: Line): number => counts.at(placeOf.get(line) ?? 0)
  const valueOf = (line: Line): number => values.at(placeOf.get(line) ?? 0)
  const shown = order.filter((line) => !rare.includes(line) || countOf(line) > 0)
  return [
    ...shown.map((line) => ({
      movement: lines[line][0],
      count: countOf(line),
      value: lines[line][1] * valueOf(line) + 0,
      closed: away.includes(line) ? closed.at(placeOf.get(line) ?? 0) : null,
    })),
    {
      movement: 'Check',
      count: checkOf((line) => (changes.includes(line) ? 0 : countOf(line))),
      value: checkOf(valueOf),
      closed: null,
    },
  ]
}

export const waterfall = defineMetric({
  name: 'WATERFALL',
  title: 'Pipeline waterfall',
  family: 'flow',
  about: 'What the open pipeline was, what came in, changed and went out, and what it is now.',
  variant:
    'open deals of the scope that are due in the period, at the end of two days; each deal by the first rule that holds: entries at their first value (new ones at their last), the change apart, exits at their last value (removed ones at their first); owner and close date as of either day; Won and Lost only with the deal in the scope and its close date in the period; every amount at one rate; Check is opening and movements less closing, and is 0',
  params,
  columns: {
    movement: { label: 'Movement', kind: 'text' },
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
    closed: { label: 'Of them now closed', kind: 'count' },
  },
  chart: { kind: 'column', category: 'movement', series: ['value'] },
  exchange: 'plan',
  sources: ['LK1', 'GO2', 'DY1', 'AT3', 'RE1'],
  compute(inputs, context) {
    const { data, note } = context
    const { snapshots, closePeriod, mode } = inputs
    needStatus(inputs, data)
    const looks = takeLooks(snapshots, inputs, note)
    const portfolio: Portfolio = {
      status: snapshots.status,
      inScope: snapshotScope(data),
      due: dueIn(closePeriod, snapshots.close_date, data),
    }
    const worth = atOneRate(snapshots, looks, context)
    const tally = new Tally()
    let passing = 0
    looks.before.forEach((before, deal) => {
      const after = looks.after[deal] ?? -1
      const passage = passageOf(portfolio, before, after)
      if (passage === null) return
      const [first, last] = [before < 0 ? 0 : worth(before), after < 0 ? 0 : worth(after)]
      const isClosed = after >= 0 && snapshots.status.isClosed(after)
      const own = { first, last, inBoth: before >= 0 && after >= 0, isClosed }
      if (passage.wasIn) tally.add('opening', first)
      if (passage.isIn) tally.add('closing', last)
      if (mode === 'flow') addFlow(tally, passage, own)
      else if (!addSingle(tally, passage, own)) passing++
    })
    if (passing > 0) note(`Deals that came and were closed between the two days, and stand in no row: ${passing}.`)
    noteUndated(inputs, looks, note)
    return rowsOf(tally)
  },
})
