import type { Cell, Grid } from '#core/cells/grid'
import type { Clock } from '../clock.ts'

/** What Apps Script hands over for cells, in rows. */
export type Values = readonly (readonly unknown[])[]

export const isValues = (value: unknown): value is Values => Array.isArray(value)

/** Apps Script hands over a cell with an error as its text. */
const fault = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|ERROR!)$/

/** One cell as core takes it: dates as serial numbers by the clocks of the spreadsheet, a blank cell as `null`. */
export const readCell = (value: unknown, clock: () => Clock): Cell => {
  if (value instanceof Date) return clock().serialOf(value)
  if (typeof value === 'string') {
    if (value === '') return null
    return value.startsWith('#') && fault.test(value) ? { fault: value } : value
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** All cells down to the last row that holds anything. */
export const readGrid = (values: Values, clock: () => Clock): Grid => {
  let end = values.length
  while (end > 0 && (values[end - 1] ?? []).every((value) => value === '')) end--
  return values.slice(0, end).map((row) => row.map((value) => readCell(value, clock)))
}
