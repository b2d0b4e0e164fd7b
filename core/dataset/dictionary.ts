import { headerKey } from './header.ts'
import { languageNames, sourceNames, type LanguageName, type SourceName, type TableSchema } from './schema.ts'

/** What a header means to one source. */
export interface Word {
  readonly field: string
  /** Whether it only stands in for the field's own words. */
  readonly substitute: boolean
}

/** For one table: what each header key means to each source. */
export type Dictionary = ReadonlyMap<string, ReadonlyMap<SourceName, Word>>

const dictionaries = new WeakMap<object, Dictionary>()

type Entry = readonly [header: string, source: SourceName, word: Word]

const entriesOf = (words: TableSchema['synonyms'], substitute: boolean): readonly Entry[] =>
  sourceNames.flatMap((source) =>
    Object.entries(words[source] ?? {}).flatMap(([field, headers = []]) =>
      headers.map((header) => [header, source, { field, substitute }] as const),
    ),
  )

/** The table's own field names count as words of the generic source. */
const ownNames = ({ fields }: TableSchema): readonly Entry[] =>
  Object.entries(fields).flatMap(([field, { kind, level }]) =>
    level === 'derived' || kind === 'status' ? [] : [[field, 'generic', { field, substitute: false }] as const],
  )

export const dictionaryOf = (schema: TableSchema): Dictionary => {
  const known = dictionaries.get(schema)
  if (known !== undefined) return known
  const built = new Map<string, Map<SourceName, Word>>()
  const entries = [
    ...ownNames(schema),
    ...entriesOf(schema.synonyms, false),
    ...entriesOf(schema.substitutes ?? {}, true),
  ]
  for (const [header, source, word] of entries) {
    const key = headerKey(header)
    const meanings = built.get(key) ?? new Map<SourceName, Word>()
    const before = meanings.get(source)
    if (before !== undefined && (word.substitute || before.field !== word.field))
      throw new Error(`${schema.name}: "${header}" means both ${before.field} and ${word.field} to ${source}`)
    built.set(key, meanings.set(source, word))
  }
  dictionaries.set(schema, built)
  return built
}

/** The language of which a header row has most words, two at the least; `null` where none has more than the others. */
export const languageOf = (dictionary: Dictionary, headers: readonly string[]): LanguageName | null => {
  const words = new Map<LanguageName, number>()
  for (const header of headers) {
    const meanings = dictionary.get(headerKey(header))
    if (meanings === undefined || meanings.has('generic')) continue
    for (const language of languageNames)
      if (meanings.has(language)) words.set(language, (words.get(language) ?? 0) + 1)
  }
  const [first, second] = [...words].sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] > Math.max(1, second?.[1] ?? 0) ? first[0] : null
}

export type Meaning = Word | { readonly between: readonly string[] } | null

/**
 * What a header means in a table from this source, kept in this language: one field, an open choice, or nothing known.
 */
export const meaningOf = (
  dictionary: Dictionary,
  header: string,
  source: SourceName,
  language: SourceName = source,
): Meaning => {
  const meanings = dictionary.get(headerKey(header))
  if (meanings === undefined) return null
  const own = meanings.get(source) ?? meanings.get('generic') ?? meanings.get(language)
  if (own !== undefined) return own
  const words = [...meanings.values()]
  const fields = [...new Set(words.map(({ field }) => field))]
  const [field] = fields
  if (field === undefined || fields.length > 1) return { between: fields }
  return { field, substitute: words.every(({ substitute }) => substitute) }
}
