import type { Grid } from '../cells/grid.ts'
import { SpmError } from '../errors.ts'
import { splitExcluded, type Excluded } from './excluded-rows.ts'
import type { Finding } from './findings.ts'
import { findTable } from './find-table.ts'
import type { Located } from './locate.ts'
import { placeName } from './place-cells.ts'
import type { RawColumn } from './read-kind.ts'
import { readingsOf } from './readings.ts'
import type { TableSchema } from './schema.ts'
import type { Settings } from './settings.ts'
import { sheetRowOf, type Source } from './source.ts'

/** One range, read by column and only when a column is asked for. */
export interface Table {
  readonly schema: TableSchema
  readonly name: string
  readonly located: Located
  /** Records that count: without those of the column `exclude`. */
  readonly rows: number
  /** Row of the header in the sheet, from 1. */
  readonly headerRow: number
  readonly excluded: Excluded
  /** Row in the sheet, from 1. */
  sheetRow(row: number): number
  /** The header a field is read from, or the field's own label where there is none. */
  header(field: string): string
  has(field: string): boolean
  /** Cells with something in them. */
  filled(field: string): number
  /** `null` where the table has no such column. An open conflict, or a cell that cannot be read, is an error. */
  read(field: string): RawColumn | null
  /** Reads several columns in one pass over the rows. */
  readAhead(fields: readonly string[]): void
  /** Currencies written in the cells of a money column. */
  currencies(field: string): ReadonlyMap<number, string>
  /** What the columns read so far have shown. */
  findings(): readonly Finding[]
}

const open = (schema: TableSchema, source: Source, settings: Settings): Table => {
  const { located, excluded, findings, stop } = splitExcluded(schema, source, findTable(schema, source), settings)
  const { recognition, rows } = located
  const readings = readingsOf(schema, source, located, settings)
  const header = (field: string): string => placeName(located, field)
  return {
    schema,
    name: source.name,
    located,
    rows: rows.length,
    headerRow: sheetRowOf(source, located.headerRow),
    excluded,
    sheetRow: (row) => sheetRowOf(source, row < rows.length ? rows.at(row) : 0),
    header,
    has: (field) => recognition.fields.has(field) || recognition.conflicts.has(field),
    filled: (field) => readings.of(field)?.filled ?? 0,
    read: (field) => {
      if (stop !== null) throw stop
      const reading = readings.of(field)
      if (reading === null) return null
      const fault = readings.findings.find(({ level, column }) => level === 'stop' && column === header(field))
      if (fault !== undefined) throw new SpmError('unreadable', fault.text)
      return reading.column
    },
    readAhead: (fields) => readings.readAhead(fields),
    currencies: (field) => readings.of(field)?.currencies ?? new Map<number, string>(),
    findings: () => [...findings, ...readings.findings],
  }
}

const opened = new WeakMap<Grid, Map<string, Table>>()

/** Opens a range as a table. The same grid, asked again in the same way, is the same table. */
export const openTable = (schema: TableSchema, source: Source, settings: Settings): Table => {
  const { date_order, decimal, unreadable, timezone } = settings
  const key = JSON.stringify([
    schema.name,
    source.name,
    source.firstRow,
    source.map,
    date_order,
    decimal,
    unreadable,
    timezone,
  ])
  const tables = opened.get(source.grid) ?? new Map<string, Table>()
  opened.set(source.grid, tables)
  const table = tables.get(key) ?? open(schema, source, settings)
  tables.set(key, table)
  return table
}
