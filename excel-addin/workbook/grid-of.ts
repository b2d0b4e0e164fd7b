import type { Cell, Grid } from '#core/cells/grid'

const fault =
  /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/

const cellOf = (value: unknown): Cell => {
  if (typeof value === 'string') return value === '' ? null : fault.test(value) ? { fault: value } : value
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** Values as Excel hands them over, as cells: a blank one is `null`, an error a fault. */
export const gridOf = (values: readonly (readonly unknown[])[]): Grid => values.map((row) => row.map(cellOf))
