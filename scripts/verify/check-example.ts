import { dayOf, isoDay } from '#core/cells/day'
import type { Cell } from '#core/cells/grid'
import { tables, tableNames } from '#core/dataset/tables/index'
import type { Metric } from '#core/metrics/define'
import type { Example } from '#core/metrics/example'
import { runMetric, type Answer } from '#core/metrics/run'
import { isNoAnswer, type ResultKind, type Value } from '#core/metrics/value'

/** The day on which the examples are asked, where they name no other. */
const today = dayOf(2024, 3, 31)

/** What a door gives: a table with its labels on top, or the sentence that says why there is none. */
export type Given = readonly (readonly Cell[])[] | { readonly error: string }

const plain = (value: Value, kind: ResultKind): Cell => {
  if (isNoAnswer(value)) return null
  return kind === 'date' && typeof value === 'number' ? isoDay(value) : value
}

const tableOf = (answer: Answer): Given =>
  answer.ok
    ? [
        answer.columns.map(({ label }) => label),
        ...answer.rows.map((row) => answer.columns.map(({ key, kind }) => plain(row[key] ?? null, kind))),
      ]
    : { error: answer.reason }

/** Runs an example through core; days come as `2024-03-31`, a cell without an answer as `null`. */
export const runExample = (metric: Metric, { given, args, settings = {} }: Example): Given => {
  const sources = tableNames.flatMap((name) => {
    const grid = given[name]
    return grid === undefined ? [] : [[name, { name: tables[name].title, grid }] as const]
  })
  return tableOf(runMetric(metric, { tables: Object.fromEntries(sources), settings, today }, args))
}

/** Blanks and empty texts alike, numbers to nine digits. */
const same = (given: Cell, expected: Cell): boolean => {
  if (typeof given === 'number' && typeof expected === 'number')
    return given === expected || Math.abs(given - expected) <= 1e-9 * Math.max(Math.abs(given), Math.abs(expected))
  return (given ?? '') === (expected ?? '')
}

const shown = (cell: Cell): string => JSON.stringify(cell)

const differenceInRow = (given: readonly Cell[], expected: readonly Cell[], place: (column: number) => string) => {
  if (given.length !== expected.length)
    return `${place(0)} and on: ${given.length} cells, not the ${expected.length} expected`
  const column = given.findIndex((cell, i) => !same(cell, expected[i] ?? null))
  if (column < 0) return null
  return `${place(column)}: ${shown(given[column] ?? null)}, expected ${shown(expected[column] ?? null)}`
}

/** The first difference of an outcome from the result of an example, as a sentence; `null` where there is none. */
export const firstDifference = (given: Given, expected: Example['result']): string | null => {
  if ('error' in expected) {
    if (!('error' in given)) return `there is an answer, expected the sentence: …${expected.error}…`
    return given.error.includes(expected.error) ? null : `it says "${given.error}", expected: …${expected.error}…`
  }
  if ('error' in given) return `there is no answer: ${given.error}`
  const labels = expected[0] ?? []
  for (const [r, row] of expected.entries()) {
    const where = (c: number): string => (r === 0 ? `label ${c + 1}` : `row ${r}, column ${shown(labels[c] ?? null)}`)
    const found = given[r]
    const difference = found === undefined ? `row ${r} is missing` : differenceInRow(found, row, where)
    if (difference !== null) return difference
  }
  return given.length > expected.length ? `${given.length - expected.length} rows more than expected` : null
}

/** Runs an example through core and compares; the first difference as a sentence, `null` where there is none. */
export const checkExample = (metric: Metric, example: Example): string | null =>
  firstDifference(runExample(metric, example), example.result)
