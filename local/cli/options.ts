import { snakeCase } from '#core/metrics/read-args'
import type { Described, Metric } from '#core/metrics/define'
import { explanation } from '#core/metrics/explain'

export type CommandName = 'pack' | 'metric' | 'target' | 'check' | 'map' | 'explain' | 'start' | 'help'

export interface Option {
  /** In kebab-case, without dashes. */
  readonly name: string
  /** What stands for its value in help; `null` for a flag. */
  readonly value: string | null
  readonly many?: true
  readonly commands: readonly CommandName[]
  readonly about: string
}

const everyCommand: readonly CommandName[] = ['pack', 'metric', 'target', 'check', 'map', 'explain', 'start', 'help']
const withFiles: readonly CommandName[] = ['pack', 'metric', 'target', 'check', 'map']
const withOutput: readonly CommandName[] = ['pack', 'metric', 'target']

/** The options that do not come from a metric's parameters. */
export const sharedOptions: readonly Option[] = [
  {
    name: 'map',
    value: 'TABLE.FIELD=COLUMN',
    many: true,
    commands: withFiles,
    about:
      'Reads a field from a column: deals.owner=EmployeeKey. Several columns with commas; a constant in quotes: "deals.status=\'won\'".',
  },
  {
    name: 'set',
    value: 'KEY=VALUE',
    many: true,
    commands: withFiles,
    about: 'Sets a setting: fiscal_start_month=7.',
  },
  {
    name: 'config',
    value: 'FILE',
    commands: withFiles,
    about: 'Takes tables, mappings and settings from a JSON file; options overrule it, and it overrules the workbook.',
  },
  {
    name: 'as-of',
    value: 'DAY',
    commands: withFiles,
    about: 'The day figures are as of: 2026-03-31. Left out, today.',
  },
  {
    name: 'scope',
    value: 'SCOPE',
    commands: ['pack', 'metric'],
    about:
      'Limits the rows to a person with everybody below, a team, a region, or a filter: "Region=Nordics;Product=Service".',
  },
  {
    name: 'out',
    value: 'FILE',
    commands: withOutput,
    about: 'Writes the result to a file. A pack goes to out/ where it is left out; of targets these are the tabs.',
  },
  {
    name: 'save',
    value: 'FILE',
    commands: ['map'],
    about: 'Writes the mappings into a configuration; with --config FILE they count for files with the same headers.',
  },
  {
    name: 'carry-from',
    value: 'FILE',
    commands: ['pack'],
    about: 'Carries over what people typed into an earlier pack: out/TEAM-2026-10-26.xlsx.',
  },
  { name: 'force', value: null, commands: withOutput, about: 'Replaces the file that --out names.' },
  { name: 'json', value: null, commands: ['metric', 'target', 'map'], about: 'Gives the answer as JSON.' },
  { name: 'csv', value: null, commands: ['metric'], about: 'Gives the answer as comma-separated text.' },
  {
    name: 'encoding',
    value: 'NAME',
    commands: withFiles,
    about: 'How to read text files that are neither UTF-8 nor UTF-16: windows-1252.',
  },
  {
    name: 'delimiter',
    value: 'CHARACTER',
    commands: withFiles,
    about: 'What separates the columns of text files: ";" or tab. Left out, it is found out.',
  },
  { name: 'quiet', value: null, commands: [...withFiles, 'start'], about: 'Says nothing but results and errors.' },
  { name: 'help', value: null, commands: everyCommand, about: 'Shows help for a command or a metric.' },
  { name: 'version', value: null, commands: everyCommand, about: 'Shows the version.' },
]

const sharedNames = new Set(sharedOptions.map(({ name }) => name))

/** A parameter's option: `min-amount` for `minAmount`. */
export const optionName = (parameter: string): string => snakeCase(parameter).replaceAll('_', '-')

/** The options that a metric's own parameters give; tables are files, and `--as-of` is shared. */
export const metricOptions = (metric: Described): readonly Option[] =>
  Object.entries(metric.params).flatMap(([parameter, param]) => {
    const name = optionName(parameter)
    if (param.type === 'table' || sharedNames.has(name)) return []
    const value = param.type === 'flag' ? null : param.type.toUpperCase()
    return [{ name, value, commands: ['metric'] as const, about: param.about }]
  })

/** What the target model takes. */
export const targetOptions: readonly Option[] = [
  {
    name: 'solve',
    value: 'PARAMETER',
    commands: ['target'],
    about: 'Solves for a parameter, so that the limits in Params hold: virtual_share, North.win_rate.',
  },
  {
    name: 'output',
    value: 'OUTPUT',
    commands: ['target'],
    about: 'With --solve: what is to be the goal instead of the limits, such as meetings or deals.',
  },
  { name: 'goal', value: 'NUMBER', commands: ['target'], about: 'With --output: what it is to be.' },
  { name: 'lower', value: 'NUMBER', commands: ['target'], about: 'With --solve: the lowest value that can be.' },
  { name: 'upper', value: 'NUMBER', commands: ['target'], about: 'With --solve: the highest value that can be.' },
  {
    name: 'params-version',
    value: 'VERSION',
    commands: ['target'],
    about: 'The parameters as they stand now (current), or as planned (plan). Left out, current.',
  },
  {
    name: 'weights',
    value: 'KIND',
    commands: ['target'],
    about: 'By what the target is shared out to people: even, history (what they won) or pipeline. Left out, even.',
  },
  {
    name: 'save-solution',
    value: null,
    commands: ['target'],
    about: 'With --solve and --out: writes the value into Params, as the version; the other version stays.',
  },
]

/** What EXPLAIN takes besides what the metric takes that it explains. */
export const explainOptions: readonly Option[] = metricOptions(explanation)

/** What a command takes; `metric` also what its metric takes. */
export const optionsOf = (command: CommandName, metric: Metric | null): readonly Option[] => [
  ...(metric === null ? [] : metricOptions(metric)),
  ...(command === 'target' ? targetOptions : []),
  ...sharedOptions.filter(({ commands }) => commands.includes(command)),
]
