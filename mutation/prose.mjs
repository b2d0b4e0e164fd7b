import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin'

/**
 * Texts of a definition that a reader sees and no code reads: titles, descriptions, labels. `npm run generated` compares
 * each of them with docs/reference, so a change of one fails there; the tests need not repeat them.
 */
const proseKeys = new Set(['title', 'about', 'label', 'variant'])
const definitions = new Set(['defineMetric', 'defineTable'])

const isProse = ({ type, key, value }) =>
  type === 'ObjectProperty' && proseKeys.has(key.name) && value.type === 'StringLiteral'

const isDefinition = ({ node: { type, callee } }) => type === 'CallExpression' && definitions.has(callee.name)

const prose = {
  shouldIgnore(path) {
    if (!isProse(path.node) || path.findParent(isDefinition) === null) return undefined
    return 'A text for readers, compared with docs/reference.'
  },
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', prose)]
