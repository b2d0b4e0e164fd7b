import type { ErrorCode } from '#core/errors'
import type { Answer } from '#core/metrics/run'
import { shownCells } from '#core/metrics/shown-cells'
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

export const showError = (code: ErrorCode, sentence: string): Shown => ({ error: cellErrors[code], sentence })

/**
 * What a formula shows of an answer; `headers` is `null` where it was left out.
 *
 * @throws SpmError `no-answer` as {@link shownCells}
 */
export const showAnswer = (answer: Answer, headers: boolean | null, formatted: boolean): Shown => {
  if (!answer.ok) return showError(answer.code, answer.reason)
  const { columns, hasHeader, rows } = shownCells(answer, headers)
  const body = rows.map((row) => row.map((value, i) => showValue(value, columns[i]?.kind ?? 'text', formatted)))
  return { rows: hasHeader ? [columns.map(({ label }) => label), ...body] : body }
}
