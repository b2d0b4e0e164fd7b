import type { Described, Family } from '#core/metrics/define'
import { explanation } from '#core/metrics/explain'
import { metrics } from '#core/metrics/index'
import { painter } from '../colour.ts'
import { exitCodes, exitCodeTexts } from '../exit-codes.ts'
import { families, familyTitles } from '#core/metrics/families'
import type { Io } from '../io.ts'
import { isExplain, metricFor } from '../metric-named.ts'
import { optionsOf, type CommandName, type Option } from '../options.ts'
import { explainCommand } from './explain.ts'
import { glossaryCommand } from './glossary.ts'

interface CommandHelp {
  readonly usage: string
  readonly about: string
}

const commandHelp: Readonly<Record<CommandName, CommandHelp>> = {
  pack: { usage: 'spm pack TEAM FILE…', about: 'Writes the pack for a meeting as a new workbook.' },
  metric: { usage: 'spm metric NAME FILE…', about: 'Answers one metric.' },
  target: {
    usage: 'spm target FILE…',
    about: 'Breaks a target down to deals, opportunities and meetings, and solves for what can be changed.',
  },
  check: {
    usage: 'spm check FILE…',
    about: 'Tells what the files hold, what is wrong with it, and what it can answer.',
  },
  map: { usage: 'spm map FILE…', about: 'Shows which column feeds which field, how that is known, and saves it.' },
  explain: {
    usage: 'spm explain NAME',
    about: 'Tells how a metric is worked out, with examples, or what a word means.',
  },
  start: { usage: 'spm start', about: 'Writes the team pack of the sample workbook into out/.' },
  help: {
    usage: 'spm help [COMMAND|NAME|glossary]',
    about: 'Shows help for a command or a metric, or what all words mean.',
  },
}

/** What a FILE is, with an example of the command. */
const filesText = (start: string): string =>
  `FILE is a .csv, .tsv or .xlsx file. Tables are recognised by their headers, or named:
  spm ${start} deals=orders.csv targets=model.xlsx#Plan`

/** Left column padded, right column as it is. */
const pairs = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

const optionLines = (options: readonly Option[]): readonly string[] =>
  pairs(options.map(({ name, value, about }) => [`--${name}${value === null ? '' : ` ${value}`}`, about] as const))

const metricLines = (family: Family): readonly string[] =>
  pairs(metrics.flatMap((metric) => (metric.family === family ? [[metric.name, metric.title] as const] : [])))

const overview = (io: Io): readonly string[] => {
  const paint = painter(io.colour)
  const present = families.filter((family) => metrics.some((metric) => metric.family === family))
  return [
    paint('bold', 'spm: sales performance management on the command line'),
    '',
    ...pairs(Object.values(commandHelp).map(({ usage, about }) => [usage, about] as const)),
    '',
    filesText('metric PIPELINE'),
    '',
    paint('bold', 'Metrics'),
    ...present.flatMap((family) => [
      `  ${paint('dim', familyTitles[family])}`,
      ...metricLines(family).map((line) => `  ${line}`),
    ]),
    `  ${paint('dim', 'Any of them')}`,
    ...pairs([[explanation.name, `${explanation.title}: spm metric EXPLAIN FILE… --metric NAME`]]).map(
      (line) => `  ${line}`,
    ),
    '',
    paint('bold', 'Exit codes'),
    ...pairs(exitCodeTexts.map(([code, meaning]) => [String(code), meaning] as const)),
  ]
}

const commandLines = (command: CommandName, io: Io): readonly string[] => {
  const paint = painter(io.colour)
  const { usage, about } = commandHelp[command]
  const takesFiles = usage.includes('FILE')
  return [
    paint('bold', usage),
    about,
    '',
    ...(takesFiles ? [filesText(usage.replace(/^spm | FILE…$/g, '').replace('NAME', 'PIPELINE')), ''] : []),
    paint('bold', 'Options'),
    ...optionLines(optionsOf(command, null)),
    ...(command === 'metric' ? ['', 'Each parameter of a metric is an option too: spm help PIPELINE'] : []),
  ]
}

const isCommand = (word: string): word is CommandName => Object.hasOwn(commandHelp, word)

/** What a metric is and takes, for those who are about to ask it. */
const metricHelp = (metric: Described, io: Io): Promise<number> => explainCommand([metric.name], io)

/** `spm help [COMMAND|NAME]` */
export const helpCommand = (operands: readonly string[], io: Io): Promise<number> => {
  const [word] = operands
  if (word?.toLowerCase() === 'glossary') return Promise.resolve(glossaryCommand(io))
  if (word !== undefined && !isCommand(word)) return metricHelp(isExplain(word) ? explanation : metricFor(word), io)
  const lines = word === undefined || word === 'help' ? overview(io) : commandLines(word, io)
  io.out(`${lines.join('\n')}\n`)
  return Promise.resolve(exitCodes.answered)
}
