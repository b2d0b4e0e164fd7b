import type { Day } from '../cells/day.ts'
import { rowsWhere, type Numbers, type Statuses, type Texts } from '../dataset/columns.ts'
import type { StageOrder } from '../dataset/stage-order.ts'

/** Open deals with one thing wrong, and how many open deals could not be judged. */
export interface Check {
  readonly rows: Uint32Array
  readonly unjudged: number
}

interface OpenDeals {
  readonly rows: number
  readonly status: Statuses
}

/** Rows of open deals for which the test says yes; `null` from it means that it cannot tell. */
const judge = ({ rows, status }: OpenDeals, test: (row: number) => boolean | null): Check => {
  let unjudged = 0
  const found = rowsWhere(rows, (row) => {
    if (!status.isOpen(row)) return false
    const verdict = test(row)
    if (verdict === null) unjudged++
    return verdict === true
  })
  return { rows: found, unjudged }
}

/** Open deals whose close date has passed. Due on the as-of day is not overdue; without a close date nobody can tell. */
export const findOverdue = (deals: OpenDeals, closeDate: Numbers, asOf: Day): Check =>
  judge(deals, (row) => (closeDate.isBlank(row) ? null : closeDate.at(row) < asOf))

export interface EarlyColumns {
  readonly closeDate: Numbers
  readonly stage: Texts
  readonly pipeline: Texts | null
}

/** Open deals that are due from as-of to `days` later, both included, and whose stage is an initial one. */
export const findEarly = (
  deals: OpenDeals,
  { closeDate, stage, pipeline }: EarlyColumns,
  order: StageOrder,
  asOf: Day,
  days: number,
): Check => {
  const positions = order.positions(stage, pipeline)
  const initial = order.stages.map((each) => each.initial)
  return judge(deals, (row) => {
    const day = closeDate.at(row)
    if (!(day >= asOf && day <= asOf + days)) return false
    return initial[positions[row] ?? -1] ?? null
  })
}

export interface StaleColumns {
  /** Day of the last touch of each row; NaN where it is not known. */
  readonly touched: Float64Array
  /** Days without a touch from which a row is stale. */
  limit(row: number): number
  /** Whether something planned keeps the deal from being stale. */
  spared(row: number): boolean
}

/** Open deals that nobody has touched for their limit of days or longer. */
export const findStale = (deals: OpenDeals, { touched, limit, spared }: StaleColumns, asOf: Day): Check =>
  judge(deals, (row) => {
    const day = touched[row] ?? NaN
    if (Number.isNaN(day)) return null
    return asOf - day >= limit(row) && !spared(row)
  })
