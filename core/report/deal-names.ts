import type { TableRow } from './report.ts'

/** Every deal under a name: where the source has none, its ID stands in, so that a reader knows which deal it is. */
export const withDealNames = (rows: readonly TableRow[]): readonly TableRow[] =>
  rows.map((row) => ((row['name'] ?? '') === '' ? { ...row, name: row['id'] ?? null } : row))
