import { SpmError } from '#core/errors'
import type { Metric } from '#core/metrics/define'
import { metrics } from '#core/metrics/index'
import { nearest } from '#core/dataset/nearest'
import { readCommandLine, readOptions, type CommandLine, type OptionValues } from './command-line.ts'
import { checkCommand } from './commands/check.ts'
import { explainCommand } from './commands/explain.ts'
import { helpCommand } from './commands/help.ts'
import { metricCommand } from './commands/metric.ts'
import { packCommand } from './commands/pack.ts'
import { startCommand } from './commands/start.ts'
import { painter } from './colour.ts'
import { exitCodeOf } from './exit-codes.ts'
import { findHome } from './home.ts'
import type { Io } from './io.ts'
import { maybeMetric, metricFor } from './metric-named.ts'
import { metricOptions, optionsOf, sharedOptions, type CommandName } from './options.ts'

const commandNames: readonly CommandName[] = ['pack', 'metric', 'check', 'explain', 'start', 'help']

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

const metricIn = (operands: readonly string[]): Metric => {
  const [word] = operands
  if (word === undefined)
    throw new SpmError('argument', 'Name a metric: spm metric PIPELINE deals.csv. spm help lists them all.')
  return metricFor(word)
}

const carryOut = (
  command: CommandName,
  metric: Metric | null,
  operands: readonly string[],
  options: OptionValues,
  io: Io,
): Promise<number> => {
  switch (command) {
    case 'metric':
      return metricCommand(metric ?? metricIn(operands), operands.slice(1), options, io)
    case 'pack':
      return packCommand(operands, options, io)
    case 'check':
      return checkCommand(operands, options, io)
    case 'explain':
      return explainCommand(operands, io)
    case 'start':
      return startCommand(operands, options, io)
    case 'help':
      return helpCommand(operands, io)
  }
}

const dispatch = async ({ operands, options }: CommandLine, io: Io): Promise<number> => {
  const [word = 'help', ...rest] = operands
  const asksFor = (name: string): boolean => options.some((option) => option.name === name)
  if (asksFor('version')) {
    io.out(`spm ${findHome().version}\n`)
    return 0
  }
  const command = commandFor(word)
  if (asksFor('help'))
    return await helpCommand(command === 'metric' && rest[0] !== undefined ? rest.slice(0, 1) : [command], io)
  const metric = command === 'metric' ? metricIn(rest) : null
  const title = metric === null ? `spm ${command}` : `spm metric ${metric.name}`
  const values = readOptions(options, optionsOf(command, metric), title)
  return await carryOut(command, metric, rest, values, io)
}

/**
 * Runs the command line; the arguments are those after the program's name.
 *
 * @returns the exit code; what is expected to go wrong is a sentence on `err`, anything else is thrown
 */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  try {
    const known = [...sharedOptions, ...metrics.flatMap(metricOptions)]
    return await dispatch(readCommandLine(argv, known), io)
  } catch (error) {
    if (!(error instanceof SpmError)) throw error
    io.err(`${painter(io.colour)('red', 'spm:')} ${error.message}\n`)
    return exitCodeOf[error.code]
  }
}
