import type { Grid } from '../cells/grid.ts'
import { SpmError } from '../errors.ts'
import { fieldLabel } from './header.ts'
import { findHeader, headerRows, isLocatedAlike, locate, type Located } from './locate.ts'
import { isSpread, spreadReason } from './merged-header.ts'
import { missingInMap } from './recognise.ts'
import type { TableSchema } from './schema.ts'
import type { Source } from './source.ts'

const notATable = (schema: TableSchema, { name }: Source): SpmError => {
  const mandatory = Object.entries(schema.fields).flatMap(([field, { level }]) =>
    level === 'mandatory' ? [fieldLabel(field)] : [],
  )
  return new SpmError(
    'not-a-table',
    `"${name}" is no table of ${schema.title}: none of its first rows has two headers that are known (such as ${mandatory.slice(0, 5).join(', ')}). Put the headers in one row above the data, or name the columns that hold them: map ${schema.name}.${Object.keys(schema.fields)[0] ?? ''} to its column.`,
  )
}

const refuseMissing = (schema: TableSchema, { name, map = {} }: Source, headers: readonly string[]): void => {
  const [missing] = missingInMap(map, headers)
  if (missing === undefined) return
  throw new SpmError(
    'missing-column',
    `"${name}" has no column "${missing.header}", which the mapping gives for ${schema.name}.${missing.field}. Its columns are: ${headers.filter(Boolean).join(', ')}.`,
  )
}

/**
 * Finds the table in a range.
 *
 * @throws SpmError `not-a-table` without a header row or with one that is spread over two, `missing-column` for a mapping to a column that is not there
 */
export const findTable = (schema: TableSchema, source: Source): Located => {
  const found = findHeader(source.grid, schema, source.map)
  if (found === null) throw notATable(schema, source)
  if (isSpread(source.grid, found.headerRow, found.headers))
    throw new SpmError('not-a-table', spreadReason(source.name, found.headerRow + (source.firstRow ?? 1)))
  refuseMissing(schema, source, found.headers)
  const located = locate(source.grid, found)
  return { ...located, leftOut: [...(source.leftOut ?? []), ...located.leftOut] }
}

/** Whether a table that was found in one range stands in another as it did, with the same records, when these rows differ. */
export const isFoundAlike = (
  schema: TableSchema,
  { grid: before, map }: Source,
  found: Located,
  after: Grid,
  changed: readonly number[],
): boolean => {
  if (!isLocatedAlike(found, before, after, changed)) return false
  if (changed.every((row) => row >= headerRows)) return true
  return (
    findHeader(after, schema, map)?.headerRow === found.headerRow && !isSpread(after, found.headerRow, found.headers)
  )
}
