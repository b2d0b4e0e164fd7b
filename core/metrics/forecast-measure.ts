import type { Numbers, Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { stageOrderOf, type StageOrder } from '../dataset/stage-order.ts'
import { missingColumn, needColumn } from './missing-column.ts'
import { readCategories } from './forecast-category.ts'
import { isFilled } from './is-filled.ts'
import { winChance } from './win-chance.ts'

export const forecastMeasures = ['weighted', 'commit'] as const
export type ForecastMeasure = (typeof forecastMeasures)[number]

export interface MeasuredSnapshots {
  readonly value: Numbers | null
  readonly probability: Numbers | null
  readonly forecast_category: Texts | null
  readonly stage: Texts | null
  readonly pipeline: Texts | null
}

/** What each snapshot row adds to the forecast, and how many of those asked for add nothing since what they say is not known. */
export interface Measure {
  of(row: number): number
  readonly unknown: number
}

const byChance = (snapshots: MeasuredSnapshots, value: Numbers, order: StageOrder | null, data: Dataset): Measure => {
  const stages = order?.stages.some(({ probability }) => !Number.isNaN(probability)) ?? false
  if (!isFilled(snapshots.probability) && !stages) needColumn(data, 'snapshots', 'probability', snapshots.probability)
  const chance = winChance(snapshots, order, 'deal')
  let unknown = 0
  return {
    of: (row) => {
      const share = chance(row)
      if (Number.isNaN(share)) unknown++
      return value.at(row) * share
    },
    get unknown() {
      return unknown
    },
  }
}

const byCommitment = (
  snapshots: MeasuredSnapshots,
  value: Numbers,
  order: StageOrder | null,
  data: Dataset,
): Measure => {
  const categories = readCategories(snapshots, order)
  if (!categories.known)
    throw missingColumn(data, 'snapshots', 'forecast_category', snapshots.forecast_category !== null)
  return {
    of: (row) => (categories.of(row) === 'commit' ? value.at(row) : 0),
    get unknown() {
      return [...categories.unknown.values()].reduce((sum, count) => sum + count, 0)
    },
  }
}

/** `weighted`: value × probability; `commit`: the value of deals in the categories commit and closed. */
export const measureSnapshots = (measure: ForecastMeasure, snapshots: MeasuredSnapshots, data: Dataset): Measure => {
  const value = needColumn(data, 'snapshots', 'value', snapshots.value)
  const order = stageOrderOf(data)
  switch (measure) {
    case 'weighted':
      return byChance(snapshots, value, order, data)
    case 'commit':
      return byCommitment(snapshots, value, order, data)
  }
}
