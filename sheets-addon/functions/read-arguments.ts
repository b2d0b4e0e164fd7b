import type { Grid } from '#core/cells/grid'
import { tables, type TableName } from '#core/dataset/tables/index'
import type { Source } from '#core/dataset/source'
import type { Described } from '#core/metrics/define'
import { snakeCase, type Args } from '#core/metrics/read-args'
import type { Clock } from '../clock.ts'
import { isValues, readCell, readGrid } from './read-grid.ts'

/** What a formula gives to its function. */
export interface Given {
  readonly tables: Readonly<Partial<Record<TableName, Source>>>
  readonly args: Args
  readonly headers: unknown
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** A range of one cell comes as its value alone. */
const gridOf = (value: unknown, clock: () => Clock): Grid =>
  isValues(value) ? readGrid(value, clock) : [[readCell(value, clock)]]

/** Reads the arguments of a formula by their places; blank ones count as left out. */
export const readArguments = (
  { params }: Pick<Described, 'params'>,
  given: readonly unknown[],
  clock: () => Clock,
): Given => {
  const found: Partial<Record<TableName, Source>> = {}
  const args: Record<string, unknown> = {}
  const take = (table: TableName, value: unknown): void => {
    if (!isNothing(value)) found[table] = { name: tables[table].title, grid: gridOf(value, clock) }
  }
  const entries = Object.entries(params)
  for (const [i, [name, param]] of entries.entries()) {
    const value = given[i]
    if (param.type === 'table') take(param.table, value)
    else if (!isNothing(value))
      args[snakeCase(name)] = isValues(value) ? readGrid(value, clock) : readCell(value, clock)
  }
  const [scope, settings, headers] = given.slice(entries.length)
  if (!isNothing(scope)) args['scope'] = readCell(scope, clock)
  take('settings', settings)
  return { tables: found, args, headers }
}
