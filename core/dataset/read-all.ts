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

/** Reads every column of every table, and collects what is wrong with them. */
export const readAll = (data: Dataset): Readings => {
  const stops = new Set<string>()
  for (const name of tableNames) {
    if (data.table(name) === null) continue
    const schema: TableSchema = tables[name]
    for (const field of Object.keys(schema.fields)) {
      const stop = stopIn(data, name, field)
      if (stop !== null) stops.add(stop)
    }
  }
  const findings = [...data.findings(), ...oddities(data)]
  for (const { level, text } of findings) if (level === 'stop') stops.add(text)
  return { stops: [...stops], findings: findings.filter(({ level }) => level !== 'stop') }
}
