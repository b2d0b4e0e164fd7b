import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SpmError } from '#core/errors'
import type { Described } from '#core/metrics/define'
import { explanation } from '#core/metrics/explain'
import { termNamed } from '#core/metrics/glossary'
import { painter } from '../colour.ts'
import { exitCodes } from '../exit-codes.ts'
import { findHome } from '../home.ts'
import type { Io } from '../io.ts'
import { parametersOf, tablesOf } from '#core/metrics/parameters'
import { isExplain, maybeMetric, metricFor } from '../metric-named.ts'
import { metricOptions, optionsOf } from '../options.ts'
import { plainMarkdown } from '../plain-markdown.ts'
import { wrap } from '../wrap.ts'
import { tellTerms } from './glossary.ts'

const indent = '      '

/** Each option with what it takes, and below it what it does. */
const optionLines = (metric: Described, io: Io): readonly string[] => {
  const options = new Set([...metricOptions(metric), ...optionsOf('metric', null)].map(({ name }) => name))
  return parametersOf(metric).flatMap(({ name, takes, leftOut, about }) => {
    const option = name.replaceAll('_', '-')
    if (!options.has(option)) return []
    const room = io.width === null ? null : io.width - indent.length
    const texts = [...wrap(`${takes}; left out: ${leftOut}`, room), ...wrap(about, room)]
    return [`  --${option}`, ...texts.map((line) => `${indent}${line}`)]
  })
}

const columnLines = (metric: Described): readonly string[] =>
  tablesOf(metric).map(
    ({ title, optional, needs, uses }) =>
      `${title}${optional ? ' (can do without)' : ''}: ${[
        ...(needs.length === 0 ? [] : [`needs ${needs.join(', ')}`]),
        ...(uses.length === 0 ? [] : [`uses ${uses.join(', ')}`]),
      ].join('; ')}`,
  )

const examplesHeading = '## Examples'

/** The examples, from the metric's page of the reference. */
const exampleLines = async (metric: Described, colour: boolean): Promise<readonly string[]> => {
  const file = join(findHome().folder, 'docs/reference', `${metric.name}.md`)
  const page = await readFile(file, 'utf8').catch(() => {
    throw new SpmError('file', `The reference page ${file} cannot be read: install SPM again.`)
  })
  const [, examples = ''] = page.split(`${examplesHeading}\n`)
  return plainMarkdown(examples.split(/\n## /)[0]?.trim() ?? '', painter(colour))
}

/** `spm explain NAME`, and `spm explain WORD` of the glossary */
export const explainCommand = async (operands: readonly string[], io: Io): Promise<number> => {
  const [word] = operands
  if (word === undefined)
    throw new SpmError('argument', 'Name a metric: spm explain WIN_RATE. spm help lists them all.')
  const words = operands.join(' ')
  const term = isExplain(words) || maybeMetric(words) !== null ? null : termNamed(words)
  if (term !== null) return tellTerms([term], io)
  const metric: Described = isExplain(word) ? explanation : metricFor(word)
  const reads = columnLines(metric)
  const paint = painter(io.colour)
  const heading = (text: string): readonly string[] => ['', paint('bold', text)]
  const lines = [
    paint('bold', `${metric.name}: ${metric.title}`),
    ...wrap(metric.about, io.width),
    ...wrap(`Computed: ${metric.variant}.`, io.width),
    ...heading('Options'),
    ...optionLines(metric, io),
    ...(reads.length === 0 ? [] : heading('Reads')),
    ...reads.flatMap((line) => wrap(line, io.width)),
    ...heading('Gives'),
    ...wrap(metric.columns.map(({ label, kind }) => `${label} (${kind})`).join(', '), io.width),
    ...heading('Examples'),
    ...(await exampleLines(metric, io.colour)),
  ]
  io.out(`${lines.join('\n')}\n`)
  return exitCodes.answered
}
