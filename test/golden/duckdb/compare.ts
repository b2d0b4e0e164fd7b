import type { Result } from '#core/metrics/run'
import { isNoAnswer, type Value } from '#core/metrics/value'
import type { SqlCell, SqlRow } from './database.ts'

/** Blank texts, and questions without an answer, are null in SQL. */
const plain = (value: Value | undefined): SqlCell =>
  value === undefined || value === '' || isNoAnswer(value) ? null : value

/** The answer under the columns that SQL gives. */
const projected = ({ rows }: Result, names: readonly string[]): readonly SqlRow[] =>
  rows.map((row) => Object.fromEntries(names.map((name) => [name, plain(row[name])])))

/** Texts tell the rows of a set apart; figures only where the texts are equal. */
const keyOf = (row: SqlRow): string =>
  JSON.stringify([
    Object.values(row).filter((cell) => typeof cell !== 'number'),
    Object.values(row).map((cell) => (typeof cell === 'number' ? cell.toPrecision(6) : null)),
  ])

const asSet = (rows: readonly SqlRow[]): readonly SqlRow[] =>
  rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row)

/** To nine digits; shares that cancel out, to rounding. */
const same = (a: SqlCell, b: SqlCell): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= Math.max(1e-9 * Math.max(Math.abs(a), Math.abs(b)), 1e-12)
    : a === b

const sameRow = (a: SqlRow, b: SqlRow | undefined): boolean =>
  b !== undefined && Object.entries(a).every(([name, cell]) => same(cell, b[name] ?? null))

/** Both answers, row beside row. */
export interface Sides {
  readonly ours: readonly SqlRow[]
  readonly sql: readonly SqlRow[]
}

export const besides = (answer: Result, sql: readonly SqlRow[], inOrder: boolean): Sides => {
  const ours = projected(answer, Object.keys(sql[0] ?? {}))
  return inOrder ? { ours, sql } : { ours: asSet(ours), sql: asSet(sql) }
}

const shown = (row: SqlRow | undefined): string => (row === undefined ? '(no row)' : Object.values(row).join(' | '))

/** The rows that differ, ours before those of SQL. */
export const differences = ({ ours, sql }: Sides): readonly string[] =>
  Array.from({ length: Math.max(ours.length, sql.length) }, (_, i) => [ours[i], sql[i]] as const).flatMap(([a, b]) =>
    a !== undefined && sameRow(a, b) ? [] : [`ours ${shown(a)} — SQL ${shown(b)}`],
  )

/** Both answers side by side, as text. */
export const sideBySide = ({ ours, sql }: Sides): string => {
  const left = ours.map(shown)
  const width = Math.max(...left.map(({ length }) => length), 4)
  const lines = Array.from({ length: Math.max(ours.length, sql.length) }, (_, i) => {
    return `  ${(left[i] ?? '(no row)').padEnd(width)}  ║  ${shown(sql[i])}`
  })
  return [`  ${'ours'.padEnd(width)}  ║  DuckDB`, `  ${Object.keys(sql[0] ?? {}).join(' | ')}`, ...lines].join('\n')
}
