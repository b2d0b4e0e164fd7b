/** Something about the data that a person should know; never a reason to drop a row in silence. */
export interface Finding {
  /** `stop`: no figure that reads this can be given. `warn`: figures stand, look at it. `note`: what was done with it. */
  readonly level: 'stop' | 'warn' | 'note'
  readonly code: string
  /** Name of the range, as the host knows it. */
  readonly table: string
  /** Header of the column. */
  readonly column: string | null
  /** Row in the sheet or file, counted from 1; of the first case where there are several. */
  readonly row: number | null
  /** How many rows it concerns. */
  readonly count: number
  /** One sentence: table, row, column, what is wrong, what to do. */
  readonly text: string
}

/** Rows with one thing wrong in one column, kept short: the first one, and how many. */
export interface Trouble {
  readonly first: number
  readonly shown: string
  readonly count: number
}

export const more = (count: number): string =>
  count > 1 ? ` (and ${count - 1} more ${count === 2 ? 'row' : 'rows'} like it)` : ''
