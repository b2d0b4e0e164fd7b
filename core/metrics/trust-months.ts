import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import { SpmError } from '../errors.ts'
import type { Context } from './define.ts'
import { measureSnapshots, type ForecastMeasure, type MeasuredSnapshots } from './forecast-measure.ts'
import type { Grouping } from './grouping.ts'
import { needColumn } from './missing-column.ts'
import { monthForecasts, monthsUpTo, type MonthForecast } from './month-forecasts.ts'
import { sharedGroups, type KeyedGroups } from './shared-groups.ts'

const monthsBack = 3

export interface TrustSnapshots extends MeasuredSnapshots {
  readonly rows: number
  readonly snapshot_at: Numbers
  readonly deal_id: Texts
  readonly status: Statuses
  readonly status_text: Texts | null
  readonly close_date: Numbers | null
}

interface DealColumns {
  readonly rows: number
  readonly status: Statuses
  readonly closing: Numbers | null
  readonly value: Numbers | null
}

/** The snapshots, with the groups that their rows share with the deals. */
export interface GroupedSnapshots {
  readonly snapshots: TrustSnapshots
  readonly groups: KeyedGroups
}

export const groupSnapshots = (
  snapshots: TrustSnapshots | null,
  by: Grouping | null,
  dealIds: Texts | null,
  context: Context,
): GroupedSnapshots => {
  if (snapshots === null)
    throw new SpmError(
      'missing-table',
      'What was forecast is not known: no table of snapshots with a day and a deal ID was given.',
      { table: 'snapshots', field: null },
    )
  return { snapshots, groups: sharedGroups(context, by, dealIds, snapshots) }
}

/** The last three months before as-of and the one that holds it. */
export const trustMonths = (
  { snapshots, groups }: GroupedSnapshots,
  deals: DealColumns,
  measure: ForecastMeasure,
  context: Context,
): readonly MonthForecast[] => {
  const { data, calendar } = context
  const closed = {
    rows: deals.rows,
    status: deals.status,
    closing: needColumn(data, 'deals', 'closing', deals.closing),
    value: needColumn(data, 'deals', 'value', deals.value),
  }
  const { rows, snapshot_at, deal_id, status, status_text } = snapshots
  const close_date = needColumn(data, 'snapshots', 'close_date', snapshots.close_date)
  const seen = { rows, snapshot_at, deal_id, status, status_text, close_date }
  const amount = measureSnapshots(measure, snapshots, data)
  return monthForecasts(seen, closed, monthsUpTo(calendar, monthsBack), context, groups, amount.of)
}
