import { readStates } from '../activity-done.ts'
import { Numbers, Texts } from '../columns.ts'
import type { Dataset } from '../dataset.ts'
import type { Finding } from '../findings.ts'
import { headerKey } from '../header.ts'
import { tables, type TableName } from '../tables/index.ts'
import { figure, naming, oddity } from './oddity.ts'

/** Tables whose words stand for one thing each, and are read as they are written. */
const strict: readonly TableName[] = ['actions', 'questions', 'pay_plans', 'params', 'calendar']

const unknownIn = (column: Texts, isKnown: (word: string) => boolean): readonly string[] =>
  column.labels.filter((label) => label !== '' && !isKnown(label))

const wordsFinding = (data: Dataset, name: TableName, field: string, words: readonly string[], known: string) => {
  const table = data.table(name)
  if (table === null || words.length === 0) return []
  const shown = naming(words.map((word) => `"${word}"`))
  return [oddity('unknown-word', table, field, words.length, `${shown} says nothing here. Write ${known}.`)]
}

/** Words that a column of few words does not know, table by table. */
export const unknownWords = (data: Dataset): readonly Finding[] =>
  strict.flatMap((name) =>
    Object.entries(tables[name].fields).flatMap(
      ([field, { kind, values = [] }]: [string, { kind: string; values?: readonly string[] }]) => {
        const column = kind === 'enum' && data.table(name)?.has(field) === true ? data.anyColumn(name, field) : null
        if (!(column instanceof Texts)) return []
        const keys = new Set(values.map(headerKey))
        const words = unknownIn(column, (word) => keys.has(headerKey(word)))
        return wordsFinding(data, name, field, words, values.join(', '))
      },
    ),
  )

/** Words for the status of an action that are neither open nor done nor dropped. */
export const unknownActionStates = (data: Dataset): readonly Finding[] => {
  const status = data.column('actions', 'status_text')
  if (status === null) return []
  const labels = new Texts(
    Uint32Array.from(status.labels, (_, code) => code),
    status.labels,
  )
  const stateOf = readStates({ done: null, status_text: labels, cancelled: null })
  const words = unknownIn(status, (word) => stateOf(status.find(word)) !== null)
  return wordsFinding(data, 'actions', 'status_text', words, 'open, done or dropped')
}

/** Levels of competencies that are not from 1 to 5. */
export const levelsOutside = (data: Dataset): readonly Finding[] => {
  const [table, level] = [data.table('competencies'), data.column('competencies', 'level')]
  if (table === null || !(level instanceof Numbers)) return []
  const count = level.count((value) => value < 1 || value > 5)
  if (count === 0) return []
  return [
    oddity(
      'level',
      table,
      'level',
      count,
      `levels are from 1 to 5; ${figure(count)} ${count === 1 ? 'is' : 'are'} not.`,
    ),
  ]
}
