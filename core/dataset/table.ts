import type { DateOrder } from '../cells/date-text.ts'
import { dateOrderOf } from '../cells/date-text.ts'
import { isBlank } from '../cells/blank.ts'
import type { Cell, Grid } from '../cells/grid.ts'
import { SpmError } from '../errors.ts'
import { Numbers, type Flags, type Texts } from './columns.ts'
import { more, type Finding } from './findings.ts'
import { fieldLabel } from './header.ts'
import { findHeader, locate, type Located } from './locate.ts'
import {
  readDays,
  readFlags,
  readNumbers,
  readTexts,
  type Cells,
  type NumberReading,
  type Reading,
} from './read-column.ts'
import { missingInMap, type FieldMap, type Place } from './recognise.ts'
import type { Kind, TableSchema } from './schema.ts'
import type { Settings } from './settings.ts'

/** A range that holds one table, as a host hands it over. */
export interface Source {
  /** Tab, table or file name, for sentences and links. */
  readonly name: string
  readonly grid: Grid
  /** Row of the sheet in which the grid begins, from 1. */
  readonly firstRow?: number
  readonly map?: FieldMap
}

type RawColumn = Texts | Numbers | Flags

/** One range, read by column and only when a column is asked for. */
export interface Table {
  readonly schema: TableSchema
  readonly name: string
  readonly located: Located
  readonly rows: number
  /** Row in the sheet, from 1. */
  sheetRow(row: number): number
  /** The header a field is read from, or the field's own label where there is none. */
  header(field: string): string
  has(field: string): boolean
  /** Cells with something in them. */
  filled(field: string): number
  /** `null` where the table has no such column. An open conflict, or a cell that cannot be read, is an error. */
  read(field: string): RawColumn | null
  /** Currencies written in the cells of a money column. */
  currencies(field: string): ReadonlyMap<number, string>
  /** What the columns read so far have shown. */
  findings(): readonly Finding[]
}

type Read = Reading<RawColumn> & { readonly currencies?: ReadonlyMap<number, string> }

const kindReaders = (table: Located, grid: Grid, settings: Settings) => {
  const order: DateOrder | null = settings.date_order === 'auto' ? null : settings.date_order
  const decimal = settings.decimal === 'auto' ? null : settings.decimal === 'comma' ? ',' : '.'
  const otherDates = (fields: readonly string[]): DateOrder | null => {
    for (const field of fields) {
      const place = table.recognition.fields.get(field)
      if (place === undefined || 'constant' in place) continue
      const texts: string[] = []
      for (const row of table.rows) {
        const cell = grid[row]?.[place.columns[0] ?? -1]
        if (typeof cell === 'string' && !isBlank(cell)) texts.push(cell)
      }
      const vote = dateOrderOf(texts)
      if (vote.order !== null) return vote.order
    }
    return null
  }
  return (kind: Kind, cells: Cells, dateFields: readonly string[]): Read => {
    switch (kind) {
      case 'number':
      case 'money':
      case 'value':
        return readNumbers(cells, decimal)
      case 'percent':
        return asFractions(readNumbers(cells, decimal))
      case 'date':
      case 'day':
        return readDays(cells, order, () => otherDates(dateFields), false)
      case 'datetime':
        return readDays(cells, order, () => otherDates(dateFields), true)
      case 'bool':
        return readFlags(cells)
      case 'id':
      case 'text':
      case 'enum':
      case 'status':
        return readTexts(cells)
    }
  }
}

/** In percent when most of the values that are not 0 exceed 1 (decisions, rule 8); texts with `%` are always so. */
const asFractions = (reading: NumberReading): Reading<Numbers> => {
  const { values } = reading.column
  let large = 0
  let small = 0
  values.forEach((value, i) => {
    if (value === 0 || Number.isNaN(value) || reading.percents.has(i)) return
    if (value > 1) large++
    else small++
  })
  const scale = large > small ? 0.01 : 1
  return {
    ...reading,
    column: new Numbers(values.map((value, i) => (reading.percents.has(i) ? value : value * scale))),
  }
}

/** One grid column out of several: equal headers give the first filled one, a list set by hand the first filled cell. */
const joinedCells = (
  grid: Grid,
  rows: Uint32Array,
  columns: readonly number[],
  field: string,
  equal: boolean,
): Cells => {
  const [only] = columns
  if (columns.length === 1 && only !== undefined) return { grid, rows, column: only }
  if (equal) {
    const filled = columns.find((column) => rows.some((row) => !isBlank(grid[row]?.[column])))
    return { grid, rows, column: filled ?? only ?? 0 }
  }
  const pickCell = (row: readonly Cell[] | undefined): Cell => {
    const found = columns.map((column) => row?.[column] ?? null).filter((cell) => !isBlank(cell))
    return field === 'alias' ? found.map(String).join(';') : (found[0] ?? null)
  }
  const joined: Cell[][] = Array.from(rows, (row) => [pickCell(grid[row])])
  return { grid: joined, rows: Uint32Array.from(rows, (_, i) => i), column: 0 }
}

const describe = (place: Place | undefined, headers: readonly string[], field: string): string => {
  if (place === undefined) return fieldLabel(field)
  if ('constant' in place) return `"${place.constant}"`
  return place.columns.map((column) => headers[column] ?? '').join(', ')
}

