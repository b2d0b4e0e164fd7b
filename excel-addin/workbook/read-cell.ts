import type { Cell, Grid } from '#core/cells/grid'

/** Errors as Excel writes them where only values are read. */
const faults: ReadonlySet<string> = new Set([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BUSY!',
  '#CONNECT!',
  '#BLOCKED!',
  '#UNKNOWN!',
  '#GETTING_DATA',
])

/** An error, or a value of a richer type, such as a formatted number or a stock; older ones say `code`. */
interface RichValue {
  readonly basicValue?: unknown
  readonly code?: unknown
}

const isRich = (value: unknown): value is RichValue => typeof value === 'object' && value !== null

/** A value as Excel hands it over, in a range that was read or in an argument; blank is `null`. */
export const readCell = (value: unknown): Cell => {
  if (typeof value === 'string') {
    if (value === '') return null
    return value.startsWith('#') && faults.has(value) ? { fault: value } : value
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return isRich(value) ? readCell(value.basicValue ?? value.code) : null
}

export const readGrid = (values: readonly (readonly unknown[])[]): Grid => values.map((row) => row.map(readCell))
