import type { DateOrder } from '../cells/date-text.ts'
import { readClockHours, type Decimal } from '../cells/number-text.ts'
import { readZone, zoneNames, type ZoneOffset } from '../cells/zone.ts'
import { SpmError } from '../errors.ts'
import type { Flags, Numbers, Texts } from './columns.ts'
import type { Trouble } from './findings.ts'
import { nearest } from './nearest.ts'
import { afterwards, type Cells, type ColumnReader, type Reading } from './read-column.ts'
import { dayReader } from './read-days.ts'
import { flagReader } from './read-flags.ts'
import { numberReader, type NumberReading } from './read-numbers.ts'
import { idReader } from './record-ids.ts'
import { textReader } from './read-texts.ts'
import type { Kind } from './schema.ts'
import type { Settings } from './settings.ts'

export type RawColumn = Texts | Numbers | Flags

export type ColumnReading = Reading<RawColumn> & {
  /** Currencies written inside the cells of a money column, by row. */
  readonly currencies?: ReadonlyMap<number, string>
  /** Cells of a column of IDs that are numbers and have lost digits. */
  readonly lost?: Trouble | null
}

/** How texts of a table read where the settings say it; `null`: the column tells. */
export interface Formats {
  readonly dateOrder: DateOrder | null
  readonly decimal: Decimal | null
  /** The clocks that tell the day of a moment; `null`: the day is that which is written. */
  readonly zone: ZoneOffset | null
}

const zoneOf = (name: string): ZoneOffset | null => {
  if (name === '') return null
  const zone = readZone(name)
  if (zone !== null) return zone
  const near = nearest(name, zoneNames)
  throw new SpmError(
    'setting',
    `Setting timezone is "${name}", which is no time zone that is known.${near === null ? '' : ` Did you mean "${near}"?`} Write it as Europe/Berlin, or as its distance from UTC, such as +02:00.`,
  )
}

/** @throws SpmError `setting` for a time zone that is not known */
export const formatsOf = ({ date_order, decimal, timezone }: Settings): Formats => ({
  dateOrder: date_order === 'auto' ? null : date_order,
  decimal: decimal === 'auto' ? null : decimal === 'comma' ? ',' : '.',
  zone: zoneOf(timezone),
})

/** In percent when most of the values that are not 0 exceed 1 (decisions, rule 8); texts with `%` are always so. */
const asFractions = (reading: NumberReading): Reading<Numbers> => {
  const { values } = reading.column
  const isOpen = (row: number): boolean => !reading.percents.has(row)
  let large = 0
  let small = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value === 0 || Number.isNaN(value) || !isOpen(row)) continue
    if (value > 1) large++
    else small++
  }
  if (large <= small) return reading
  return { ...reading, column: reading.column.map((value, row) => (isOpen(row) ? value * 0.01 : value)) }
}

/** A reader of cells as what their column holds. `otherDates` asks the other date columns for the order of day and month. */
export const kindReader = (
  kind: Kind,
  cells: Cells,
  { dateOrder, decimal, zone }: Formats,
  otherDates: () => DateOrder | null,
): ColumnReader<RawColumn, ColumnReading> => {
  switch (kind) {
    case 'number':
    case 'money':
    case 'value':
      return numberReader(cells, decimal)
    case 'hours':
      return numberReader(cells, decimal, readClockHours)
    case 'percent':
      return afterwards(numberReader(cells, decimal), asFractions)
    case 'date':
    case 'day':
      return dayReader(cells, dateOrder, otherDates, false, zone)
    case 'datetime':
      return dayReader(cells, dateOrder, otherDates, true, zone)
    case 'bool':
      return flagReader(cells)
    case 'id':
      return idReader(cells)
    case 'text':
    case 'enum':
    case 'status':
      return textReader(cells)
  }
}
