import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { contains, type Period } from '../dataset/period.ts'
import type { SnapshotColumns } from '../dataset/states.ts'
import { createSum } from '../math/sum.ts'
import type { Context } from './define.ts'
import { lookAt } from './two-looks.ts'

interface PastSnapshots extends SnapshotColumns {
  readonly status: Statuses
  readonly close_date: Numbers
  readonly value: Numbers
}

interface ClosedDeals {
  readonly rows: number
  readonly deal_id: Texts
  readonly status: Statuses
  readonly closing: Numbers
  readonly value: Numbers
}

/** What a period that is over still brought after a day in it. */
export interface PastPeriod {
  /** By stage: what was open and due in the period on that day, and which part of it was won in the period. */
  readonly due: ReadonlyMap<number, number>
  readonly won: ReadonlyMap<number, number>
  /** Value won after the day from deals that were due in the period already, and from others. */
  readonly fromDue: number
  readonly fromOthers: number
}

const addTo = (sums: Map<number, number>, key: number, value: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + value)
}

interface PastView {
  readonly past: PastSnapshots
  readonly deals: ClosedDeals
  inScope(row: number): boolean
  stageOf(row: number): number
  readonly sift: Context['sift']
}

/** A blank amount adds nothing. */
const worth = (value: Numbers, row: number): number => (value.isBlank(row) ? 0 : value.at(row))

/** The snapshot row of each deal that was open and due in a period on a day, by the code of its ID; -1 for others. */
const dueRows = ({ past, inScope }: PastView, period: Period, day: Day): Int32Array =>
  lookAt(past, day).map((row) =>
    row >= 0 && past.status.isOpen(row) && inScope(row) && contains(period, past.close_date.at(row)) ? row : -1,
  )

/** Looks back at one period from a day in it. A deal that was due counts as won when it was won in the period. */
export const lookBack = (view: PastView, period: Period, day: Day): PastPeriod => {
  const { past, deals, stageOf } = view
  const rows = dueRows(view, period, day)
  const [due, won] = [new Map<number, number>(), new Map<number, number>()]
  for (const row of rows) if (row >= 0) addTo(due, stageOf(row), worth(past.value, row))
  const codes = codesIn(past.deal_id, deals.deal_id)
  const [fromDue, fromOthers] = [createSum(), createSum()]
  const leaves = view.sift('deals', (row) =>
    deals.status.isWon(row) && contains(period, deals.closing.at(row)) ? null : 'won in no period looked at',
  )
  for (let row = 0; row < deals.rows; row++) {
    if (leaves(row) !== null) continue
    const then = rows[codes[deals.deal_id.code(row)] ?? -1] ?? -1
    const value = worth(deals.value, row)
    if (then >= 0) {
      addTo(won, stageOf(then), worth(past.value, then))
      fromDue.add(value)
    } else if (deals.closing.at(row) > day) fromOthers.add(value)
  }
  return { due, won, fromDue: fromDue.total, fromOthers: fromOthers.total }
}

/** Share of the value due that was won, by stage over all periods; of a stage that none of them had, of all stages. */
export const winRates = (periods: readonly PastPeriod[]): ((stage: number) => number) => {
  const [due, won] = [new Map<number, number>(), new Map<number, number>()]
  for (const period of periods) {
    for (const [stage, value] of period.due) addTo(due, stage, value)
    for (const [stage, value] of period.won) addTo(won, stage, value)
  }
  const total = (sums: ReadonlyMap<number, number>): number => [...sums.values()].reduce((all, value) => all + value, 0)
  const overall = total(due) > 0 ? total(won) / total(due) : 0
  return (stage) => {
    const base = due.get(stage) ?? 0
    return base > 0 ? (won.get(stage) ?? 0) / base : overall
  }
}
