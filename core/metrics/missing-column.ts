import type { Dataset } from '../dataset/dataset.ts'
import { fieldLabel } from '../dataset/header.ts'
import type { AnyColumn } from '../dataset/schema.ts'
import type { TableName } from '../dataset/tables/index.ts'
import { SpmError } from '../errors.ts'
import { isFilled } from './is-filled.ts'

/** Fields that are worked out, with the one that people would fill in. */
const sourceFields: Readonly<Record<string, string>> = {
  value: 'amount',
  closing: 'close_date',
  start: 'period',
  end: 'period',
}

const sentence = (data: Dataset, name: TableName, field: string, blank: boolean): string => {
  const table = data.table(name)
  const title = table?.name ?? name
  const wanted = sourceFields[field] ?? field
  if (blank)
    return `"${title}": column "${table?.header(wanted) ?? fieldLabel(wanted)}" is blank from top to bottom. Fill it in, or name another one: map ${name}.${wanted} to it.`
  const near = table?.located.recognition.suggestions.find((each) => each.field === wanted)
  const advice =
    near === undefined
      ? `Add it, or name the one that holds it: map ${name}.${wanted} to it.`
      : `Is it "${near.header}"? Then map ${name}.${wanted} to "${near.header}".`
  return `"${title}" has no column for ${fieldLabel(wanted)}. ${advice}`
}

/** The error for a column that is absent, or blank from top to bottom. */
export const missingColumn = (data: Dataset, table: TableName, field: string, blank = false): SpmError =>
  new SpmError('missing-column', sentence(data, table, field, blank), { table, field: sourceFields[field] ?? field })

/**
 * The column without which there is no answer. An error names it where it is absent, or blank in every row of the table;
 * within a scope, rows that are all blank are taken as they are.
 */
export const needColumn = <C extends AnyColumn>(
  data: Dataset,
  table: TableName,
  field: string,
  column: C | null,
): C => {
  const blank = column !== null && data.rows(table) > 0 && !isFilled(column)
  if (column !== null && (!blank || data.scope !== null)) return column
  throw missingColumn(data, table, field, blank)
}
