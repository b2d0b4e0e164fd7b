import type { DateOrder } from '../cells/date-text.ts'
import { readClockHours, type Decimal } from '../cells/number-text.ts'
import type { Flags, Numbers, Texts } from './columns.ts'
import { afterwards, type Cells, type ColumnReader, type Reading } from './read-column.ts'
import { dayReader } from './read-days.ts'
import { flagReader } from './read-flags.ts'
import { numberReader, type NumberReading } from './read-numbers.ts'
import { textReader } from './read-texts.ts'
import type { Kind } from './schema.ts'
import type { Settings } from './settings.ts'

export type RawColumn = Texts | Numbers | Flags

export type ColumnReading = Reading<RawColumn> & {
  /** Currencies written inside the cells of a money column, by row. */
  readonly currencies?: ReadonlyMap<number, string>
}

/** How texts of a table read where the settings say it; `null`: the column tells. */
export interface Formats {
  readonly dateOrder: DateOrder | null
  readonly decimal: Decimal | null
}

export const formatsOf = ({ date_order, decimal }: Settings): Formats => ({
  dateOrder: date_order === 'auto' ? null : date_order,
  decimal: decimal === 'auto' ? null : decimal === 'comma' ? ',' : '.',
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
  { dateOrder, decimal }: Formats,
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
      return dayReader(cells, dateOrder, otherDates, false)
    case 'datetime':
      return dayReader(cells, dateOrder, otherDates, true)
    case 'bool':
      return flagReader(cells)
    case 'id':
    case 'text':
    case 'enum':
    case 'status':
      return textReader(cells)
  }
}
