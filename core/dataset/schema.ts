import type { Flags, Numbers, Statuses, Texts } from './columns.ts'

/** What a column holds, and so how its cells are read. */
export type Kind =
  | 'id'
  | 'text'
  | 'enum'
  | 'number'
  | 'hours'
  | 'money'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'bool'
  | 'status'
  /** Worked out from other columns as a money amount or a day. */
  | 'value'
  | 'day'

/** Whether a column adds up as money: it is shared out by credit and added up over the lines of a deal. */
export const isMoney = (kind: Kind): boolean => kind === 'money' || kind === 'value'

export interface ColumnOf {
  readonly id: Texts
  readonly text: Texts
  readonly enum: Texts
  readonly number: Numbers
  readonly hours: Numbers
  readonly money: Numbers
  readonly percent: Numbers
  readonly date: Numbers
  readonly datetime: Numbers
  readonly bool: Flags
  readonly status: Statuses
  readonly value: Numbers
  readonly day: Numbers
}

export type AnyColumn = Texts | Numbers | Flags | Statuses

export interface Field<K extends Kind = Kind> {
  readonly kind: K
  readonly about: string
  /** `mandatory`: the table is recognised by it. `derived`: worked out, never read from a column of its own name. */
  readonly level?: 'mandatory' | 'recommended' | 'derived'
  /** What an `enum` may hold; other words are findings. */
  readonly values?: readonly string[]
}

export type Fields = Readonly<Record<string, Field>>

/** Languages in which tables are kept by hand; each is a source of its own. */
export const languageNames = ['german', 'french', 'spanish', 'finnish', 'swedish', 'danish'] as const
export type LanguageName = (typeof languageNames)[number]

/** Where a header comes from; each has its own words for the fields. */
export const sourceNames = [
  'salesforce',
  'hubspot',
  'pipedrive',
  'dynamics',
  'odoo',
  'zoho',
  'suitecrm',
  'espocrm',
  'frappe',
  'freshsales',
  ...languageNames,
  'generic',
] as const
export type SourceName = (typeof sourceNames)[number]

export const isLanguage = (source: SourceName): source is LanguageName =>
  languageNames.some((language) => language === source)

export type Synonyms<F extends Fields> = Readonly<
  Partial<Record<SourceName, Readonly<Partial<Record<keyof F & string, readonly string[]>>>>>
>

export interface TableSchema<N extends string = string, F extends Fields = Fields> {
  readonly name: N
  /** As people call it, and the default name of its tab. */
  readonly title: string
  readonly about: string
  readonly fields: F
  readonly synonyms: Synonyms<F>
  /** Words that count only where no column of the field's own words has anything in it. */
  readonly substitutes?: Synonyms<F>
  /** Any one of these sets of fields marks a range as this table. */
  readonly marks: readonly (readonly (keyof F & string)[])[]
}

export const defineTable = <const N extends string, const F extends Fields>(
  schema: TableSchema<N, F>,
): TableSchema<N, F> => schema
