import type { Numbers } from './columns.ts'

export interface Probabilities {
  /** Shares from 0 to 1; what lies outside is cut to the nearer end. */
  readonly column: Numbers
  /** Rows that lay outside. */
  readonly cut: { readonly first: number; readonly count: number } | null
}

export const readProbabilities = (stated: Numbers): Probabilities => {
  let first = -1
  let count = 0
  const column = stated.map((value, row) => {
    if (!(value < 0 || value > 1)) return value
    if (count++ === 0) first = row
    return value < 0 ? 0 : 1
  })
  return { column, cut: count === 0 ? null : { first, count } }
}
