import type { ErrorCode } from '#core/errors'
import type { Answer, Result } from '#core/metrics/run'
import { isNoAnswer, type ResultKind, type Value } from '#core/metrics/value'
import { cellErrors, type CellError } from '../error-codes.ts'

/** A number that brings its format along, for an Excel that knows richer types of values. */
export interface FormattedNumber {
  readonly type: 'FormattedNumber'
  readonly basicValue: number
  readonly numberFormat: string
}

/** Excel shows `null` as 0, so a cell without a value is an empty text. */
export type ShownCell = string | number | boolean | FormattedNumber

/** What a formula shows: a spilled table, or an error with a sentence. */
export type Shown =
  { readonly rows: readonly (readonly ShownCell[])[] } | { readonly error: CellError; readonly sentence: string }

const numberFormats: Readonly<Partial<Record<ResultKind, string>>> = {
  date: 'yyyy-mm-dd',
  percent: '0.0%',
  points: '+0.0%;-0.0%;0.0%',
}

const showValue = (value: Value, kind: ResultKind, formatted: boolean): ShownCell => {
  if (value === null || isNoAnswer(value)) return ''
  const numberFormat = numberFormats[kind]
  return formatted && numberFormat !== undefined && typeof value === 'number'
    ? { type: 'FormattedNumber', basicValue: value, numberFormat }
    : value
}

const showTable = ({ columns, rows }: Result, headers: boolean, formatted: boolean): Shown => {
  const body = rows.map((row) => columns.map(({ key, kind }) => showValue(row[key] ?? null, kind, formatted)))
  if (headers) return { rows: [columns.map(({ label }) => label), ...body] }
  return body.length > 0 ? { rows: body } : { error: 'notAvailable', sentence: 'There are no rows.' }
}

/** The one figure of an answer that is not split; without it, the sentence that says why. */
const showFigure = ({ columns, rows, scalar }: Result, formatted: boolean): Shown | null => {
  const column = columns.find(({ key }) => key === scalar)
  const [row, second] = rows
  if (column === undefined || row === undefined || second !== undefined) return null
  const value = row[column.key] ?? null
  if (isNoAnswer(value)) return { error: 'notAvailable', sentence: value.noAnswer }
  return { rows: [[showValue(value, column.kind, formatted)]] }
}

export const showError = (code: ErrorCode, sentence: string): Shown => ({ error: cellErrors[code], sentence })

/**
 * What a formula shows of an answer: its table under a header row; without headers the bare rows, or the figure alone
 * where the metric is one.
 */
export const showAnswer = (answer: Answer, headers: boolean, formatted: boolean): Shown => {
  if (!answer.ok) return showError(answer.code, answer.reason)
  return (headers ? null : showFigure(answer, formatted)) ?? showTable(answer, headers, formatted)
}
