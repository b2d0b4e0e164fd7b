import { parse } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { identify } from '#core/dataset/identify'
import { readTables } from '#local/files/read'

/** One set of tables, open in both: in our core, and as raw tables with views above them in DuckDB. */
export interface Both {
  readonly data: Dataset
  readonly instance: DuckDBInstance
  readonly connection: DuckDBConnection
}

export type SqlCell = string | number | boolean | null
export type SqlRow = Readonly<Record<string, SqlCell>>

const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || cell === ''

const typeOf = (cells: readonly (Cell | undefined)[]): string => {
  const filled = cells.filter((cell) => !isBlank(cell))
  if (filled.length > 0 && filled.every((cell) => typeof cell === 'number')) return 'double'
  return filled.length > 0 && filled.every((cell) => typeof cell === 'boolean') ? 'boolean' : 'varchar'
}

/** A grid as a table of its own: the headers as they stand, and `rn`, the number of the row. */
const load = async (connection: DuckDBConnection, name: string, grid: Grid): Promise<void> => {
  const [headers = [], ...rows] = grid
  const types = headers.map((_, column) => typeOf(rows.map((row) => row[column])))
  const columns = headers.map((header, column) => `"${String(header)}" ${types[column] ?? 'varchar'}`)
  await connection.run(`create table "raw ${name}" (rn integer, ${columns.join(', ')})`)
  const appender = await connection.createAppender(`raw ${name}`)
  rows.forEach((row, rn) => {
    appender.appendInteger(rn)
    types.forEach((type, column) => {
      const cell = row[column]
      if (isBlank(cell)) appender.appendNull()
      else if (type === 'double') appender.appendDouble(Number(cell))
      else if (type === 'boolean') appender.appendBoolean(cell === true)
      else appender.appendVarchar(String(cell))
    })
    appender.endRow()
  })
  appender.closeSync()
}

/** Reads the files once, for both. */
export const openBoth = async (paths: readonly string[], views: string, today: number): Promise<Both> => {
  const sheets = (await Promise.all(paths.map((path) => readTables(path, { inThread: true })))).flat()
  const named = sheets.map(({ file, sheet, grid }) => ({ name: sheet ?? parse(file).name, grid }))
  const { tables } = identify(named)
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  for (const { name, grid } of named) if ((grid[0]?.length ?? 0) > 1) await load(connection, name, grid)
  await connection.run(views)
  return { data: openDataset({ tables, today }), instance, connection }
}

/** Days as serial numbers, whole numbers of any size as numbers, of a union what it holds. */
const plain = (value: unknown): SqlCell => {
  if (value instanceof Date) return Math.round(value.getTime() / 86_400_000) + 25_569
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'object' && 'value' in value) return plain(value.value)
  throw new Error(`A value of SQL that no answer holds: ${String(value)}`)
}

export const query = async (connection: DuckDBConnection, sql: string): Promise<readonly SqlRow[]> => {
  const reader = await connection.runAndReadAll(sql)
  return reader
    .getRowObjectsJS()
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])))
}

export const release = ({ connection, instance }: Both): void => {
  connection.closeSync()
  instance.closeSync()
}
