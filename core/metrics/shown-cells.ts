import { SpmError } from '../errors.ts'
import { readFlag } from './read-args.ts'
import type { Result } from './run.ts'
import { isNoAnswer, type ResultColumn, type Value } from './value.ts'

/** The rectangle of cells that a formula shows. */
export interface ShownCells {
  readonly columns: readonly ResultColumn[]
  /** Whether the labels of the columns stand above the rows. */
  readonly hasHeader: boolean
  readonly rows: readonly (readonly Value[])[]
}

/** The argument `headers` as it was given; `null` where it was left out. */
export const readHeaders = (value: unknown): boolean | null =>
  value === null || value === undefined || value === ''
    ? null
    : readFlag('headers', { type: 'flag', default: true, about: '' }, value)

/** The answer of a metric that is one figure, and not asked for with headers or without. */
const oneFigure = ({ rows, columns, scalar }: Result): ShownCells | null => {
  const column = columns.find(({ key }) => key === scalar)
  const [row] = rows
  if (column === undefined || row === undefined || rows.length > 1) return null
  const value = row[column.key] ?? null
  if (isNoAnswer(value)) throw new SpmError('no-answer', value.noAnswer)
  return { columns: [column], hasHeader: false, rows: [[value]] }
}

/**
 * What a formula shows of an answer: one figure where the answer is one and `headers` is left out, else its table, with
 * the labels on top unless `headers` is false.
 *
 * @throws SpmError `no-answer` for a figure that cannot be worked out, and for a list without rows and headers
 */
export const shownCells = (result: Result, headers: boolean | null): ShownCells => {
  const figure = headers === null ? oneFigure(result) : null
  if (figure !== null) return figure
  if (headers === false && result.rows.length === 0)
    throw new SpmError('no-answer', `${result.metric} has no rows to show. With headers it shows its header row alone.`)
  return {
    columns: result.columns,
    hasHeader: headers !== false,
    rows: result.rows.map((row) => result.columns.map(({ key }) => row[key] ?? null)),
  }
}
