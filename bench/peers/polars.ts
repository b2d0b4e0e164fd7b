import pl, { type DataFrame } from 'nodejs-polars'
import { readColumns, type Columns } from '../columns.ts'
import { measured } from '../measure.ts'
import { questions, type Answers, type QuestionName } from '../questions.ts'
import { Words } from '../words.ts'
import type { Workload } from '../workload.ts'
import { sharedOf, statementsOf } from './polars/sql.ts'

interface Frames {
  readonly frames: Readonly<Record<string, DataFrame>>
  readonly words: Words
}

/**
 * Polars, fed with typed arrays and codes of words; only ids go in as texts. Other ways of feeding took, on a million
 * activities and in CPU of this one: words as texts 1.6 times, an Arrow file in memory 3. It is asked in SQL because
 * every expression object of its JavaScript face costs most of a millisecond: the same pack in expressions took five
 * times as long at 10,000 deals.
 */
const ingest = (workload: Workload): Frames => {
  const words = new Words()
  const tables = Object.entries(readColumns(workload, words))
  return { frames: Object.fromEntries(tables.map(([name, columns]) => [name, frameOf(columns)])), words }
}

const frameOf = (columns: Columns): DataFrame => {
  const entries = Object.entries(columns)
  const namesOf = (type: typeof Float64Array | typeof Int32Array): string[] =>
    entries.filter(([, column]) => column instanceof type).map(([name]) => name)
  const series = entries.map(([name, column]) =>
    Array.isArray(column) ? pl.Series(name, column, pl.Utf8) : pl.Series(name, column),
  )
  const frame = pl.DataFrame(series)
  const [numbers, days] = [namesOf(Float64Array), namesOf(Int32Array)]
  const filled = [
    ...(numbers.length === 0 ? [] : [pl.col(numbers).fillNan(none)]),
    ...(days.length === 0 ? [] : [pl.when(pl.col(days).lt(0)).then(none).otherwise(pl.col(days)).keepName()]),
  ]
  const blanked = filled.length === 0 ? frame : frame.withColumns(...filled)
  if (!('modified' in columns)) return blanked
  return blanked.withColumn(pl.col('modified').fillNull(pl.col('created')).alias('touched'))
}

const none = pl.lit(null)

const query = ({ frames, words }: Frames): Answers => {
  const context = pl.SQLContext(frames)
  const code = (word: string): number => words.code(word)
  for (const [name, sql] of Object.entries(sharedOf(code)))
    context.register(name, context.execute(sql, { eager: true }))
  const statements = statementsOf(code)
  const answers: Partial<Record<QuestionName, readonly AnyRow[]>> = {}
  for (const question of Object.keys(questions) as readonly QuestionName[])
    answers[question] = rowsOf(context.execute(statements[question], { eager: true }), words)
  // What SQL returns is named after the answers; comparing them proves it.
  return answers as Answers
}

type AnyRow = Record<string, unknown>

const coded: ReadonlySet<string> = new Set(['owner', 'stage', 'type'])

const rowsOf = (frame: DataFrame, words: Words): readonly AnyRow[] => {
  const rows = frame.height < manyRows ? frame.toRecords() : rowsByColumn(frame)
  for (const row of rows) for (const name of coded) if (name in row) row[name] = words.at(Number(row[name]))
  return rows
}

/** Reading by column is faster from here on; below, making its series objects is what takes the time. */
const manyRows = 500

const rowsByColumn = (frame: DataFrame): AnyRow[] => {
  const rows: AnyRow[] = Array.from({ length: frame.height }, () => ({}))
  for (const name of frame.columns) {
    const series = frame.getColumn(name)
    const cells: ArrayLike<unknown> =
      series.isNumeric() && !series.hasNulls() ? series.toTypedArray() : series.toArray()
    for (const [i, row] of rows.entries()) row[name] = cells[i]
  }
  return rows
}

export const run = measured({ ingest, query })
