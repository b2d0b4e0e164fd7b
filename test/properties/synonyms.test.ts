import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Grid } from '#core/cells/grid'
import { recognise } from '#core/dataset/recognise'
import { sourceOf } from '#core/dataset/sources'
import type { TableSchema } from '#core/dataset/schema'
import { tables, type TableName } from '#core/dataset/tables/index'
import { fieldLabel } from '#core/dataset/header'
import { askUse, everyMetric, figuresOf, useOf } from './uses.ts'

/** Words for a field that mean it wherever they stand: its own name, those of the source of the table, the plain ones. */
const wordsFor = (schema: TableSchema, field: string, headers: readonly string[]): readonly string[] => [
  fieldLabel(field),
  field.toUpperCase(),
  ...(schema.synonyms[sourceOf(headers)]?.[field] ?? []),
  ...(schema.synonyms.generic?.[field] ?? []),
]

/** Spaces, accents, case and punctuation do not matter. */
const disguised = (word: string, way: number): string => {
  switch (way % 4) {
    case 0:
      return word
    case 1:
      return `  ${word.toUpperCase()} `
    case 2:
      return word.replaceAll(' ', '_')
    default:
      return word.replaceAll('e', 'é').replaceAll('E', 'É')
  }
}

/** Every header is replaced by another word for the same field, as far as the table is then read as before. */
const renamed = (grid: Grid, name: TableName, picks: readonly number[]): Grid => {
  const schema: TableSchema = tables[name]
  const headers = (grid[0] ?? []).map(String)
  const before = recognise(headers, schema)
  let row = headers
  for (const [field, place] of before.fields) {
    if (!('columns' in place) || place.columns.length > 1) continue
    const [column = 0] = place.columns
    const words = wordsFor(schema, field, headers)
    const pick = picks[column % picks.length] ?? 0
    const word = disguised(words[pick % words.length] ?? '', Math.floor(pick / words.length))
    const tried = row.with(column, word)
    const found = recognise(tried, schema)
    const means = found.fields.get(field)
    if (means !== undefined && 'columns' in means && found.fields.size === before.fields.size) row = tried
  }
  return [row, ...grid.slice(1)]
}

describe('another word for a column never changes a number', () => {
  let count = 0

  test.each(everyMetric)('of %s, in any of its tables (seed 81)', (name, metric) => {
    fc.assert(
      fc.property(useOf(name), fc.array(fc.nat({ max: 400 }), { minLength: 20, maxLength: 40 }), (use, picks) => {
        const ask = askUse(metric, use, (grid, table) => {
          const other = renamed(grid, table, picks)
          count += (grid[0] ?? []).filter((header, i) => other[0]?.[i] !== header).length
          return other
        })
        expect(figuresOf(ask)).toEqual(figuresOf(askUse(metric, use)))
      }),
      { seed: 81, numRuns: 20 },
    )
  })

  test('thousands of headers were renamed', () => {
    expect(count).toBeGreaterThan(5000)
  })
})
