import type { Numbers } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { needColumn } from './missing-column.ts'
import { isFilled } from './is-filled.ts'

export const touchKinds = ['modified', 'activity', 'stage', 'any'] as const
export type TouchKind = (typeof touchKinds)[number]

export interface TouchedDeals {
  readonly rows: number
  readonly created: Numbers | null
  readonly last_modified: Numbers | null
  readonly last_activity: Numbers | null
  readonly last_stage_change: Numbers | null
}

export interface TouchOptions {
  readonly kind: TouchKind
  /** Leaves out changes of many records at one moment: an import is not an update. */
  readonly ignoreBulk: boolean
  /** Day of the last activity of each row's deal, by the Activities table; `null` without that table. */
  readonly lastActivity: ((row: number) => number) | null
}

export interface Touches {
  /** Day of the last touch of each row, else of its creation; NaN where neither is known. */
  readonly days: Float64Array
  /** 1 for rows without a touch of their own, which count from their creation; 2 where a bulk update was left out. */
  readonly fallbacks: Uint8Array
  /** Share of the updates that each left out minute holds, by minutes since day 0. */
  readonly bulk: ReadonlyMap<number, number>
}

const bulkShare = 0.3

/** Minutes since day 0. A cell that holds a day alone is in its first minute. */
const minuteOf = (moment: number): number => Math.floor(moment * 1440 + 0.001)

/** The minutes in which more than 30% of the filled cells lie, and more than one of them, with their shares. */
const bulkMinutes = (column: Numbers): readonly (readonly [number, number])[] => {
  const counts = new Map<number, number>()
  let filled = 0
  for (const moment of column.values) {
    if (Number.isNaN(moment)) continue
    filled++
    const minute = minuteOf(moment)
    counts.set(minute, (counts.get(minute) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count > 1 && count > filled * bulkShare)
    .map(([minute, count]) => [minute, count / filled] as const)
}

/** The columns that a kind of touch is read from; where there is none, the error that names the usual one. */
const columnsOf = (deals: TouchedDeals, { kind, lastActivity }: TouchOptions, data: Dataset): readonly Numbers[] => {
  const filled = (...columns: readonly (Numbers | null)[]): readonly Numbers[] =>
    columns.filter((column) => column !== null).filter(isFilled)
  const orElse = (found: readonly Numbers[], field: 'last_modified' | 'last_activity'): readonly Numbers[] =>
    found.length > 0 || lastActivity !== null ? found : [needColumn(data, 'deals', field, deals[field])]
  switch (kind) {
    case 'modified':
      return [needColumn(data, 'deals', 'last_modified', deals.last_modified)]
    case 'stage':
      return [needColumn(data, 'deals', 'last_stage_change', deals.last_stage_change)]
    case 'activity':
      return orElse(filled(deals.last_activity), 'last_activity')
    case 'any':
      return orElse(filled(deals.last_modified, deals.last_activity, deals.last_stage_change), 'last_modified')
  }
}

/** Puts the creation where there is no touch, and takes the time of day off. */
const fallBack = ({ days, fallbacks }: Touches, created: Numbers | null): void => {
  for (let row = 0; row < days.length; row++) {
    const touched = !Number.isNaN(days[row])
    if (touched) fallbacks[row] = 0
    else {
      fallbacks[row] = Math.max(1, fallbacks[row] ?? 0)
      days[row] = created?.at(row) ?? NaN
    }
    days[row] = Math.floor(days[row] ?? NaN)
  }
}

/** Moves each row's day on to its moment in a column, where that is later; a bulk update is left out and marked. */
const moveOn = ({ days, fallbacks, bulk }: Touches, { values }: Numbers): void => {
  for (let row = 0; row < days.length; row++) {
    const moment = values[row] ?? NaN
    if (bulk.size > 0 && bulk.has(minuteOf(moment))) fallbacks[row] = 2
    else if (moment > (days[row] ?? NaN) || Number.isNaN(days[row])) days[row] = moment
  }
}

/** The latest touch of every row; the creation where there is none. */
export const readTouches = (deals: TouchedDeals, options: TouchOptions, data: Dataset): Touches => {
  const { kind, lastActivity } = options
  const columns = columnsOf(deals, options, data)
  const touches: Touches = {
    days: new Float64Array(deals.rows).fill(NaN),
    fallbacks: new Uint8Array(deals.rows),
    bulk: new Map(options.ignoreBulk ? columns.flatMap(bulkMinutes) : []),
  }
  if (lastActivity !== null && (kind === 'activity' || kind === 'any'))
    for (let row = 0; row < deals.rows; row++) touches.days[row] = lastActivity(row)
  for (const column of columns) moveOn(touches, column)
  fallBack(touches, deals.created)
  return touches
}
