import { isOwnName, headersOf } from './check-range.ts'
import { sourceTitles } from '#core/dataset/sources'
import type { Place } from '#core/dataset/recognise'
import type { Table } from '#core/dataset/table'
import { headerHash } from '#core/dataset/header-hash'
import type { MapOrigin } from './inputs.ts'

/** One field of a range: which columns feed it, and how that is known. */
export interface FieldFact {
  readonly field: string
  readonly columns: readonly string[]
  /** Stands in every row; `null` where columns feed the field. */
  readonly constant: string | null
  readonly how: string
  /** As a mapping says it; `null` where only the headers say it, by several columns. */
  readonly saved: string | null
}

/** What is known of the header row of a range. */
export interface MapFacts {
  readonly name: string
  readonly table: string
  readonly title: string
  readonly source: string
  readonly hash: string
  /** In the sheet, from 1. */
  readonly headerRow: number
  readonly headers: readonly string[]
  readonly rows: number
  readonly fields: readonly FieldFact[]
  /** Mandatory and recommended fields that no column feeds. */
  readonly missing: readonly string[]
}

const givenBy = (origins: readonly MapOrigin[], table: Table['schema'], field: string) => {
  for (const { how, maps } of origins) {
    const value = Object.entries(maps).find(([name]) => name === table.name)?.[1]?.[field]
    if (value !== undefined) return { how, value }
  }
  return null
}

/** A header says which column it is where it stands once and is no constant. */
const savedHeader = (columns: readonly string[], headers: readonly string[]): string | null => {
  const [header, ...others] = columns
  if (header === undefined || others.length > 0 || /^(['"]).*\1$/.test(header)) return null
  return headers.filter((each) => each === header).length === 1 ? header : null
}

const fieldFact = (table: Table, field: string, place: Place, origins: readonly MapOrigin[]): FieldFact => {
  const { headers, recognition } = table.located
  const columns = headersOf(place, headers)
  const given = givenBy(origins, table.schema, field)
  const { source } = recognition
  const word = source === 'generic' ? 'a known word' : `a word of ${sourceTitles[source]}`
  const byHeader = isOwnName(field, place, headers) ? 'its own name' : word
  return {
    field,
    columns,
    constant: 'constant' in place ? place.constant : null,
    how: given?.how ?? byHeader,
    saved: given?.value ?? savedHeader(columns, headers),
  }
}

/** Which column feeds which field of a table, and which of its fields none does. */
export const mapFactsOf = (table: Table, origins: readonly MapOrigin[]): MapFacts => {
  const { schema, located, name, rows } = table
  const { recognition, headers, headerRow } = located
  const order = Object.keys(schema.fields)
  const fed = order.flatMap((field) => {
    const place = recognition.fields.get(field)
    return place === undefined ? [] : [fieldFact(table, field, place, origins)]
  })
  const isFed = (field: string): boolean => [field, `${field}_text`].some((each) => table.has(each))
  return {
    name,
    table: schema.name,
    title: schema.title,
    source: recognition.source,
    hash: headerHash(headers),
    headerRow: headerRow + 1,
    headers: headers.filter((header) => header !== ''),
    rows,
    fields: fed,
    missing: order.filter((field) => {
      const level = schema.fields[field]?.level
      return (level === 'mandatory' || level === 'recommended') && !isFed(field)
    }),
  }
}
