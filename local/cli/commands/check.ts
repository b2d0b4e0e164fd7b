import type { Dataset } from '#core/dataset/dataset'
import { settingKeys, settingsSchema } from '#core/dataset/settings'
import { tableNames } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import { metricNamed, metrics } from '#core/metrics/index'
import { runMetric } from '#core/metrics/run'
import { answerLines } from '../answer-text.ts'
import { askAll, byUse } from '../check-answers.ts'
import { rangeLines } from '../check-range.ts'
import { readAll, type Readings } from '#core/dataset/read-all'
import { painter } from '../colour.ts'
import { isSet, type OptionValues } from '../command-line.ts'
import { exitCodes } from '../exit-codes.ts'
import { findingLines } from '../findings-text.ts'
import { openInputs, readInputs, type Inputs } from '../inputs.ts'
import type { Io } from '../io.ts'
import { withOptions } from '../option-words.ts'
import { startProgress } from '../progress.ts'
import { wrap } from '../wrap.ts'

/** A heading and the lines below it; nothing at all where there are no lines. */
const section = (title: string, lines: readonly string[], io: Io): readonly string[] =>
  lines.length === 0
    ? []
    : [painter(io.colour)('bold', title), ...lines.map((line) => `  ${withOptions(line)}`.trimEnd()), '']

const rangeSections = ({ identified, sheets }: Inputs, data: Dataset, io: Io): readonly string[] =>
  tableNames.flatMap((name) => {
    const source = identified.tables[name]
    if (source === undefined) return []
    const sheet = sheets.find(({ grid }) => grid === source.grid)
    const table = data.table(name)
    const lines =
      table === null ? ['SPM Settings: settings and mappings of the workbook.'] : rangeLines(table, io.width)
    const hidden = sheet?.hidden === true ? ['This tab is hidden.'] : []
    return section(source.name, [...lines, ...hidden, ...(sheet?.notes ?? [])], io)
  })

/** Settings that are not left at their default, wherever they come from. */
const settingsSection = ({ settings }: Dataset, io: Io): readonly string[] =>
  section(
    'Settings',
    settingKeys.flatMap((key) => (settings[key] === settingsSchema[key].default ? [] : [`${key} = ${settings[key]}`])),
    io,
  )

const doubtSections = ({ identified }: Inputs, { stops, findings }: Readings, io: Io): readonly string[] => [
  ...section(
    'Not read as a table',
    identified.unrecognised.map(({ reason }) => reason),
    io,
  ),
  ...section(
    'To settle',
    identified.questions.map(({ text }) => text),
    io,
  ),
  ...section('Stops', stops, io),
  ...section('Findings', findingLines(findings, io.colour), io),
]

/** The checks that found something. */
const qualityLines = (data: Dataset, metric: Metric, io: Io): readonly string[] => {
  const answer = runMetric(metric, data)
  if (!answer.ok) return [answer.reason]
  const found = answer.rows.filter((row) => row['rows'] !== 0)
  if (found.length === 0) return ['Nothing was found.', ...answer.notes]
  const width = io.width === null ? null : io.width - 2
  return answerLines({ ...answer, rows: found }, { currency: '', colour: io.colour, width })
}

const qualitySection = (data: Dataset, io: Io): readonly string[] => {
  const metric = metricNamed('DATA_QUALITY')
  return metric === null || data.table('deals') === null
    ? []
    : section(metric.title, qualityLines(data, metric, io), io)
}

const answersSection = (data: Dataset, io: Io): readonly string[] => {
  const { answered, withArguments, missing } = askAll(metrics, data)
  const names = (label: string, list: readonly string[]): readonly string[] =>
    list.length === 0 ? [] : wrap(`${label}: ${list.join(', ')}`, io.width)
  return section(
    `${answered.length + withArguments.length} of ${metrics.length} metrics can be answered`,
    [
      ...names('Answered', answered),
      ...names('Answered with arguments (see spm help NAME)', withArguments),
      ...byUse(missing).map(([lack, without]) => `Not ${without.join(', ')}: ${lack}`),
    ],
    io,
  )
}

/** `spm check FILE…` */
export const checkCommand = async (operands: readonly string[], options: OptionValues, io: Io): Promise<number> => {
  const progress = startProgress(io, isSet(options, 'quiet'))
  try {
    const inputs = await readInputs(operands, options, io, progress)
    await progress.step('Reading every column')
    const data = openInputs(inputs)
    const readings = readAll(data)
    await progress.step('Asking every metric')
    const lines = [
      ...rangeSections(inputs, data, io),
      ...settingsSection(data, io),
      ...doubtSections(inputs, readings, io),
      ...qualitySection(data, io),
      ...answersSection(data, io),
    ]
    io.out(`${lines.join('\n').trimEnd()}\n`)
    const isOpen = inputs.identified.questions.length + inputs.unused.length + readings.stops.length > 0
    return isOpen ? exitCodes.noAnswer : exitCodes.answered
  } finally {
    progress.end()
  }
}
