import { parseArgs } from 'node:util'
import { SpmError } from '#core/errors'
import { nearest } from '#core/dataset/nearest'
import type { Option } from './options.ts'

/** What was typed, before anything is known to be right. */
export interface CommandLine {
  readonly operands: readonly string[]
  readonly options: readonly GivenOption[]
}

interface GivenOption {
  readonly name: string
  /** As it was typed, with its dashes. */
  readonly typed: string
  readonly value: string | null
}

/** Options by name, each with all its values; a flag has the value `true`. */
export type OptionValues = ReadonlyMap<string, readonly string[]>

const isOption = (argument: string): boolean => /^--[^-]/.test(argument)

/** `--min_amount=1` and `--Min-Amount=1` are `--min-amount=1`; values stay as they are. */
const normalise = (argument: string): string => {
  const [name = '', ...value] = argument.split('=')
  return [name.toLowerCase().replaceAll('_', '-'), ...value].join('=')
}

const normaliseAll = (argv: readonly string[]): string[] => {
  const end = argv.indexOf('--')
  return argv.map((argument, i) => (isOption(argument) && (end < 0 || i < end) ? normalise(argument) : argument))
}

const short: Readonly<Record<string, string>> = { h: 'help', q: 'quiet', v: 'version' }

/**
 * Splits arguments into operands and options. `known` tells which options take a value; what is not among them is kept
 * to be refused by the command, which knows what it takes.
 */
export const readCommandLine = (argv: readonly string[], known: readonly Option[]): CommandLine => {
  const options = Object.fromEntries(
    known.map(({ name, value }) => [name, { type: value === null ? ('boolean' as const) : ('string' as const) }]),
  )
  const { tokens } = parseArgs({
    args: normaliseAll(argv),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  return {
    operands: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    options: tokens.flatMap((token) => {
      if (token.kind !== 'option') return []
      const name = short[token.rawName.slice(1)] ?? token.name
      if (token.inlineValue === false && isOption(token.value))
        throw new SpmError(
          'argument',
          `${token.rawName} needs a value. If its value begins with dashes: ${token.rawName}=${token.value}.`,
        )
      return [{ name, typed: token.rawName, value: token.value ?? null }]
    }),
  }
}

const refuse = (sentence: string): never => {
  throw new SpmError('argument', sentence)
}

const unknown = (typed: string, options: readonly Option[], title: string): never => {
  const near = nearest(
    typed.replace(/^-+/, ''),
    options.map(({ name }) => name),
  )
  return refuse(
    `${title} has no option ${typed}.${near === null ? ` See: spm help ${title.split(' ').at(-1) ?? ''}` : ` Did you mean --${near}?`}`,
  )
}

/**
 * The values of a command's options.
 *
 * @throws SpmError `argument` for an option that the command does not have, a value too many or one too few
 */
export const readOptions = (given: readonly GivenOption[], options: readonly Option[], title: string): OptionValues => {
  const values = new Map<string, readonly string[]>()
  for (const { name, typed, value } of given) {
    const option = options.find((each) => each.name === name) ?? unknown(typed, options, title)
    const before = values.get(name) ?? []
    if (option.value !== null && value === null) refuse(`${typed} needs a value: ${typed} ${option.value}.`)
    if (before.length > 0 && option.many !== true) refuse(`${typed} is given twice: give it once.`)
    values.set(name, [...before, value ?? 'true'])
  }
  return values
}

/** The one value of an option, `null` where it is not given. */
export const valueOf = (values: OptionValues, name: string): string | null => values.get(name)?.[0] ?? null

/** Whether a flag is given; `--quiet=false` is as good as none. */
export const isSet = (values: OptionValues, name: string): boolean => {
  const value = valueOf(values, name)
  if (value === null || value === 'false') return false
  return value === 'true' ? true : refuse(`--${name} takes no value.`)
}
