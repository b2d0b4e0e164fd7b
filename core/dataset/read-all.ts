import { SpmError } from '../errors.ts'
import type { Dataset } from './dataset.ts'
import type { Finding } from './findings.ts'
import { oddities } from './oddities/oddities.ts'
import type { TableSchema } from './schema.ts'
import { tableNames, tables, type TableName } from './tables/index.ts'

const stopIn = (data: Dataset, table: TableName, field: string): string | null => {
  try {
    data.anyColumn(table, field)
    return null
  } catch (error) {
    if (error instanceof SpmError) return error.message
    throw error
  }
}

export interface Readings {
  /** Why a column gives no figures, each sentence once. */
  readonly stops: readonly string[]
  /** What else is odd. */
  readonly findings: readonly Finding[]
}

/** How far the reading is: columns read, of how many. */
export interface ReadSoFar {
  readonly read: number
  readonly of: number
}

const columnsOf = (data: Dataset): readonly (readonly [TableName, string])[] =>
  tableNames.flatMap((name) => {
    const schema: TableSchema = tables[name]
    return data.table(name) === null ? [] : Object.keys(schema.fields).map((field) => [name, field] as const)
  })

/** Reads every column of every table, a column a step, so that a host can pause between two of them. */
export const readInSteps = function* (data: Dataset): Generator<ReadSoFar, Readings, undefined> {
  const stops = new Set<string>()
  const columns = columnsOf(data)
  for (const [i, [name, field]] of columns.entries()) {
    const stop = stopIn(data, name, field)
    if (stop !== null) stops.add(stop)
    yield { read: i + 1, of: columns.length }
  }
  const findings = [...data.findings(), ...oddities(data)]
  for (const { level, text } of findings) if (level === 'stop') stops.add(text)
  return { stops: [...stops], findings: findings.filter(({ level }) => level !== 'stop') }
}

/** Reads every column of every table at once, and collects what is wrong with them. */
export const readAll = (data: Dataset): Readings => {
  const steps = readInSteps(data)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
