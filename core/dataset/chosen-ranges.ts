import type { Question, UnnamedRange } from './identify.ts'
import { didYouMean } from './nearest.ts'
import type { TableChoices } from './settings-tables.ts'
import { tables, type TableName } from './tables/index.ts'

/** Ranges that a person chose, and choices that lead to no range, or to several. */
export interface Chosen {
  readonly ranges: ReadonlyMap<TableName, UnnamedRange>
  readonly questions: readonly Question[]
}

const isCalled = (name: string | undefined, word: string): boolean => name?.toLowerCase() === word.trim().toLowerCase()

/** By the name of the range, else by that of its tab. */
const rangesCalled = (word: string, ranges: readonly UnnamedRange[]): readonly UnnamedRange[] => {
  const byName = ranges.filter(({ name }) => isCalled(name, word))
  return byName.length > 0 ? byName : ranges.filter(({ tab }) => isCalled(tab, word))
}

const notFound = (table: TableName, word: string, ranges: readonly UnnamedRange[]): Question => {
  const names = [...new Set(ranges.map(({ name, tab }) => tab ?? name))]
  const near = names.length === 0 ? '' : didYouMean(word, names, 'There are:')
  return {
    tables: [table],
    ranges: [],
    text: `SPM Settings says that the table ${tables[table].title} is "${word}", but no range or tab has that name.${near} Correct the row "tables, ${table}", or remove it.`,
  }
}

const several = (table: TableName, word: string, found: readonly UnnamedRange[]): Question => ({
  tables: [table],
  ranges: found.map(({ name }) => name),
  text: `SPM Settings says that the table ${tables[table].title} is "${word}", and ${found.length} ranges have that name: ${found.map(({ name }) => `"${name}"`).join(', ')}. Say which one counts: choose "${found[0]?.name ?? ''}" as ${table}.`,
})

/** Finds the ranges that the settings name. */
export const chosenRanges = (choices: TableChoices, all: readonly UnnamedRange[]): Chosen => {
  const ranges = new Map<TableName, UnnamedRange>()
  const questions: Question[] = []
  for (const [table, word] of Object.entries(choices) as [TableName, string][]) {
    const found = rangesCalled(word, all)
    const [only, second] = found
    if (only === undefined) questions.push(notFound(table, word, all))
    else if (second === undefined) ranges.set(table, only)
    else questions.push(several(table, word, found))
  }
  return { ranges, questions }
}
