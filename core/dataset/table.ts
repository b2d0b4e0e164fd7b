import type { Cell, Grid } from '../cells/grid.ts'
import { SpmError } from '../errors.ts'
import { columnsAfter, editOfRecords, touches, type Patched } from './edits.ts'
import { splitExcluded, type Excluded, type Split } from './excluded-rows.ts'
import type { Finding } from './findings.ts'
import { findTable, isFoundAlike } from './find-table.ts'
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
  /** Whether two rows hold the same in every cell. */
  alike(row: number, other: number): boolean
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

const sameCells = (row: readonly Cell[], other: readonly Cell[]): boolean =>
  row.length === other.length && row.every((cell, column) => cell === other[column])

/** How a range was opened, and the columns that were read of it. */
interface Opened {
  readonly schema: TableSchema
  readonly source: Source
  readonly settings: Settings
  /** The table as it was found, and without its excluded rows. */
  readonly found: Located
  readonly split: Split
  readonly table: Table
  readonly known: ReadonlyMap<string, RawColumn>
}

type Found = Pick<Opened, 'found' | 'split'>

const find = (schema: TableSchema, source: Source, settings: Settings): Found => {
  const found = findTable(schema, source)
  return { found, split: splitExcluded(schema, source, found, settings) }
}

const open = (
  schema: TableSchema,
  source: Source,
  settings: Settings,
  { found, split }: Found = find(schema, source, settings),
): Opened => {
  const { located, excluded, findings, stop } = split
  const { recognition, rows } = located
  const readings = readingsOf(schema, source, located, settings)
  const header = (field: string): string => placeName(located, field)
  const known = new Map<string, RawColumn>()
  const table: Table = {
    schema,
    name: source.name,
    located,
    rows: rows.length,
    headerRow: sheetRowOf(source, located.headerRow),
    excluded,
    sheetRow: (row) => sheetRowOf(source, row < rows.length ? rows.at(row) : 0),
    alike: (row, other) => sameCells(source.grid[rows.at(row)] ?? [], source.grid[rows.at(other)] ?? []),
    header,
    has: (field) => recognition.fields.has(field) || recognition.conflicts.has(field),
    filled: (field) => readings.of(field)?.filled ?? 0,
    read: (field) => {
      if (stop !== null) throw stop
      const reading = readings.of(field)
      if (reading === null) return null
      const fault = readings.findings.find(({ level, column }) => level === 'stop' && column === header(field))
      if (fault !== undefined) throw new SpmError('unreadable', fault.text)
      known.set(field, reading.column)
      return reading.column
    },
    readAhead: (fields) => readings.readAhead(fields),
    currencies: (field) => readings.of(field)?.currencies ?? new Map<number, string>(),
    findings: () => [...findings, ...readings.findings],
  }
  return { schema, source, settings, found, split, table, known }
}

const opened = new WeakMap<Grid, Map<string, Opened>>()

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
  const tables = opened.get(source.grid) ?? new Map<string, Opened>()
  opened.set(source.grid, tables)
  const found = tables.get(key) ?? open(schema, source, settings)
  tables.set(key, found)
  return found.table
}

/** The new range, with the columns of the old one as far as the edit leaves them. */
const withColumns = (old: Opened, fresh: Opened, columns: ReadonlyMap<string, Patched>): Opened => {
  const known = new Map([...columns].map(([field, { column }]) => [field, column]))
  const headers = new Set([...columns.keys()].map(old.table.header))
  const findings = old.table.findings().filter(({ column }) => column !== null && headers.has(column))
  const filled = new Map([...columns].map(([field, after]) => [field, old.table.filled(field) + after.filled]))
  const read = (field: string): RawColumn | null => {
    const column = known.get(field) ?? fresh.table.read(field)
    if (column !== null) known.set(field, column)
    return column
  }
  const table: Table = {
    ...fresh.table,
    read,
    filled: (field) => filled.get(field) ?? fresh.table.filled(field),
    readAhead: (fields) => fresh.table.readAhead(fields.filter((field) => !known.has(field))),
    currencies: (field) => (filled.has(field) ? new Map<number, string>() : fresh.table.currencies(field)),
    findings: () => [...findings, ...fresh.table.findings()],
  }
  return { ...fresh, table, known }
}

/** Amounts with currencies written beside them are read anew, and so is what marks rows that do not count. */
const withoutOdd = ({ known, table }: Opened): ReadonlyMap<string, RawColumn> =>
  new Map([...known].filter(([field]) => field !== 'exclude' && table.currencies(field).size === 0))

/** The table in the new range. Where the changed rows leave its place and its records as they are, nothing is looked for. */
const reopened = (old: Opened, before: Grid, after: Grid, rows: readonly number[]): Opened => {
  const { schema, source, settings, found, split } = old
  const moved = { ...source, grid: after }
  if (split.stop !== null || !isFoundAlike(schema, source, found, after, rows)) return open(schema, moved, settings)
  const edit = editOfRecords([before, found], [after, found], rows)
  const isSplitAlike =
    edit !== null &&
    !touches(found, 'exclude', edit) &&
    (split.excluded.count === 0 || !touches(found, 'deal_id', edit))
  return isSplitAlike ? open(schema, moved, settings, { found, split }) : open(schema, moved, settings)
}

const afterEdit = (old: Opened, before: Grid, after: Grid, rows: readonly number[]): Opened => {
  const fresh = reopened(old, before, after, rows)
  const edit = editOfRecords([before, old.table.located], [after, fresh.table.located], rows)
  return edit === null
    ? fresh
    : withColumns(old, fresh, columnsAfter(old.schema, old.table.located, withoutOdd(old), edit))
}

/**
 * Tells that one range took the place of another, from which it differs in these rows alone: what was read of the other
 * is kept, but for the cells that changed. What the edit may have turned over is read anew when it is asked for.
 */
export const takeOver = (before: Grid, after: Grid, rows: readonly number[]): void => {
  const tables = opened.get(before)
  if (tables === undefined || opened.has(after)) return
  const kept = new Map<string, Opened>()
  for (const [key, old] of tables) {
    try {
      kept.set(key, afterEdit(old, before, after, rows))
    } catch (error) {
      // What is no table any more says so when it is opened.
      if (!(error instanceof SpmError)) throw error
    }
  }
  opened.set(after, kept)
}
