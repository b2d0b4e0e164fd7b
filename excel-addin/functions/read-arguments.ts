import type { Grid } from '#core/cells/grid'
import type { TableName } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import type { Args } from '#core/metrics/read-args'
import { cellOf, gridOf } from '../workbook/grid-of.ts'
import { placesOf, type Place, type ValueParam } from './places.ts'

/** A range that a formula names. */
export interface GivenRange {
  readonly grid: Grid
  /** Where it stands; `null` for what a formula made, or where Excel does not tell. */
  readonly address: string | null
}

/** What a formula gives to its function. */
export interface Given {
  readonly tables: Readonly<Partial<Record<TableName, GivenRange>>>
  readonly args: Args
  readonly headers: unknown
}

type Values = readonly (readonly unknown[])[]

const isRange = (value: unknown): value is Values => Array.isArray(value) && value.every((row) => Array.isArray(row))

/** The one cell of a range of one cell. */
const single = (value: unknown): unknown =>
  isRange(value) && value.length === 1 && value[0]?.length === 1 ? value[0][0] : value

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

/** A blank cell on the desktop comes as 0, which these never are; a flag, a number or a list of numbers may be 0. */
const zeroIsBlank = ({ type, ...param }: ValueParam): boolean =>
  type === 'number' ? 'minimum' in param && (param.minimum ?? 0) > 0 : type !== 'flag' && type !== 'text'

const hasZero = (value: unknown): boolean => (isRange(value) ? value.some((row) => row.includes(0)) : value === 0)

/** Where a 0 that may be a blank cell stands: only the cell itself tells. */
export const doubtfulAddress = (place: Place, value: unknown, address: string | null): string | null => {
  const isClear = place.is === 'scope' || (place.is === 'value' && zeroIsBlank(place.param))
  return !isClear && hasZero(value) ? address : null
}

const readValue = (place: Place, value: unknown): unknown => {
  if (isRange(value)) return value.map((row) => row.map((cell) => readValue(place, cell)))
  const cell = cellOf(value)
  if (cell === 0 && (place.is === 'scope' || (place.is === 'value' && zeroIsBlank(place.param)))) return null
  return cell
}

/** A table is given where its range is, and holds more than one blank cell. */
const isTable = (value: unknown): value is Values => isRange(value) && !isNothing(single(value)) && single(value) !== 0

/** Reads the arguments of a formula by what stands at each place. */
export const readArguments = (
  metric: Metric,
  values: readonly unknown[],
  addresses: readonly (string | null)[] = [],
): Given => {
  const tables: Partial<Record<TableName, GivenRange>> = {}
  const args: Record<string, unknown> = {}
  let headers: unknown = null
  for (const [i, place] of placesOf(metric).entries()) {
    const value = values[i] ?? null
    const table = place.is === 'table' ? place.param.table : 'settings'
    if (place.is === 'table' || place.is === 'settings') {
      if (isTable(value)) tables[table] = { grid: gridOf(value), address: addresses[i] || null }
    } else if (place.is === 'headers') headers = cellOf(single(value))
    else args[place.name] = readValue(place, single(value))
  }
  return { tables, args, headers }
}
