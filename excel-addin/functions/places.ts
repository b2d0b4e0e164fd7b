import type { Metric } from '#core/metrics/define'
import type { Param, AnyTableParam } from '#core/metrics/params'
import { snakeCase } from '#core/metrics/read-args'

/** A parameter of a metric other than its tables. */
export type ValueParam = Exclude<Param, AnyTableParam>

/** What stands at one place of a function's arguments. */
export type Place =
  | { readonly is: 'table'; readonly name: string; readonly param: AnyTableParam }
  | { readonly is: 'value'; readonly name: string; readonly param: ValueParam }
  | { readonly is: 'scope' | 'settings' | 'headers'; readonly name: string }

const placeOf = (key: string, param: Param): Place =>
  param.type === 'table' ? { is: 'table', name: snakeCase(key), param } : { is: 'value', name: snakeCase(key), param }

/** The arguments of a metric's function, in their order: its own, then scope, settings and headers. */
export const placesOf = (metric: Metric): readonly Place[] => [
  ...Object.entries(metric.params).map(([key, param]) => placeOf(key, param)),
  { is: 'scope', name: 'scope' },
  { is: 'settings', name: 'settings' },
  { is: 'headers', name: 'headers' },
]

/** Whether Excel hands the argument over as rows of cells, be it one cell or many: tables, periods, and lists of texts. */
export const takesRange = (place: Place): boolean =>
  place.is === 'table' ||
  place.is === 'settings' ||
  (place.is === 'value' && (place.param.type === 'period' || place.param.type === 'text'))
