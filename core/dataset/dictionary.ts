import { headerKey } from './header.ts'
import type { SourceName, TableSchema } from './schema.ts'
import { sourceNames } from './schema.ts'

/** For one table: what each header key means to each source. */
export type Dictionary = ReadonlyMap<string, ReadonlyMap<SourceName, string>>

const dictionaries = new WeakMap<object, Dictionary>()

/** The table's own field names count as words of the generic source. */
export const dictionaryOf = (schema: TableSchema): Dictionary => {
  const known = dictionaries.get(schema)
  if (known !== undefined) return known
  const built = new Map<string, Map<SourceName, string>>()
  const add = (header: string, source: SourceName, field: string): void => {
    const key = headerKey(header)
    const meanings = built.get(key) ?? new Map<SourceName, string>()
    const before = meanings.get(source)
    if (before !== undefined && before !== field)
      throw new Error(`${schema.name}: "${header}" means both ${before} and ${field} to ${source}`)
    built.set(key, meanings.set(source, field))
  }
  for (const [field, { level }] of Object.entries(schema.fields))
    if (level !== 'derived' && schema.fields[field]?.kind !== 'status') add(field, 'generic', field)
  for (const source of sourceNames)
    for (const [field, headers] of Object.entries(schema.synonyms[source] ?? {}))
      for (const header of headers ?? []) add(header, source, field)
  dictionaries.set(schema, built)
  return built
}

export type Meaning = { readonly field: string } | { readonly between: readonly string[] } | null

/** What a header means in a table from this source: one field, an open choice, or nothing known. */
export const meaningOf = (dictionary: Dictionary, header: string, source: SourceName): Meaning => {
  const meanings = dictionary.get(headerKey(header))
  if (meanings === undefined) return null
  const own = meanings.get(source) ?? meanings.get('generic')
  if (own !== undefined) return { field: own }
  const fields = [...new Set(meanings.values())]
  return fields.length === 1 && fields[0] !== undefined ? { field: fields[0] } : { between: fields }
}
