import type { Day } from '../cells/day.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { isFilled } from './is-filled.ts'
import { readTouches } from './last-touch.ts'
import { numberAt } from './cell-at.ts'
import { staleLimits } from './stale-limits.ts'

interface FlaggedDeals {
  readonly rows: number
  readonly value: Numbers | null
  readonly stage: Texts | null
  readonly pipeline: Texts | null
  readonly closing: Numbers | null
  readonly created: Numbers | null
  readonly last_modified: Numbers | null
  readonly next_step: Texts | null
  readonly next_activity: Numbers | null
}

/** The day of each deal's next planned activity, NaN without one; and whether the Activities table had its say. */
export interface Planned {
  next(row: number): number
  readonly linked: boolean
}

type Test = (row: number) => boolean

const isStale = (deals: FlaggedDeals, asOf: Day, data: Dataset): Test => {
  if (!isFilled(deals.last_modified)) return () => false
  const { created, last_modified } = deals
  const touched = { rows: deals.rows, created, last_modified, last_activity: null, last_stage_change: null }
  const { days } = readTouches(touched, { kind: 'modified', ignoreBulk: false, lastActivity: null }, data)
  const limit = staleLimits(data, deals, null)
  return (row) => asOf - (days[row] ?? NaN) >= limit(row)
}

/** Neither a next step nor a planned activity; not asked where nothing could hold one. */
const hasNoStep = ({ next_step, next_activity }: FlaggedDeals, { next, linked }: Planned): Test => {
  if (!linked && !isFilled(next_step) && !isFilled(next_activity)) return () => false
  return (row) => next_step?.isBlank(row) !== false && Number.isNaN(next(row))
}

/** What a manager should ask about an open deal, in words, such as `overdue, no next step`; empty where nothing. */
export const dealFlags = (
  deals: FlaggedDeals,
  planned: Planned,
  asOf: Day,
  data: Dataset,
): ((row: number) => string) => {
  const tests: readonly (readonly [string, Test])[] = [
    ['overdue', (row) => numberAt(deals.closing, row) < asOf],
    ['no close date', (row) => deals.closing?.isBlank(row) === true],
    ['no amount', (row) => deals.value?.isBlank(row) === true],
    ['stale', isStale(deals, asOf, data)],
    ['no next step', hasNoStep(deals, planned)],
  ]
  return (row) =>
    tests
      .filter(([, holds]) => holds(row))
      .map(([flag]) => flag)
      .join(', ')
}
