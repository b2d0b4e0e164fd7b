/**
 * Numbers by row; a blank is NaN. Days, whole numbers and quarters of an hour are exact in four bytes, and kept in them;
 * so there is no `map`: what it returns could be rounded.
 */
export interface Values extends Iterable<number> {
  readonly length: number
  readonly [row: number]: number
}

/** Room for numbers, to be filled. */
export type NumberRoom = Float32Array | Float64Array

/** Room for `rows` numbers that are exact in four bytes, all blank. */
export const narrowRoom = (rows: number): NumberRoom => new Float32Array(rows).fill(NaN)

/** Whether a number can be kept there as it is. */
export const holds = (room: NumberRoom, value: number): boolean =>
  room.BYTES_PER_ELEMENT === 8 || Math.fround(value) === value

/** The same numbers, with room for any. */
export const widenedRoom = (room: NumberRoom): NumberRoom => new Float64Array(room)

/** The values of the given rows, in as many bytes. */
export const copyOf = (values: Values, rows: Uint32Array): Values => {
  const picked = values instanceof Float32Array ? new Float32Array(rows.length) : new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i] as number] as number
  return picked
}

/** One row of a column, and what it holds from now on. */
export interface Change<V> {
  readonly row: number
  readonly value: V
}

/** The same values but for some rows, in as few bytes as before where these hold them. */
export const changedValues = (values: Values, changes: readonly Change<number>[]): Values => {
  const fits = ({ value }: Change<number>): boolean => Number.isNaN(value) || Math.fround(value) === value
  const copy: NumberRoom =
    values instanceof Float32Array && changes.every(fits) ? new Float32Array(values) : new Float64Array(values)
  for (const { row, value } of changes) copy[row] = value
  return copy
}
