import type { Described } from '#core/metrics/define'
import { explanation } from '#core/metrics/explain'
import { metrics } from '#core/metrics/index'
import { parametersOf, type ParameterFact } from '#core/metrics/parameters'

/** Functions of the built script that are no metrics: the triggers, the items of the menu, the door of the sidebar. */
const otherFunctions = ['onOpen', 'onInstall', 'refreshFormulas'] as const

/** How many arguments of the explained metric follow in EXPLAIN; more than any metric has. */
const explainedArguments = 20

/** A comment ends where nobody means it to, unless this is done. */
const inComment = (text: string): string => text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').trim()

const parameterLine = ({ name, takes, leftOut, about }: ParameterFact): string =>
  ` * @param {${takes.startsWith('table ') ? 'range' : 'any'}} ${name} ${inComment(about)} Takes: ${takes}. Left out: ${leftOut}.`

const comment = (metric: Described, parameters: readonly ParameterFact[]): readonly string[] => [
  '/**',
  ` * ${inComment(`${metric.title}. ${metric.about}`)}`,
  ' *',
  ...parameters.map(parameterLine),
  ` * @return {any} ${inComment(metric.columns.map(({ label }) => label).join(', '))}.`,
  ' * @customfunction',
  ' */',
]

const metricStub = (metric: (typeof metrics)[number]): string => {
  const parameters = parametersOf(metric)
  const names = parameters.map(({ name }) => name).join(', ')
  return [
    ...comment(metric, parameters),
    `function SPM_${metric.name}(${names}) {`,
    `  return spm_().formula('${metric.name}', [${names}])`,
    '}',
  ].join('\n')
}

/** The arguments of the explained metric have no names of their own, since they differ from metric to metric. */
const explainStub = (): string => {
  const own = parametersOf(explanation).slice(0, Object.keys(explanation.params).length)
  const rest = Array.from({ length: explainedArguments }, (_, i) => `argument_${i + 1}`)
  const names = [...own.map(({ name }) => name), ...rest].join(', ')
  return [
    ...comment(explanation, own),
    `function SPM_${explanation.name}(${names}) {`,
    `  return spm_().explainFormula([${names}])`,
    '}',
  ].join('\n')
}

const otherStub = (name: string): string => `function ${name}(event) {\n  return spm_().${name}(event)\n}`

/** The functions that cells may call, and those that Google calls: nothing else of the script is public. */
export const stubs = (): string =>
  [...otherFunctions.map(otherStub), ...metrics.map(metricStub), explainStub()].join('\n\n')

/** Names of all public functions, in their order. */
export const publicFunctions = (): readonly string[] => [
  ...otherFunctions,
  ...metrics.map(({ name }) => `SPM_${name}`),
  `SPM_${explanation.name}`,
]
