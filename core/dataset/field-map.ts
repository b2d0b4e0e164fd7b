import { SpmError } from '../errors.ts'
import { headerKey } from './header.ts'
import { didYouMean } from './nearest.ts'
import type { FieldMap } from './recognise.ts'
import type { TableSchema } from './schema.ts'
import { tableNames, tables, type TableName } from './tables/index.ts'

/** Which columns are set by hand, by table. */
export type FieldMaps = Readonly<Partial<Record<TableName, FieldMap>>>

/** The table that a word names, by its key or title: `deals`, `Opportunities`, `StageHistory`; `null` for any other word. */
export const tableNamed = (word: string): TableName | null =>
  tableNames.find((name) => [name, tables[name].title].some((each) => headerKey(each) === headerKey(word))) ?? null

const fieldNamed = (schema: TableSchema, word: string, key: string): string => {
  const fields = Object.entries(schema.fields)
  const open = fields.flatMap(([field, { level }]) => (level === 'derived' ? [] : [field]))
  const found = fields.find(([field]) => headerKey(field) === headerKey(word))
  if (found === undefined || found[1].level === 'derived')
    throw new SpmError(
      'argument',
      `The mapping "${key}" is not possible: ${schema.title} has no field "${word}" of its own.${didYouMean(word, open, 'Its fields are:')}`,
    )
  return found[1].kind === 'status' ? `${found[0]}_text` : found[0]
}

/**
 * Mappings as people write them, `deals.owner` → `EmployeeKey`. A status is mapped where the source's own words are
 * kept, so `deals.status` stands for `deals.status_text`.
 *
 * @throws SpmError `argument` for a table or field that does not exist
 */
export const readFieldMaps = (entries: Iterable<readonly [key: string, value: string]>): FieldMaps => {
  const maps: Partial<Record<TableName, Record<string, string>>> = {}
  for (const [key, value] of entries) {
    const dot = key.indexOf('.')
    const word = dot < 0 ? key : key.slice(0, dot)
    const table = tableNamed(word.trim())
    if (dot < 0 || table === null)
      throw new SpmError(
        'argument',
        `The mapping "${key}" names no table.field, such as deals.owner.${dot < 0 ? '' : didYouMean(word, tableNames, 'Tables are:')}`,
      )
    const field = fieldNamed(tables[table], key.slice(dot + 1).trim(), key)
    maps[table] = { ...maps[table], [field]: value }
  }
  return maps
}

/** The first mapping, overruled field by field by the second. */
export const overrule = (first: FieldMaps, second: FieldMaps): FieldMaps =>
  Object.fromEntries(tableNames.map((name) => [name, { ...first[name], ...second[name] }]))
