import { headerKey } from '../dataset/header.ts'
import { tableNames, tables, type TableName } from '../dataset/tables/index.ts'
import type { Described } from './define.ts'
import { metrics } from './index.ts'
import { terms } from './terms.ts'

/** A word with what it means: of a metric and of a table what its definition says, of any other what `terms` says. */
export interface Entry {
  readonly word: string
  readonly also: readonly string[]
  readonly means: string
  readonly metric: Described | null
  readonly table: TableName | null
}

const byWord = (a: Entry, b: Entry): number => (headerKey(a.word) < headerKey(b.word) ? -1 : 1)

/** The terms of these metrics and of all tables, by their words. */
export const glossaryOf = (described: readonly Described[]): readonly Entry[] =>
  [
    ...terms.map(({ word, also = [], means }) => ({ word, also, means, metric: null, table: null })),
    ...described.map((metric) => ({ word: metric.title, also: [], means: metric.about, metric, table: null })),
    ...tableNames.map((table) => {
      const { title, about } = tables[table]
      return { word: title, also: [], means: about, metric: null, table }
    }),
  ].sort(byWord)

/** Every term, by its word. */
export const glossary: readonly Entry[] = glossaryOf(metrics)

/** `opportunities` is also found as `opportunity`, `deals` as `deal`. */
const singular = (key: string): string => key.replace(/ies$/, 'y').replace(/s$/, '')

const wordsOf = ({ word, also }: Entry): readonly string[] => [word, ...also].map(headerKey)

/** The term that a word names, whatever its case and number; `null` where there is none. */
export const termNamed = (word: string): Entry | null => {
  const key = headerKey(word)
  const has = (wanted: string): Entry | undefined => glossary.find((entry) => wordsOf(entry).includes(wanted))
  return has(key) ?? has(singular(key)) ?? null
}

/** The words that a text marks as terms. */
export const marksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\[([^\]]+)\]/g)].map(([, word = '']) => word)

/** The text without its marks. */
export const unmarked = (text: string): string => text.replaceAll(/\[([^\]]+)\]/g, '$1')
