import { isoDay, type Day } from '../cells/day.ts'
import { rowsWhere } from '../dataset/columns.ts'
import { snapshotDays } from '../dataset/states.ts'
import { deals } from '../dataset/tables/deals.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { stages } from '../dataset/tables/stages.ts'
import { SpmError } from '../errors.ts'
import { listColumns, listFields, listOrFigure, listParams, tellListed } from './deal-list.ts'
import { defineMetric, type Context } from './define.ts'
import { needColumn } from './missing-column.ts'
import { numberAt, textAt } from './cell-at.ts'
import { activitiesOfDeals, linkActivities } from './linked-activities.ts'
import { nextActivity } from './next-activity.ts'
import { common, from, maybe, type Inputs } from './params.ts'
import { historyOfDeals, stageSince } from './stage-since.ts'
import { pastRows, sameStage } from './then-and-now.ts'
import { orBlank } from './value.ts'

const params = {
  deals: from(
    deals,
    ['status', 'stage'],
    [...listFields, 'pipeline', 'closing', 'created', 'last_stage_change', 'next_step', 'next_activity'],
  ),
  snapshots: {
    ...maybe(
      snapshots,
      ['deal_id', 'snapshot_at', 'stage'],
      ['status', 'status_text', 'pipeline', 'value', 'close_date'],
    ),
    unscoped: true,
  },
  history: historyOfDeals,
  activities: activitiesOfDeals,
  stages: maybe(stages, ['stage'], ['alias', 'pipeline']),
  asOf: common.asOf,
  since: {
    type: 'day',
    about: 'The day that the deals are compared with. Left out, the day of the last snapshot before the as-of day.',
  },
  strict: {
    type: 'flag',
    default: false,
    about: 'Only deals whose amount and close date have not changed either; needs snapshots.',
  },
  ...listParams,
} as const

type In = Inputs<typeof params>
type Tables = Pick<In, 'deals' | 'snapshots' | 'history' | 'asOf' | 'strict'>

/** Whether an open deal has not moved; `null` where nothing tells. */
type Verdict = (row: number) => boolean | null

const sinceDay = ({ snapshots, asOf, since }: In): Day => {
  const before = snapshots === null ? [] : snapshotDays(snapshots).filter((day) => day < asOf)
  const day = since ?? before[before.length - 1]
  if (day !== undefined) return day
  throw new SpmError(
    'argument',
    'since is missing, and there is no snapshot before the as-of day: give the day to compare with, such as 2026-03-01.',
  )
}

const equal = (a: number, b: number): boolean => (Number.isNaN(a) ? Number.isNaN(b) : Math.abs(a - b) < 0.005)

/** Whether neither the amount nor the close date differ from those in the snapshot. */
const sameTerms = ({ deals, snapshots }: Tables, { data }: Context): ((row: number, then: number) => boolean) => {
  const value = needColumn(data, 'deals', 'value', deals.value)
  const closing = needColumn(data, 'deals', 'closing', deals.closing)
  const valueThen = needColumn(data, 'snapshots', 'value', snapshots?.value ?? null)
  const closingThen = needColumn(data, 'snapshots', 'close_date', snapshots?.close_date ?? null)
  return (row, then) => equal(value.at(row), valueThen.at(then)) && equal(closing.at(row), closingThen.at(then))
}

const bySnapshot = (tables: Tables, since: Day, context: Context): ((row: number) => boolean | null) => {
  const { deals, snapshots, strict } = tables
  if (snapshots === null) return () => null
  const ids = needColumn(context.data, 'deals', 'deal_id', deals.deal_id)
  const rows = pastRows(ids, snapshots, since)
  const isSameStage = sameStage(deals, snapshots, context.data)
  const isSame = strict ? sameTerms(tables, context) : () => true
  const { status } = snapshots
  return (row) => {
    const then = rows[row] ?? -1
    if (then < 0) return null
    return status?.isClosed(then) !== true && isSameStage(row, then) && isSame(row, then)
  }
}

/** Without a snapshot of the deal: whether its stage last changed before the day, where that is known. */
const byStageChange = ({ deals, history, asOf, strict }: Tables, since: Day): Verdict => {
  const changed = stageSince(deals, history, asOf)
  return (row) => {
    if (numberAt(deals.created, row) >= since) return false
    const day = changed === null ? NaN : changed(row)
    if (day >= since) return false
    return strict || Number.isNaN(day) ? null : true
  }
}

const lacking = { table: 'snapshots', field: null } as const

const needPast = ({ snapshots, strict }: Tables, since: Day, knowsChanges: boolean): void => {
  const first = snapshots === null ? undefined : snapshotDays(snapshots)[0]
  if (first !== undefined && first <= since) return
  const missing = first === undefined ? 'there are none' : `the first is of ${isoDay(first)}`
  if (strict)
    throw new SpmError(
      'no-answer',
      `strict=TRUE needs snapshots at or before ${isoDay(since)}, and ${missing}.`,
      lacking,
    )
  if (!knowsChanges)
    throw new SpmError(
      'no-answer',
      `NOT_MOVED needs snapshots at or before ${isoDay(since)} (${missing}), a StageHistory, or a column "Last stage change" in the opportunities.`,
      lacking,
    )
}

/** Works something out at its first use: a million activities are not read for a count. */
const whenAsked = <T>(workOut: () => T): (() => T) => {
  let found: T | undefined
  return () => (found ??= workOut())
}

export const notMoved = defineMetric({
  name: 'NOT_MOVED',
  title: 'Not moved',
  family: 'flow',
  about: 'Open deals that are in the same stage as on an earlier day.',
  variant:
    'open deals in the stage that the snapshots show for the end of that day, with strict also with the same amount and close date; a deal in no snapshot by its last stage change, which must lie before that day',
  params,
  columns: {
    ...listColumns,
    closeDate: { label: 'Close date', kind: 'date' },
    inStage: { label: 'Days in stage', kind: 'days' },
    nextStep: { label: 'Next step', kind: 'text' },
    nextActivity: { label: 'Next activity', kind: 'date' },
  },
  sources: ['A-23', 'EB1'],
  compute(inputs, context) {
    const { deals, history, activities, asOf, mode, top } = inputs
    const since = sinceDay(inputs)
    const inStage = stageSince(deals, history, asOf)
    needPast(inputs, since, inStage !== null)
    const [bySnapshotRow, byChange] = [bySnapshot(inputs, since, context), byStageChange(inputs, since)]
    const next = whenAsked(() => {
      const linked = linkActivities(activities, deals.deal_id, asOf, context.settings.activity_types)
      return nextActivity(deals.next_activity, linked, asOf)
    })
    let unjudged = 0
    const rows = rowsWhere(deals.rows, (row) => {
      if (!deals.status.isOpen(row)) return false
      const verdict = bySnapshotRow(row) ?? byChange(row)
      if (verdict === null) unjudged++
      return verdict === true
    })
    context.note(`Compared with ${isoDay(since)}.`)
    if (unjudged > 0) context.note(`Open deals that are in no snapshot of that day and cannot be judged: ${unjudged}.`)
    tellListed(context, deals, rows, 'moved since, or not to be judged')
    return listOrFigure({ mode, top }, rows, deals, context, (row) => ({
      closeDate: orBlank(numberAt(deals.closing, row)),
      inStage: inStage === null ? null : orBlank(asOf - inStage(row)),
      nextStep: textAt(deals.next_step, row),
      nextActivity: orBlank(next()(row)),
    }))
  },
})
