import type { Day } from '../cells/day.ts'
import { rowsWhere, type Texts } from '../dataset/columns.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { periodAround } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { history } from '../dataset/tables/history.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { SpmError } from '../errors.ts'
import { numberAt } from './cell-at.ts'
import { followDates, type DatedRows } from './close-date-trail.ts'
import { listColumns, listFields, listOrFigure, listParams, tellListed } from './deal-list.ts'
import { defineMetric, type Context } from './define.ts'
import { isFilled } from './is-filled.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { orBlank } from './value.ts'

const params = {
  deals: from(
    deals,
    ['deal_id', 'status'],
    [...listFields.filter((field) => field !== 'deal_id'), 'closing', 'push_count'],
  ),
  snapshots: { ...maybe(snapshots, ['deal_id', 'snapshot_at', 'close_date'], ['status']), unscoped: true },
  history: maybe(history, ['deal_id', 'changed_at', 'close_date']),
  asOf: common.asOf,
  step: {
    type: 'choice',
    values: ['month', 'quarter', 'any'],
    default: 'month',
    about: 'What is a push: a close date that moves to a later month, to a later quarter, or to any later day.',
  },
  ...listParams,
} as const

type In = Inputs<typeof params>

/** How often the close date of a deal moved, and where it first stood; by row of the deals. NaN where nothing tells. */
interface Pushed {
  readonly count: (row: number) => number
  readonly first: (row: number) => number
}

const datedRows = ({ snapshots, history }: In): DatedRows | null => {
  if (snapshots !== null) return { ...snapshots, at: snapshots.snapshot_at, status: snapshots.status }
  return history === null ? null : { ...history, at: history.changed_at, status: null }
}

const laterStep = (step: In['step'], { calendar }: Context): ((from: Day, to: Day) => boolean) => {
  if (step === 'any') return (from, to) => to > from
  const starts = new Map<Day, Day>()
  const startOf = (day: Day): Day => {
    const start = starts.get(day) ?? periodAround(day, step, calendar).start
    starts.set(day, start)
    return start
  }
  return (from, to) => startOf(to) > startOf(from)
}

/** By the rows of the past, and last by the date that the deal has now. */
const fromTrail = (inputs: In, dated: DatedRows, context: Context): Pushed => {
  const isPush = laterStep(inputs.step, context)
  const trail = followDates(dated, inputs.asOf, isPush)
  const { deal_id: ids, closing } = inputs.deals
  const codes = codesIn(dated.deal_id, ids)
  const codeOf = (row: number, of: Texts): number => codes[of.code(row)] ?? -1
  return {
    first: (row) => trail.first[codeOf(row, ids)] ?? NaN,
    count: (row) => {
      const code = codeOf(row, ids)
      const last = trail.last[code] ?? NaN
      const isLast = isPush(last, numberAt(closing, row))
      return code < 0 || Number.isNaN(last) ? NaN : (trail.pushes[code] ?? 0) + (isLast ? 1 : 0)
    },
  }
}

/** The count that the source keeps goes first: snapshots may hide several pushes. It counts by month. */
const readPushes = (inputs: In, context: Context): Pushed => {
  const dated = datedRows(inputs)
  const own = inputs.step === 'month' && isFilled(inputs.deals.push_count) ? inputs.deals.push_count : null
  if (own === null && dated === null)
    throw new SpmError(
      'missing-table',
      'PUSHES needs Snapshots, a StageHistory with close dates, or a column with the number of pushes (by month); none was given.',
      { table: 'snapshots', field: null },
    )
  const trail = dated === null ? null : fromTrail(inputs, dated, context)
  if (own === null)
    context.note('Between two rows of the past a close date may have moved more than once; that counts as one push.')
  return {
    first: (row) => trail?.first(row) ?? NaN,
    count: (row) => (own?.isBlank(row) === false ? own.at(row) : (trail?.count(row) ?? NaN)),
  }
}

export const pushes = defineMetric({
  name: 'PUSHES',
  title: 'Pushed deals',
  family: 'flow',
  about: 'Open deals whose close date was put off, how often and by how much.',
  variant:
    'open deals whose close date moved to a later month (or quarter, or day) at least once: by the count that the source keeps, else by the close dates in the snapshots, else in the stage history, and last the date of now; days pushed = date of now − first date known',
  params,
  columns: {
    ...listColumns,
    pushes: { label: 'Pushes', kind: 'count' },
    days: { label: 'Days pushed', kind: 'days' },
    first: { label: 'First date', kind: 'date' },
    now: { label: 'Now', kind: 'date' },
  },
  sources: ['PL1', 'SFP1', 'HS9'],
  compute(inputs, context) {
    const { deals } = inputs
    const { count, first } = readPushes(inputs, context)
    let unknown = 0
    const isPushed = (row: number): boolean => {
      if (!deals.status.isOpen(row)) return false
      const times = count(row)
      if (Number.isNaN(times)) unknown++
      return times > 0
    }
    const rows = rowsWhere(deals.rows, isPushed)
    tellListed(context, deals, rows, 'not known to be put off')
    if (unknown > 0) context.note(`Open deals of which no earlier close date is known: ${unknown}.`)
    return listOrFigure(inputs, rows, deals, context, (row) => {
      const [start, now] = [first(row), numberAt(deals.closing, row)]
      return { pushes: count(row), days: orBlank(now - start), first: orBlank(start), now: orBlank(now) }
    })
  },
})
