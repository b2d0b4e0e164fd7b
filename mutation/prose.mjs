import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin'

/**
 * Texts that a reader sees and no code reads: titles, descriptions, labels. `npm run generated` compares each of them
 * with docs/reference, so a change of one fails there; the tests need not repeat them.
 */
const proseKeys = new Set(['title', 'about', 'label', 'variant'])

const keyOf = ({ node }) =>
  node.type === 'ObjectProperty' && !node.computed ? (node.key.name ?? node.key.value) : null

const prose = {
  shouldIgnore(path) {
    const key = keyOf(path)
    if (key !== null && proseKeys.has(key)) return 'A text for readers, compared with docs/reference.'
    return undefined
  },
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', prose)]
