import { headerKey } from './header.ts'

const words = {
  commit: ['commit', 'committed', 'sure'],
  best: ['best case', 'best', 'upside', 'most likely'],
  pipeline: ['pipeline', 'open'],
  omitted: ['omitted', 'not forecasted', 'omit'],
  closed: ['closed', 'closed won', 'won', 'lost'],
} as const

const byWord = new Map<string, string>(
  Object.entries(words).flatMap(([category, names]) => names.map((name) => [headerKey(name), category] as const)),
)

/** The category that a source's word means; a word that is not known stays, in lower case. */
export const categoryOf = (label: string): string => byWord.get(headerKey(label)) ?? label.toLowerCase()
