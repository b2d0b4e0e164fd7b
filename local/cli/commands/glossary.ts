import { glossary, unmarked, type Entry } from '#core/metrics/glossary'
import { painter } from '../colour.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { wrap } from '../wrap.ts'

const indent = '  '

const titleOf = ({ word, also }: Entry): string => [word, ...also].join(', ')

const whereTo = ({ metric, table }: Entry): readonly string[] => {
  if (metric !== null) return [`Metric ${metric.name}: spm explain ${metric.name}`]
  return table === null ? [] : [`Table: ${table}=FILE`]
}

const entryLines = (entry: Entry, io: Io): readonly string[] => [
  painter(io.colour)('bold', titleOf(entry)),
  ...[unmarked(entry.means), ...whereTo(entry)].flatMap((text) =>
    wrap(text, io.width === null ? null : io.width - indent.length).map((line) => `${indent}${line}`),
  ),
]

/** What words mean, each with what it is besides. */
export const tellTerms = (entries: readonly Entry[], io: Io): number => {
  io.out(`${entries.flatMap((entry) => entryLines(entry, io)).join('\n')}\n`)
  return exitCodes.answered
}

/** `spm help glossary` */
export const glossaryCommand = (io: Io): number => tellTerms(glossary, io)
