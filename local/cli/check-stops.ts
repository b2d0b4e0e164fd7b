import type { Dataset } from '#core/dataset/dataset'
import type { Finding } from '#core/dataset/findings'
import { oddities } from '#core/dataset/oddities/oddities'
import { tableNames, tables, type TableName } from '#core/dataset/tables/index'
import type { TableSchema } from '#core/dataset/schema'
import { SpmError } from '#core/errors'

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
