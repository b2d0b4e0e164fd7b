import type { Metric } from '#core/metrics/define'
import { glossaryOf, marksIn, termNamed, type Entry } from '#core/metrics/glossary'
import { CatalogueError } from './catalogue.ts'
import { generatedMark, markdownPage } from './markdown.ts'

/** As hosts of Markdown name a heading. */
const anchorOf = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

const linked = ({ word, means }: Entry): string =>
  marksIn(means).reduce((text, mark) => {
    const term = termNamed(mark)
    if (term === null) throw new CatalogueError(`The glossary marks "${mark}" under "${word}", and has no such term.`)
    return text.replace(`[${mark}]`, `[${mark}](#${anchorOf(term.word)})`)
  }, means)

const whereTo = ({ metric, table }: Entry): string => {
  if (metric !== null) return `Metric [${metric.name}](${metric.name}.md): ${metric.variant}.`
  return table === null ? '' : 'Table: see [tables](tables.md).'
}

/** `docs/reference/glossary.md` */
export const glossaryPage = (metrics: readonly Metric[]): string =>
  markdownPage([
    generatedMark,
    '# Glossary',
    'What the words mean, from the definitions of the metrics and tables themselves. Numbers in brackets are [rules](../rules.md).',
    ...glossaryOf(metrics).flatMap((entry) => [
      `## ${entry.word}`,
      entry.also.length === 0 ? '' : `Also: ${entry.also.join(', ')}.`,
      linked(entry),
      whereTo(entry),
    ]),
  ])
