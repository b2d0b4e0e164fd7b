import { distance } from 'fastest-levenshtein'
import { dictionaryOf, languageOf, meaningOf } from './dictionary.ts'
import { headerKey, repeated } from './header.ts'
import { isLanguage, type LanguageName, type SourceName, type TableSchema } from './schema.ts'
import { sourceOf } from './sources.ts'

/**
 * Where a field is read from: a column of the grid, the first of several that has anything in it, several that are
 * joined row by row, or a constant.
 */
export type Place = { readonly columns: readonly number[]; readonly joined?: true } | { readonly constant: string }

export interface Suggestion {
  readonly header: string
  readonly field: string
}

/** What the header row of a range says about it as one table. */
export interface Recognition {
  readonly source: SourceName
  readonly fields: ReadonlyMap<string, Place>
  /** Fields that two different headers claim, with those headers. */
  readonly conflicts: ReadonlyMap<string, readonly string[]>
  /** Headers that mean different fields in different systems. */
  readonly open: ReadonlyMap<string, readonly string[]>
  readonly unknown: readonly string[]
  /** Headers that nearly are a known word; shown, never applied. */
  readonly suggestions: readonly Suggestion[]
}

/** Fields set by hand: a header, several headers separated by commas, or a constant in quotes. */
export type FieldMap = Readonly<Record<string, string>>

