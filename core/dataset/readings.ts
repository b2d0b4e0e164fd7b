import { isBlank } from '../cells/blank.ts'
import { dateOrderOf, type DateOrder } from '../cells/date-text.ts'
import type { Grid } from '../cells/grid.ts'
import { SpmError } from '../errors.ts'
import { cellFindings } from './cell-findings.ts'
import type { Finding } from './findings.ts'
import type { Located } from './locate.ts'
import { placeCells, placeName } from './place-cells.ts'
import { formatsOf, kindReader, type ColumnReading, type RawColumn } from './read-kind.ts'
import type { RecordRows } from './record-rows.ts'
import type { ColumnReader } from './read-column.ts'
import type { Kind, TableSchema } from './schema.ts'
import type { Settings } from './settings.ts'
import { sheetRowOf, type Source } from './source.ts'

/** The columns of one table as they were read. */
export interface Readings {
  /** Reads a column when it is first asked for; `null` where the table has none. An open conflict is an error. */
  of(field: string): ColumnReading | null
  /** Reads several columns side by side: each row is looked at once. Fields that cannot be read yet are passed over. */
  readAhead(fields: readonly string[]): void
  /** What the columns read so far have shown. */
  readonly findings: readonly Finding[]
}

const filledTexts = (grid: Grid, rows: RecordRows, column: number): string[] => {
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
    `"${name}" has ${claims.length} columns for ${schema.name}.${field}: ${claims.map((claim) => `"${claim}"`).join(' and ')}. Say which one counts: map ${schema.name}.${field} to "${first}".`,
  )
}

interface Started {
  readonly field: string
  readonly kind: Kind
  readonly reader: ColumnReader<RawColumn, ColumnReading>
}

/** Rows that stay in the processor's cache while all columns take their cells from them. */
const blockRows = 512

const takeInBlocks = (started: readonly Started[], rows: number): void => {
  for (let from = 0; from < rows; from += blockRows)
    for (const { reader } of started) reader.take(from, Math.min(rows, from + blockRows))
}

/** Reads the columns of a table that was found in a range, each once. */
export const readingsOf = (schema: TableSchema, source: Source, located: Located, settings: Settings): Readings => {
  const { name: table, grid } = source
  const sheetRow = (row: number): number => sheetRowOf(source, row)
  const formats = formatsOf(settings)
  const known = new Map<string, ColumnReading>()
  const findings: Finding[] = []
  const dates = Object.entries(schema.fields).flatMap(([field, { kind }]) =>
    kind === 'date' || kind === 'datetime' ? [field] : [],
  )
  const start = (field: string): Started | null => {
    const place = located.recognition.fields.get(field)
    const kind = schema.fields[field]?.kind
    if (place === undefined || kind === undefined) return null
    const others = dates.filter((each) => each !== field)
    const cells = placeCells(grid, located, field, place)
    return { field, kind, reader: kindReader(kind, cells, formats, () => orderIn(grid, located, others)) }
  }
  const finish = ({ field, kind, reader }: Started): ColumnReading => {
    const reading = reader.finish()
    const site = { table, column: placeName(located, field), kind, sheetRow, rows: located.rows.length }
    findings.push(...cellFindings(reading, site, settings))
    known.set(field, reading)
    return reading
  }
  const readAhead = (fields: readonly string[]): void => {
    const wanted = [...new Set(fields)].filter((field) => !known.has(field))
    const started = wanted.map(start).filter((each) => each !== null)
    takeInBlocks(started, located.rows.length)
    started.forEach(finish)
  }
  const read = (field: string): ColumnReading | null => {
    refuseConflict(schema, source, located, field)
    readAhead([field])
    return known.get(field) ?? null
  }
  return { of: (field) => known.get(field) ?? read(field), readAhead, findings }
}
