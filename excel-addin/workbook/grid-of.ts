import { isFault, type Cell, type Grid } from '#core/cells/grid'

const fault =
  /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/

/** An error, or a value of a richer type such as a formatted number; errors of older versions have a `code` only. */
interface RichValue {
  readonly basicValue?: unknown
  readonly code?: unknown
}

const isRich = (value: unknown): value is RichValue => typeof value === 'object' && value !== null

/**
 * One value as Excel hands it over, in a range or as an argument of a function: a blank one is `null`, an error a fault.
 * Cells that were read before stay.
 */
export const cellOf = (value: unknown): Cell => {
  if (typeof value === 'string') return value === '' ? null : fault.test(value) ? { fault: value } : value
  if (typeof value === 'number' || typeof value === 'boolean' || isFault(value)) return value
  return isRich(value) ? cellOf(value.basicValue ?? value.code) : null
}

/** Values as Excel hands them over, as cells. */
export const gridOf = (values: readonly (readonly unknown[])[]): Grid => values.map((row) => row.map(cellOf))
