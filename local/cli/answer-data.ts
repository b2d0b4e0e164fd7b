import { isoDay } from '#core/cells/day'
import type { Cell } from '#core/cells/grid'
import type { Result } from '#core/metrics/run'
import { isNoAnswer, type ResultKind, type Value } from '#core/metrics/value'
import { toCsv } from '../files/csv-write.ts'

/** A value for other programs: days as ISO text, a cell without an answer as `null`; numbers as they are. */
const plain = (value: Value, kind: ResultKind): Exclude<Cell, object> | null => {
  if (isNoAnswer(value)) return null
  return kind === 'date' && typeof value === 'number' ? isoDay(value) : value
}

/** A cell without an answer: the number of its row from 1, its column, and why. */
interface Reason {
  readonly row: number
  readonly column: string
  readonly reason: string
}

const reasonsOf = ({ columns, rows }: Result): readonly Reason[] =>
  rows.flatMap((row, i) =>
    columns.flatMap(({ key }) => {
      const value = row[key]
      return isNoAnswer(value) ? [{ row: i + 1, column: key, reason: value.noAnswer }] : []
    }),
  )

/** The answer as JSON: rows are objects by column key, in the order of `columns`. */
export const answerJson = (result: Result): string => {
  const { metric, variant, columns, rows, findings, notes } = result
  const values = rows.map((row) =>
    Object.fromEntries(columns.map(({ key, kind }) => [key, plain(row[key] ?? null, kind)])),
  )
  const answer = { metric, variant, columns, rows: values, reasons: reasonsOf(result), findings, notes }
  return `${JSON.stringify(answer, null, 2)}\n`
}

/** The answer's table as comma-separated text. */
export const answerCsv = ({ columns, rows }: Result): string =>
  toCsv(
    columns.map(({ label }) => label),
    rows.map((row) => columns.map(({ key, kind }) => plain(row[key] ?? null, kind))),
  )
