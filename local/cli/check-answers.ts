import type { Dataset } from '#core/dataset/dataset'
import { tableNamed } from '#core/dataset/field-map'
import { tables } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import { runMetric, type Failure } from '#core/metrics/run'

/** Which metrics the data answers, and what the others lack. */
export interface Answers {
  readonly answered: readonly string[]
  /** Answered once they are asked with the arguments that they need. */
  readonly withArguments: readonly string[]
  /** What is missing → the metrics that lack it. */
  readonly missing: ReadonlyMap<string, readonly string[]>
}

/** One sentence for all metrics that lack the same table; a missing column has one already. */
const lackOf = ({ missing, reason }: Failure): string => {
  const table = missing?.field === null ? tableNamed(missing.table) : null
  return table === null ? reason : `The table ${tables[table].title} is not there. ${tables[table].about}`
}

/** Asks every metric once, with nothing but the data. */
export const askAll = (metrics: readonly Metric[], data: Dataset): Answers => {
  const answered: string[] = []
  const withArguments: string[] = []
  const missing = new Map<string, string[]>()
  for (const metric of metrics) {
    const answer = runMetric(metric, data)
    if (answer.ok) answered.push(metric.name)
    else if (answer.code === 'argument') withArguments.push(metric.name)
    else {
      const lack = lackOf(answer)
      missing.set(lack, [...(missing.get(lack) ?? []), metric.name])
    }
  }
  return { answered, withArguments, missing }
}

/** What is missing, the piece that would answer most first. */
export const byUse = (missing: Answers['missing']): readonly (readonly [lack: string, metrics: readonly string[]])[] =>
  [...missing].sort((a, b) => b[1].length - a[1].length)
