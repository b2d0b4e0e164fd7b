import { DuckDBInstance, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api'
import type { Cell, Grid } from '#core/cells/grid'
import { placesOf } from '../cells.ts'
import { measured } from '../measure.ts'
import { tables, type Kind, type TablePlan } from '../tables.ts'
import type { Workload } from '../workload.ts'
import { answersOf, release, type Database } from './duckdb/answer.ts'
import { schemaOf } from './duckdb/schema.ts'

/** DuckDB as people feed it: the appender, value by value, texts as texts. */
const ingest = async (workload: Workload): Promise<Database> => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(
    schemaOf(
      (kind) => types[kind],
      (column) => `fed.${column}`,
    ),
  )
  for (const table of tables) await feed(connection, table, workload[table.from])
  return { instance, connection, words: null }
}

const types: Readonly<Record<Kind, string>> = {
  id: 'varchar',
  word: 'varchar',
  number: 'double',
  day: 'integer',
  moment: 'double',
  flag: 'boolean',
}

const feed = async (connection: DuckDBConnection, { name, columns }: TablePlan, grid: Grid): Promise<void> => {
  const places = placesOf(grid, ...columns.map(({ header }) => header))
  const plan = columns.map(({ header, kind }) => ({ kind, place: places[header] ?? -1 }))
  const appender = await connection.createAppender(`fed_${name}`)
  for (const row of grid.slice(1)) {
    for (const { kind, place } of plan) append(appender, kind, row[place])
    appender.endRow()
  }
  appender.closeSync()
}

const append = (appender: DuckDBAppender, kind: Kind, cell: Cell | undefined): void => {
  if (typeof cell === 'string') appender.appendVarchar(cell)
  else if (typeof cell === 'boolean') appender.appendBoolean(cell)
  else if (typeof cell !== 'number') appender.appendNull()
  else if (kind === 'day') appender.appendInteger(Math.floor(cell))
  else appender.appendDouble(cell)
}

export const run = measured({ ingest, query: answersOf, release })
