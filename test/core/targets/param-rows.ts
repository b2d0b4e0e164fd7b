import { readModel } from '#core/targets/read-model'
import type { Model } from '#core/targets/model'
import type { ParamRow } from '#core/targets/versions'

/** Rows of Params out of `parameter` or `segment.parameter`, each with its value. */
export const paramRows = (values: Readonly<Record<string, number>>, version = ''): readonly ParamRow[] =>
  Object.entries(values).map(([name, value]) => {
    const [segment = '', parameter = ''] = name.includes('.') ? name.split('.') : ['', name]
    return { segment, parameter, value, unit: '', source: '', n: null, standardError: null, locked: false, version }
  })

export const modelOf = (values: Readonly<Record<string, number>>): Model => readModel(paramRows(values))

/** The worked example of the €100m: 94 ramped sellers, 11 selling months. */
export const hundredMillion = {
  target: 100e6,
  avg_deal: 50_000,
  win_rate: 0.25,
  shrink: 1,
  meeting_rate: 0.4,
  progress_meetings: 2.5,
  sellers: 94,
  selling_months: 11,
  cycle_won: 90,
  cycle_lost: 60,
}

/** The worked example of the selling-cost cap on top of it. */
export const withCosts = {
  ...hundredMillion,
  cost_cap: 0.1,
  fixed_cost: 6e6,
  commission_rate: 0.015,
  cost_f2f: 120,
  cost_virtual: 25,
}
