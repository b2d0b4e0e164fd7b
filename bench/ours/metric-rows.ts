import type { Dataset } from '#core/dataset/dataset'
import type { Metric } from '#core/metrics/define'
import type { Args } from '#core/metrics/read-args'
import { runMetric } from '#core/metrics/run'
import { isNoAnswer, type Value } from '#core/metrics/value'

/** Rows of a metric's answer, read as what the benchmark expects in them. */

export type Cells = Readonly<Record<string, Value>>

export const rowsOf = (metric: Metric, data: Dataset, args: Args): readonly Cells[] => {
  const answer = runMetric(metric, data, args)
  if (!answer.ok) throw new Error(`${metric.name} does not answer: ${answer.reason}`)
  return answer.rows
}

/** A ratio without an answer is NaN, as in the other implementations. */
export const number = (row: Cells | undefined, column: string): number => {
  const value = row?.[column]
  if (isNoAnswer(value)) return NaN
  if (typeof value !== 'number') throw new Error(`${column} is no number but ${JSON.stringify(value)}`)
  return value
}

export const text = (row: Cells | undefined, column: string): string => {
  const value = row?.[column]
  if (typeof value !== 'string') throw new Error(`${column} is no text but ${JSON.stringify(value)}`)
  return value
}
