import type { Question } from '../dataset/identify.ts'
import type { TableName } from '../dataset/tables/index.ts'
import { SpmError } from '../errors.ts'
import type { Metric } from './define.ts'

/** Tables that every answer reads where they are there. */
const readByAll = ['people', 'fx', 'calendar', 'splits', 'settings'] as const satisfies readonly TableName[]

/** Tables that an answer may read: the metric's own, and those that every answer reads. */
export const tablesRead = (metric: Metric): ReadonlySet<TableName> =>
  new Set([
    ...readByAll,
    ...Object.values(metric.params).flatMap((param) => (param.type === 'table' ? [param.table] : [])),
  ])

/**
 * What is open about the ranges must be settled first, where the answer would read it.
 *
 * @throws SpmError `conflict` with the question
 */
export const refuseQuestions = (metric: Metric, questions: readonly Question[]): void => {
  const reads = tablesRead(metric)
  const question = questions.find(({ tables }) => tables.some((table) => reads.has(table)))
  if (question !== undefined) throw new SpmError('conflict', question.text)
}