const constantOf = (value: string): string | null => /^(['"])(.*)\1$/.exec(value.trim())?.[2] ?? null

const placeOf = (columns: readonly number[]): Place => (columns.length > 1 ? { columns, joined: true } : { columns })

const mappedPlace = (value: string, headers: readonly string[]): Place | { readonly missing: string } => {
  const constant = constantOf(value)
  if (constant !== null) return { constant }
  const whole = columnsNamed(value, headers)
  if (whole.length > 0) return placeOf(whole)
  const columns: number[] = []
  for (const part of value.split(',')) {
    const found = columnsNamed(part, headers)
    if (found.length === 0) return { missing: part.trim() }
    columns.push(...found)
  }
  return placeOf(columns)
}

const columnsNamed = (name: string, headers: readonly string[]): number[] => {
  const exact = headers.flatMap((header, column) => (header.trim() === name.trim() ? [column] : []))
  if (exact.length > 0) return exact
  return headers.flatMap((header, column) => (header !== '' && headerKey(header) === headerKey(name) ? [column] : []))
}

/** Columns that a mapping names and the table has not. */
export const missingInMap = (map: FieldMap, headers: readonly string[]): readonly { field: string; header: string }[] =>
  Object.entries(map).flatMap(([field, value]) => {
    const place = mappedPlace(value, headers)
    return 'missing' in place ? [{ field, header: place.missing }] : []
  })

/** At most three letters off, and a third of the word. */
const isNear = (off: number, word: string): boolean => off <= Math.min(3, Math.max(1, Math.floor(word.length / 3)))

/** Where a header row comes from, and the language that it is kept in. */
interface Origin {
  readonly source: SourceName
  readonly language: LanguageName | null
}

/** Whether a word may be meant: one that only another language has says little. */
const isOurs = (meanings: ReadonlyMap<SourceName, unknown>, language: LanguageName | null): boolean =>
  [...meanings.keys()].some((source) => source === language || !isLanguage(source))

const suggestionFor = (header: string, schema: TableSchema, language: LanguageName | null): Suggestion | null => {
  const key = headerKey(header)
  if (key.length < 4) return null
  let best: { readonly field: string; readonly off: number } | null = null
  for (const [word, meanings] of dictionaryOf(schema)) {
    const [{ field } = { field: undefined }] = meanings.values()
    if (field === undefined || !isOurs(meanings, language)) continue
    const off = distance(key, word)
    if (isNear(off, word) && off < (best?.off ?? Infinity)) best = { field, off }
  }
  return best === null ? null : { header, field: best.field }
}

/** What the headers say by themselves. */
interface Reading {
  /** For each field the columns that claim it, by the key of their header. */
  readonly claims: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>
  /** Columns that stand in for those. */
  readonly substitutes: ReadonlyMap<string, readonly number[]>
  readonly open: ReadonlyMap<string, readonly string[]>
  readonly unknown: readonly string[]
}

/** Dynamics marks what must stay as it is; the mark makes no other header of it. */
const mark = /^\(do not modify\)\s*/i

const readHeaders = (headers: readonly string[], schema: TableSchema, { source, language }: Origin): Reading => {
  const dictionary = dictionaryOf(schema)
  const present = new Set(headers)
  const claims = new Map<string, Map<string, number[]>>()
  const substitutes = new Map<string, number[]>()
  const open = new Map<string, readonly string[]>()
  const unknown: string[] = []
  headers.forEach((header, column) => {
    if (header === '') return
    const first = repeated(header, present)
    const meaning = meaningOf(dictionary, first, source, language ?? source)
    if (meaning === null) unknown.push(header)
    else if ('between' in meaning) open.set(header, meaning.between)
    else if (meaning.substitute) substitutes.set(meaning.field, [...(substitutes.get(meaning.field) ?? []), column])
    else {
      const claim = claims.get(meaning.field) ?? new Map<string, number[]>()
      const key = headerKey(first.replace(mark, ''))
      claims.set(meaning.field, claim.set(key, [...(claim.get(key) ?? []), column]))
    }
  })
  return { claims, substitutes, open, unknown }
}

const mappedFields = (map: FieldMap, headers: readonly string[]): Map<string, Place> => {
  const fields = new Map<string, Place>()
  for (const [field, value] of Object.entries(map)) {
    const place = mappedPlace(value, headers)
    if (!('missing' in place)) fields.set(field, place)
  }
  return fields
}

/** Spellings of one header are joined row by row; of repeated headers and of substitutes one column counts. */
const claimedPlace = (
  columns: readonly number[],
  substitutes: readonly number[],
  headers: readonly string[],
): Place => {
  const present = new Set(headers)
  const spellings = new Set(columns.map((column) => repeated(headers[column] ?? '', present)))
  return { columns: [...columns, ...substitutes], ...(spellings.size > 1 && { joined: true }) }
}

/** Reads a header row as one table. Only exact words count; what is set by hand comes first. */
export const recognise = (headers: readonly string[], schema: TableSchema, map: FieldMap = {}): Recognition => {
  const language = languageOf(dictionaryOf(schema), headers)
  const source = sourceOf(headers)
  const { claims, substitutes, open, unknown } = readHeaders(headers, schema, { source, language })
  const fields = mappedFields(map, headers)
  const conflicts = new Map<string, readonly string[]>()
  for (const [field, claim] of claims) {
    if (fields.has(field)) continue
    const [columns = [], ...others] = claim.values()
    if (others.length === 0) fields.set(field, claimedPlace(columns, substitutes.get(field) ?? [], headers))
    else
      conflicts.set(
        field,
        [columns, ...others].map(([column = 0]) => headers[column] ?? ''),
      )
  }
  for (const [field, columns] of substitutes)
    if (!fields.has(field) && !conflicts.has(field)) fields.set(field, { columns })
  const suggestions = unknown.flatMap((header) => {
    const suggestion = suggestionFor(header, schema, language)
    return suggestion === null || fields.has(suggestion.field) ? [] : [suggestion]
  })
  const origin = source === 'generic' ? (language ?? source) : source
  return { source: origin, fields, conflicts, open, unknown, suggestions }
}

/** How well a header row fits a table: the recognised fields, 0 where nothing marks it as that table. */
export const fitOf = (recognition: Recognition, schema: TableSchema): number => {
  const has = (field: string): boolean => recognition.fields.has(field) || recognition.conflicts.has(field)
  return schema.marks.some((mark) => mark.every((field) => has(field) || has(`${field}_text`)))
    ? recognition.fields.size + recognition.conflicts.size
    : 0
}
