import { peekCell, putCell, touchedIn } from '#local/workbook/cells'
import { blankCell, type CellState } from '#local/workbook/model'
import { isUnbounded } from './areas.ts'
import { enter, shownText, shownValue, valueType } from './cell-entry.ts'
import { HostError, invalidArgument } from './host-error.ts'
import type { Property } from './host-object.ts'
import type { Json } from './protocol.ts'
import { noteChange, unprotected, type AtArea } from './session.ts'

const mostCellsRead = 5_000_000

const wrongSize = "The number of rows or columns in the input array doesn't match the size or dimensions of the range."

/** One value per cell; `null` for whole columns or rows, which Excel does not read out either. */
const gridOf = ({ tab, area }: AtArea, show: (cell: CellState) => Json): Json => {
  if (isUnbounded(area)) return null
  if (area.rows * area.columns > mostCellsRead)
    throw new HostError(
      'ResponsePayloadSizeLimitExceeded',
      'The response payload size has exceeded the limit.',
      'Range',
    )
  return Array.from({ length: area.rows }, (_, down) => {
    const cells = tab.cells.get(area.row + down)
    return Array.from({ length: area.columns }, (__, right) => show(cells?.get(area.column + right) ?? blankCell))
  })
}

type Place = (value: Json, row: number, column: number) => void

/** Every cell with its value of a grid of the same size, or all with one value; `null` leaves a cell as it is. */
const eachGiven = ({ area }: AtArea, given: Json, location: string, act: Place): void => {
  const { row, column, rows, columns } = area
  const isGrid = Array.isArray(given)
  const grid = isGrid ? (given as readonly (readonly Json[])[]) : null
  if (grid !== null && (grid.length !== rows || grid.some((line) => !Array.isArray(line) || line.length !== columns)))
    throw invalidArgument(location, wrongSize)
  if (isUnbounded(area)) throw invalidArgument(location)
  for (let down = 0; down < rows; down++)
    for (let right = 0; right < columns; right++) {
      const value = grid === null ? given : (grid[down]?.[right] ?? null)
      if (value !== null) act(value, row + down, column + right)
    }
}

const plainContent = (value: Json, location: string): string | number | boolean => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw invalidArgument(location)
}

const writeContents = (at: AtArea, given: Json, location: string): void => {
  const { session } = at
  const tab = unprotected(at, location)
  eachGiven(at, given, location, (value, row, column) => {
    const { format } = peekCell(tab, row, column)
    const entry = enter(plainContent(value, location), format)
    putCell(tab, row, column, {
      value: entry.formula === null ? entry.value : session.calculate(entry.formula, { tab, row, column }),
      formula: entry.formula,
      ...(entry.format !== null && format === blankCell.format && { format: entry.format }),
    })
  })
  noteChange(at, at.area)
}

const writeFormats = (at: AtArea, given: Json, location: string): void => {
  const tab = unprotected(at, location)
  eachGiven(at, given, location, (value, row, column) => {
    if (typeof value !== 'string') throw invalidArgument(location)
    putCell(tab, row, column, { format: value })
  })
}

const shownFormula = ({ formula, value }: CellState): Json => (formula === null ? shownValue(value) : `=${formula}`)

export const cellProperties: Readonly<Record<string, Property<AtArea>>> = {
  Values: {
    get: (at) => gridOf(at, ({ value }) => shownValue(value)),
    set: (at, given) => {
      writeContents(at, given, 'Range.values')
    },
  },
  Formulas: {
    get: (at) => gridOf(at, shownFormula),
    set: (at, given) => {
      writeContents(at, given, 'Range.formulas')
    },
  },
  NumberFormat: {
    get: (at) => gridOf(at, ({ format }) => format),
    set: (at, given) => {
      writeFormats(at, given, 'Range.numberFormat')
    },
  },
  Text: { get: (at) => gridOf(at, ({ value }) => shownText(value)) },
  ValueTypes: { get: (at) => gridOf(at, ({ value }) => valueType(value)) },
}

/** Takes contents, formats or both from the cells of an area. */
export const clearCells = (at: AtArea, what: Partial<CellState>): void => {
  const tab = unprotected(at, 'Range.clear')
  for (const { row, column } of touchedIn(tab, at.area)) putCell(tab, row, column, what)
  noteChange(at, at.area)
}