const open = (schema: TableSchema, source: Source, settings: Settings): Table => {
  const found = findHeader(source.grid, schema, source.map)
  if (found === null) throw new SpmError('not-a-table', notATable(schema, source))
  const missing = missingInMap(source.map ?? {}, found.headers)[0]
  if (missing !== undefined)
    throw new SpmError(
      'missing-column',
      `"${source.name}" has no column "${missing.header}", which the mapping gives for ${schema.name}.${missing.field}. Its columns are: ${found.headers.filter(Boolean).join(', ')}.`,
    )
  const located = locate(source.grid, found)
  const { recognition, headers, rows } = located
  const reader = kindReaders(located, source.grid, settings)
  const firstRow = source.firstRow ?? 1
  const readings = new Map<string, Read>()
  const findings: Finding[] = []
  const dateFields = Object.keys(schema.fields).filter((field) =>
    ['date', 'datetime'].includes(schema.fields[field]?.kind ?? ''),
  )

  const cellsOf = (field: string, place: Place): Cells =>
    'constant' in place
      ? { grid: [[place.constant]], rows: new Uint32Array(rows.length), column: 0 }
      : joinedCells(
          source.grid,
          rows,
          place.columns,
          field,
          new Set(place.columns.map((column) => headers[column])).size === 1,
        )

  const reading = (field: string): Read | null => {
    const known = readings.get(field)
    if (known !== undefined) return known
    const claims = recognition.conflicts.get(field)
    if (claims !== undefined)
      throw new SpmError(
        'conflict',
        `"${source.name}" has ${claims.length} columns for ${schema.name}.${field}: ${claims.map((claim) => `"${claim}"`).join(' and ')}. Say which one counts: --map "${schema.name}.${field}=${claims[0] ?? ''}".`,
      )
    const place = recognition.fields.get(field)
    const kind = schema.fields[field]?.kind
    if (place === undefined || kind === undefined) return null
    const read = reader(
      kind,
      cellsOf(field, place),
      dateFields.filter((each) => each !== field),
    )
    readings.set(field, read)
    if (read.unreadable !== null) findings.push(unreadableFinding(field, kind, read.unreadable))
    if (read.ambiguous !== null) findings.push(ambiguousFinding(field, kind, read.ambiguous))
    return read
  }

  const header = (field: string): string => describe(recognition.fields.get(field), headers, field)

  const finding = (
    level: Finding['level'],
    code: string,
    field: string,
    row: number | null,
    count: number,
    text: string,
  ): Finding => ({ level, code, table: source.name, column: header(field), row, count, text })

  const unreadableFinding = (
    field: string,
    kind: Kind,
    { first, shown, count }: NonNullable<Read['unreadable']>,
  ): Finding => {
    const row = first + firstRow
    const level = settings.unreadable === 'blank' ? 'warn' : 'stop'
    const remedy =
      level === 'stop' ? `Correct it, or set unreadable=blank to leave such cells out.` : 'It counts as blank.'
    return finding(
      level,
      'unreadable',
      field,
      row,
      count,
      `"${source.name}", row ${row}, column "${header(field)}": ${shown} is no ${kindWord(kind)}${more(count)}. ${remedy}`,
    )
  }

  const ambiguousFinding = (field: string, kind: Kind, text: string): Finding =>
    kind === 'date' || kind === 'datetime'
      ? finding(
          'stop',
          'date-order',
          field,
          null,
          rows.length,
          `"${source.name}", column "${header(field)}": dates such as "${text}" can be read day first or month first, and none in the table tells which. Set date_order=dmy or date_order=mdy.`,
        )
      : finding(
          'warn',
          'decimal',
          field,
          null,
          rows.length,
          `"${source.name}", column "${header(field)}": "${text}" was read with a decimal point. If the point groups thousands, set decimal=comma.`,
        )

  return {
    schema,
    name: source.name,
    located,
    rows: rows.length,
    sheetRow: (row) => (rows[row] ?? 0) + firstRow,
    header,
    has: (field) => recognition.fields.has(field) || recognition.conflicts.has(field),
    filled: (field) => reading(field)?.filled ?? 0,
    read: (field) => {
      const read = reading(field)
      if (read === null) return null
      const stop = findings.find((each) => each.level === 'stop' && each.column === header(field))
      if (stop !== undefined) throw new SpmError('unreadable', stop.text)
      return read.column
    },
    currencies: (field) => reading(field)?.currencies ?? new Map<number, string>(),
    findings: () => findings,
  }
}

const kindWord = (kind: Kind): string => {
  if (kind === 'date' || kind === 'datetime') return 'date of the calendar'
  if (kind === 'bool') return 'yes or no'
  return kind === 'text' || kind === 'id' || kind === 'enum' ? 'text' : 'number'
}

const notATable = (schema: TableSchema, source: Source): string => {
  const mandatory = Object.entries(schema.fields).flatMap(([field, { level }]) =>
    level === 'mandatory' ? [fieldLabel(field)] : [],
  )
  return `"${source.name}" is no table of ${schema.title}: none of its first rows has two headers that are known (such as ${mandatory.slice(0, 5).join(', ')}). Put the headers in one row above the data, or name columns with --map.`
}

const opened = new WeakMap<Grid, Map<string, Table>>()

/** Opens a range as a table. The same grid, asked again in the same way, is the same table. */
export const openTable = (schema: TableSchema, source: Source, settings: Settings): Table => {
  const { date_order, decimal, unreadable } = settings
  const key = JSON.stringify([schema.name, source.name, source.firstRow, source.map, date_order, decimal, unreadable])
  const tables = opened.get(source.grid) ?? new Map<string, Table>()
  opened.set(source.grid, tables)
  const table = tables.get(key) ?? open(schema, source, settings)
  tables.set(key, table)
  return table
}
