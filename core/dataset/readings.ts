import { isBlank } from '../cells/blank.ts'
import { dateOrderOf, type DateOrder } from '../cells/date-text.ts'
import type { Grid } from '../cells/grid.ts'
import { SpmError } from '../errors.ts'
import { cellFindings } from './cell-findings.ts'
import type { Finding } from './findings.ts'
import type { Located } from './locate.ts'
import { placeCells, placeName } from './place-cells.ts'
import { formatsOf, readKind, type ColumnReading } from './read-kind.ts'
import type { TableSchema } from './schema.ts'
import type { Settings } from './settings.ts'
import type { Source } from './table.ts'

/** The columns of one table as they were read. */
export interface Readings {
  /** Reads a column when it is first asked for; `null` where the table has none. An open conflict is an error. */
  of(field: string): ColumnReading | null
  /** What the columns read so far have shown. */
  readonly findings: readonly Finding[]
}

const filledTexts = (grid: Grid, rows: Uint32Array, column: number): string[] => {
  const texts: string[] = []
  for (const row of rows) {
    const cell = grid[row]?.[column]
    if (typeof cell === 'string' && !isBlank(cell)) texts.push(cell)
  }
  return texts
}

/** The order of day and month that the first of these date columns tells. */
const orderIn = (grid: Grid, { recognition, rows }: Located, fields: readonly string[]): DateOrder | null => {
  for (const field of fields) {
    const place = recognition.fields.get(field)
    if (place === undefined || 'constant' in place) continue
    const { order } = dateOrderOf(filledTexts(grid, rows, place.columns[0] ?? -1))
    if (order !== null) return order
  }
  return null
}

const refuseConflict = (schema: TableSchema, { name }: Source, { recognition }: Located, field: string): void => {
  const claims = recognition.conflicts.get(field)
  if (claims === undefined) return
  const [first = ''] = claims
  throw new SpmError(
    'conflict',
    `"${name}" has ${claims.length} columns for ${schema.name}.${field}: ${claims.map((claim) => `"${claim}"`).join(' and ')}. Say which one counts: --map "${schema.name}.${field}=${first}".`,
  )
}

/** Reads the columns of a table that was found in a range, each once. */
export const readingsOf = (schema: TableSchema, source: Source, located: Located, settings: Settings): Readings => {
  const { name: table, grid, firstRow = 1 } = source
  const formats = formatsOf(settings)
  const known = new Map<string, ColumnReading>()
  const findings: Finding[] = []
  const dates = Object.entries(schema.fields).flatMap(([field, { kind }]) =>
    kind === 'date' || kind === 'datetime' ? [field] : [],
  )
  const read = (field: string): ColumnReading | null => {
    refuseConflict(schema, source, located, field)
    const place = located.recognition.fields.get(field)
    const kind = schema.fields[field]?.kind
    if (place === undefined || kind === undefined) return null
    const others = dates.filter((each) => each !== field)
    const cells = placeCells(grid, located, field, place)
    const reading = readKind(kind, cells, formats, () => orderIn(grid, located, others))
    const site = { table, column: placeName(located, field), kind, firstRow, rows: located.rows.length }
    findings.push(...cellFindings(reading, site, settings))
    known.set(field, reading)
    return reading
  }
  return { of: (field) => known.get(field) ?? read(field), findings }
}
