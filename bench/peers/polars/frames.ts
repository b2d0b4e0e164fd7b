import pl, { type DataFrame, type LazyDataFrame } from 'nodejs-polars'
import type { Columns } from '../../columns.ts'
import type { TableName } from '../../tables.ts'
import type { Words } from '../../words.ts'

export interface Frames {
  readonly tables: Readonly<Record<TableName, DataFrame>>
  readonly words: Words
}

/** Numbers and codes as typed arrays, ids as texts. */
export const frameOf = (columns: Columns): DataFrame =>
  pl.DataFrame(
    Object.entries(columns).map(([name, column]) =>
      Array.isArray(column) ? pl.Series(name, column, pl.Utf8) : pl.Series(name, column),
    ),
  )

/** A result by column; `at` gives the figure of a row, `word` the text behind a code. */
export interface Result {
  readonly height: number
  readonly at: (name: string, row: number) => number
  readonly text: (name: string, row: number) => string
  readonly word: (name: string, row: number) => string
}

export const resultOf = (query: LazyDataFrame, words: Words): Result => {
  const frame = query.collectSync()
  const columns = new Map<string, readonly unknown[]>(frame.columns.map((name) => [name, frame.getColumn(name).toArray()]))
  const cell = (name: string, row: number): unknown => columns.get(name)?.[row]
  const at = (name: string, row: number): number => Number(cell(name, row))
  return { height: frame.height, at, text: (name, row) => String(cell(name, row)), word: (name, row) => words.at(at(name, row)) }
}

export const rowsOf = <Row>(result: Result, rowAt: (result: Result, row: number) => Row): readonly Row[] =>
  Array.from({ length: result.height }, (_, row) => rowAt(result, row))
