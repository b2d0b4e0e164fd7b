import type { Day } from '../cells/day.ts'
import type { Numbers, Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { needColumn } from './missing-column.ts'

export const touchKinds = ['modified', 'activity', 'stage', 'any'] as const
export type TouchKind = (typeof touchKinds)[number]

export interface TouchedDeals {
  readonly rows: number
  readonly deal_id: Texts | null
  readonly created: Numbers | null
  readonly last_modified: Numbers | null
  readonly last_activity: Numbers | null
  readonly last_stage_change: Numbers | null
}

export interface Touches {
  /** Day of the last touch of each row, else of its creation; NaN where neither is known. */
  readonly days: Float64Array
  /** Rows that have no touch and so count from their creation. */
  fromCreation(row: number): boolean
  /** Minutes that were taken for bulk updates, with the share of the touches in each. */
  readonly bulk: ReadonlyMap<number, number>
}

const bulkShare = 0.3

/** Minutes since day 0. A cell that holds a day alone is in its first minute. */
const minuteOf = (moment: number): number => Math.floor(moment * 1440 + 0.001)

/** The minutes in which more than 30% of the filled cells lie, with their shares. */
const bulkMinutes = (column: Numbers): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  let filled = 0
  for (const moment of column.values) {
    if (Number.isNaN(moment)) continue
    filled++
    counts.set(minuteOf(moment), (counts.get(minuteOf(moment)) ?? 0) + 1)
  }
  return new Map([...counts].map(([minute, count]) => [minute, count / filled] as const).filter(([, share]) => share > bulkShare))
}

/** The columns that a kind of touch is read from; where none is there, the error that names the usual one. */
const columnsOf = (deals: TouchedDeals, kind: TouchKind, data: Dataset, activities: boolean): readonly Numbers[] => {
  const present = (columns: readonly (Numbers | null)[]): readonly Numbers[] =>
    columns.filter((column) => column !== null)
  switch (kind) {
    case 'modified':
      return [needColumn(data, 'deals', 'last_modified', deals.last_modified)]
    case 'stage':
      return [needColumn(data, 'deals', 'last_stage_change', deals.last_stage_change)]
    case 'activity':
      return activities
        ? present([deals.last_activity])
        : [needColumn(data, 'deals', 'last_activity', deals.last_activity)]
    case 'any': {
      const found = present([deals.last_modified, deals.last_activity, deals.last_stage_change])
      return found.length > 0 || activities ? found : [needColumn(data, 'deals', 'last_modified', null)]
    }
  }
}
