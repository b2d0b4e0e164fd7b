/** A cell that holds a spreadsheet error, such as `#N/A`. */
export interface Fault {
  readonly fault: string
}

/**
 * What a host hands over for one cell. Dates are serial day numbers (day 0 is 1899-12-30, the fraction is the time of
 * day); a blank cell is `null`.
 */
export type Cell = string | number | boolean | null | Fault

/** Rows of cells, as a host reads them; rows may be of unequal length. */
export type Grid = readonly (readonly Cell[])[]

export const isFault = (cell: unknown): cell is Fault => typeof cell === 'object' && cell !== null && 'fault' in cell
