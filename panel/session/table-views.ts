import type { Dataset } from '#core/dataset/dataset'
import { fieldLabel } from '#core/dataset/header'
import type { Identified } from '#core/dataset/identify'
import type { Place, Recognition } from '#core/dataset/recognise'
import type { Field, TableSchema } from '#core/dataset/schema'
import type { Table } from '#core/dataset/table'
import { tableNames, tables, type TableName } from '#core/dataset/tables/index'
import type { FoundRange, SettingRow } from '../port.ts'
import type { FieldView, TableView } from './views.ts'

const headersOf = (place: Place, headers: readonly string[]): string =>
  'constant' in place ? `'${place.constant}'` : place.columns.map((column) => headers[column] ?? '').join(', ')

/** A status is kept in the source's own words, under a field of its own. */
const keysOf = (field: string, { kind }: Field): readonly string[] =>
  kind === 'status' ? [field, `${field}_text`] : [field]

const isShown = (field: string, { level, about }: Field): boolean =>
  level !== 'derived' && !field.endsWith('_text') && !about.endsWith('no figure reads it.')

interface Known {
  readonly recognition: Recognition
  readonly headers: readonly string[]
  readonly mapped: Readonly<Record<string, string>>
}

const fieldView = (field: string, definition: Field, { recognition, headers, mapped }: Known): FieldView => {
  const keys = keysOf(field, definition)
  const place = keys.map((key) => recognition.fields.get(key)).find((each) => each !== undefined)
  const { level } = definition
  return {
    field,
    label: fieldLabel(field),
    about: definition.about,
    level: level === 'mandatory' || level === 'recommended' ? level : 'optional',
    from: place === undefined ? null : headersOf(place, headers),
    mapped: keys.map((key) => mapped[key]).find((each) => each !== undefined) ?? null,
    suggestion: recognition.suggestions.find((each) => keys.includes(each.field))?.header ?? null,
  }
}

const fieldsOf = (schema: TableSchema, known: Known): readonly FieldView[] =>
  Object.entries(schema.fields).flatMap(([field, definition]) =>
    isShown(field, definition) ? [fieldView(field, definition, known)] : [],
  )

const openView = (table: Table, mapped: Readonly<Record<string, string>>): Partial<TableView> => {
  const { recognition, headers } = table.located
  const fields = fieldsOf(table.schema, { recognition, headers, mapped })
  return {
    records: table.rows,
    headers: headers.filter((header) => header !== ''),
    fields,
    missing: fields.flatMap(({ level, from, label }) => (level === 'mandatory' && from === null ? [label] : [])),
  }
}

const isOpenable = (name: TableName): boolean => name !== 'settings'

/** Every table that there can be, those that the workbook has first. */
export const tableViews = (
  data: Dataset,
  { tables: found, maps }: Identified,
  ranges: readonly FoundRange[],
  saved: readonly SettingRow[],
): readonly TableView[] => {
  const views = tableNames.filter(isOpenable).map((name): TableView => {
    const { title, about } = tables[name]
    const source = found[name]
    const table = source === undefined ? null : data.table(name)
    return {
      table: name,
      title,
      about,
      range: ranges.find((range) => range.name === source?.name) ?? null,
      chosen: saved.some(({ section, key, value }) => section === 'tables' && key === name && value !== ''),
      records: 0,
      headers: [],
      fields: [],
      missing: [],
      ...(table !== null && openView(table, maps[name] ?? {})),
    }
  })
  return [...views.filter(({ range }) => range !== null), ...views.filter(({ range }) => range === null)]
}
