import { isoDay } from '#core/cells/day'
import { moneyUnitOf } from '#core/dataset/money-unit'
import type { Dataset } from '#core/dataset/dataset'
import { SpmError } from '#core/errors'
import type { Metric } from '#core/metrics/define'
import { explain, explanation } from '#core/metrics/explain'
import { snakeCase, type Args } from '#core/metrics/read-args'
import { runMetric, type Result } from '#core/metrics/run'
import { refuseQuestions } from '#core/metrics/tables-read'
import { answerCsv, answerJson } from '../answer-data.ts'
import { answerLines } from '../answer-text.ts'
import { isSet, valueOf, type OptionValues } from '../command-line.ts'
import { deliver } from '../deliver.ts'
import { exitCodes } from '../exit-codes.ts'
import { findingsSummary } from '../findings-text.ts'
import { openInputs, readInputs, type Inputs } from '../inputs.ts'
import type { Io } from '../io.ts'
import { metricOptions, optionName } from '../options.ts'
import { startProgress } from '../progress.ts'
import { readerNotes } from '../read-sheets.ts'

/** Which metric is asked, and whether for its answer or for how that comes about. */
export interface Asked {
  readonly metric: Metric
  readonly explained: boolean
}

type Format = 'text' | 'json' | 'csv'

const formatOf = (options: OptionValues): Format => {
  const [json, csv] = [isSet(options, 'json'), isSet(options, 'csv')]
  if (json && csv) throw new SpmError('argument', 'Give --json or --csv, not both.')
  const out = valueOf(options, 'out')?.toLowerCase() ?? ''
  if (json || (!csv && out.endsWith('.json'))) return 'json'
  return csv || out.endsWith('.csv') ? 'csv' : 'text'
}

const argsOf = (metric: Metric, options: OptionValues): Args => {
  const own = new Set(metricOptions(metric).map(({ name }) => name))
  const given = Object.keys(metric.params).flatMap((parameter) => {
    const value = own.has(optionName(parameter)) ? valueOf(options, optionName(parameter)) : null
    return value === null ? [] : [[snakeCase(parameter), value] as const]
  })
  const scope = valueOf(options, 'scope')
  return { ...Object.fromEntries(given), ...(scope !== null && { scope }) }
}

const readsTables = (metric: Metric): boolean => Object.values(metric.params).some(({ type }) => type === 'table')

/** What is open about the files must be settled first, where the answer would read it. */
const refuseOpen = (metric: Metric, { identified, unused }: Inputs): void => {
  const [file] = unused
  if (file !== undefined) throw new SpmError('not-a-table', file.reason)
  refuseQuestions(metric, identified.questions)
}

/** What money is in; empty where the opportunities are not what the answer is made of. */
const unitIn = (result: Result, data: Dataset): string => {
  if (result.columns.every(({ kind }) => kind !== 'money')) return ''
  try {
    return moneyUnitOf(data)
  } catch (error) {
    if (error instanceof SpmError) return ''
    throw error
  }
}

const titleOf = ({ metric, explained }: Asked, options: OptionValues, data: Dataset): string =>
  [
    explained ? `${explanation.title}: ${metric.title}` : metric.title,
    valueOf(options, 'scope'),
    `as of ${isoDay(data.asOf)}`,
  ]
    .filter((part) => part !== null)
    .join(' · ')

const render = (asked: Asked, result: Result, format: Format, data: Dataset, options: OptionValues, io: Io): string => {
  switch (format) {
    case 'json':
      return answerJson(result)
    case 'csv':
      return answerCsv(result)
    case 'text': {
      const toFile = valueOf(options, 'out') !== null
      const currency = unitIn(result, data)
      const table = answerLines(result, { currency, colour: io.colour && !toFile, width: toFile ? null : io.width })
      return `${[titleOf(asked, options, data), '', ...table].join('\n')}\n`
    }
  }
}

const answerTo = ({ metric, explained }: Asked, data: Dataset, options: OptionValues): Result => {
  const args = argsOf(metric, options)
  const rows = valueOf(options, 'rows')
  const answer = explained ? explain(metric, data, { ...args, rows }) : runMetric(metric, data, args)
  if (!answer.ok) throw new SpmError(answer.code, answer.reason)
  return answer
}

/** `spm metric NAME FILE…`, and `spm metric EXPLAIN FILE… --metric NAME` */
export const metricCommand = async (
  asked: Asked,
  operands: readonly string[],
  options: OptionValues,
  io: Io,
): Promise<number> => {
  const { metric } = asked
  const quiet = isSet(options, 'quiet')
  const format = formatOf(options)
  const progress = startProgress(io, quiet)
  try {
    const inputs = await readInputs(operands, options, io, progress, readsTables(metric))
    refuseOpen(metric, inputs)
    await progress.step(`Working out ${metric.name}`)
    const data = openInputs(inputs)
    const answer = answerTo(asked, data, options)
    const text = render(asked, answer, format, data, options, io)
    await deliver(text, { path: valueOf(options, 'out'), force: isSet(options, 'force'), quiet }, io)
    if (!quiet) io.err(readerNotes(inputs.sheets) + findingsSummary(answer.findings, io.colour))
    return exitCodes.answered
  } finally {
    progress.end()
  }
}
