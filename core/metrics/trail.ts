import type { Dataset } from '../dataset/dataset.ts'
import type { Lines } from '../dataset/lines.ts'
import type { TableName } from '../dataset/tables/index.ts'

/** Why a row does not count, such as `not won`; `null` where it counts. */
export type Leaving = (row: number) => string | null

/** How a table was looked at: which rows were added up to one, and what became of each of them. */
export interface TableTrail {
  /** `null` where every row stands for itself. */
  readonly lines: Lines | null
  /** Whether the metric tells which rows count; where it does not, all do. */
  readonly isSifted: boolean
  /** By row as the metric sees it. */
  readonly leaves: Leaving
}

/** What an answer does with its rows, kept while it is explained. */
export interface Trail {
  /** What the metric was given, by the name of its parameter. */
  inputs: Readonly<Record<string, unknown>>
  /** The tables as the metric saw them: within its scope, and by credit where it counts so. */
  data: Dataset | null
  open(table: TableName, rows: number, lines: Lines | null): void
  /** The same test, which from now on is remembered row by row. A row that counts in one of several tests counts. */
  sift(table: TableName, leaves: Leaving): Leaving
  /** Tests every row. */
  tell(table: TableName, leaves: Leaving): void
  of(table: TableName): TableTrail | null
}

const notLookedAt = 'not looked at'

/** Keeps what becomes of each row; nothing of it is done unless an answer is to be explained. */
export const startTrail = (): Trail => {
  const opened = new Map<TableName, { readonly rows: number; readonly lines: Lines | null }>()
  const fates = new Map<TableName, (string | null)[]>()
  const sift: Trail['sift'] = (table, leaves) => {
    const known = fates.get(table) ?? []
    fates.set(table, known)
    return (row) => {
      const reason = leaves(row)
      if (reason === null || known[row] === undefined) known[row] = reason
      return reason
    }
  }
  return {
    inputs: {},
    data: null,
    open: (table, rows, lines) => void opened.set(table, { rows, lines }),
    sift,
    tell: (table, leaves) => {
      const test = sift(table, leaves)
      const { rows = 0 } = opened.get(table) ?? {}
      for (let row = 0; row < rows; row++) test(row)
    },
    of: (table) => {
      const { lines } = opened.get(table) ?? {}
      if (lines === undefined) return null
      const known = fates.get(table)
      if (known === undefined) return { lines, isSifted: false, leaves: () => null }
      return { lines, isSifted: true, leaves: (row) => (known[row] === undefined ? notLookedAt : known[row]) }
    },
  }
}
