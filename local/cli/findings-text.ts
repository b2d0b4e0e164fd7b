import type { Finding } from '#core/dataset/findings'
import { painter, type Colour } from './colour.ts'
import { withOptions } from './option-words.ts'

const looks: Readonly<Record<Finding['level'], Colour>> = { stop: 'red', warn: 'yellow', note: 'dim' }
const words: Readonly<Record<Finding['level'], string>> = { stop: 'Stop', warn: 'Warning', note: 'Note' }
const order: readonly Finding['level'][] = ['stop', 'warn', 'note']

/** Most findings that are shown beside an answer. */
const mostShown = 3

const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))

/** Every finding on a line of its own, the worst first. */
export const findingLines = (findings: readonly Finding[], colour: boolean): readonly string[] => {
  const paint = painter(colour)
  return worstFirst(findings).map(({ level, text }) => `${paint(looks[level], words[level])}: ${withOptions(text)}`)
}

/** The worst few, and how many more there are. */
export const findingsSummary = (findings: readonly Finding[], colour: boolean): string => {
  if (findings.length === 0) return ''
  const lines = findingLines(findings, colour)
  const left = lines.length - mostShown
  const more = left > 0 ? [`${left} more ${left === 1 ? 'finding' : 'findings'}: spm check shows them all.`] : []
  return `${[...lines.slice(0, mostShown), ...more].join('\n')}\n`
}
