import { SpmError } from '#core/errors'
import { explanation } from '#core/metrics/explain'
import { metrics } from '#core/metrics/index'
import { nearest } from '#core/dataset/nearest'
import { readCommandLine, readOptions, type CommandLine, type OptionValues } from './command-line.ts'
import { checkCommand } from './commands/check.ts'
import { explainCommand } from './commands/explain.ts'
import { helpCommand } from './commands/help.ts'
import { mapCommand } from './commands/map.ts'
import { metricCommand, type Asked } from './commands/metric.ts'
import { packCommand } from './commands/pack.ts'
import { startCommand } from './commands/start.ts'
import { targetCommand } from './commands/target.ts'
import { painter } from './colour.ts'
import { exitCodeOf } from './exit-codes.ts'
import { withOptions } from './option-words.ts'
import { findHome } from './home.ts'
import type { Io } from './io.ts'
import { isExplain, maybeMetric, metricFor } from './metric-named.ts'
import { explainOptions, metricOptions, optionsOf, sharedOptions, targetOptions, type CommandName } from './options.ts'

const commandNames: readonly CommandName[] = ['pack', 'metric', 'target', 'check', 'map', 'explain', 'start', 'help']

const isCommand = (word: string): word is CommandName => commandNames.some((name) => name === word)

const commandFor = (word: string): CommandName => {
  if (isCommand(word)) return word
  const metric = maybeMetric(word)
  if (metric !== null)
    throw new SpmError('argument', `There is no command "${word}". Did you mean: spm metric ${metric.name}?`)
  const near = nearest(word, commandNames)
  throw new SpmError(
    'argument',
    `There is no command "${word}".${near === null ? ` Commands are: ${commandNames.join(', ')}.` : ` Did you mean "${near}"?`}`,
  )
}

const metricIn = ({ operands: [, word], options }: CommandLine): Asked => {
  if (word === undefined)
    throw new SpmError('argument', 'Name a metric: spm metric PIPELINE deals.csv. spm help lists them all.')
  if (!isExplain(word)) return { metric: metricFor(word), explained: false }
  const name = options.find((option) => option.name === 'metric')?.value ?? null
  if (name === null)
    throw new SpmError('argument', 'Name the metric to explain: spm metric EXPLAIN deals.csv --metric WIN_RATE.')
  return { metric: metricFor(name), explained: true }
}

const carryOut = (
  command: Exclude<CommandName, 'metric'>,
  operands: readonly string[],
  options: OptionValues,
  io: Io,
): Promise<number> => {
  switch (command) {
    case 'pack':
      return packCommand(operands, options, io)
    case 'target':
      return targetCommand(operands, options, io)
    case 'check':
      return checkCommand(operands, options, io)
    case 'map':
      return mapCommand(operands, options, io)
    case 'explain':
      return explainCommand(operands, io)
    case 'start':
      return startCommand(operands, options, io)
    case 'help':
      return helpCommand(operands, io)
  }
}

const askMetric = (line: CommandLine, files: readonly string[], io: Io): Promise<number> => {
  const asked = metricIn(line)
  const { metric, explained } = asked
  const known = [...(explained ? explainOptions : []), ...optionsOf('metric', metric)]
  const title = `spm metric ${explained ? explanation.name : metric.name}`
  return metricCommand(asked, files, readOptions(line.options, known, title), io)
}

const dispatch = async (line: CommandLine, io: Io): Promise<number> => {
  const { operands, options } = line
  const [word = 'help', ...rest] = operands
  const asksFor = (name: string): boolean => options.some((option) => option.name === name)
  if (asksFor('version')) {
    io.out(`spm ${findHome().version}\n`)
    return 0
  }
  const command = commandFor(word)
  if (asksFor('help'))
    return await helpCommand(command === 'metric' && rest[0] !== undefined ? rest.slice(0, 1) : [command], io)
  if (command === 'metric') return await askMetric(line, rest.slice(1), io)
  return await carryOut(command, rest, readOptions(options, optionsOf(command, null), `spm ${command}`), io)
}

/**
 * Runs the command line; the arguments are those after the program's name.
 *
 * @returns the exit code; what is expected to go wrong is a sentence on `err`, anything else is thrown
 */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  try {
    const known = [...sharedOptions, ...explainOptions, ...targetOptions, ...metrics.flatMap(metricOptions)]
    return await dispatch(readCommandLine(argv, known), io)
  } catch (error) {
    if (!(error instanceof SpmError)) throw error
    io.err(`${painter(io.colour)('red', 'spm:')} ${withOptions(error.message)}\n`)
    return exitCodeOf[error.code]
  }
}
