import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Grid } from '#core/cells/grid'
import { askUse, everyMetric, figuresOf, useOf } from './uses.ts'

/** Puts the rows below the header in the order of their ranks. */
const reordered = ([header = [], ...rows]: Grid, ranks: readonly number[]): Grid => [
  header,
  ...rows
    .map((row, i) => ({ row, rank: ranks[i % ranks.length] ?? 0, i }))
    .sort((a, b) => a.rank - b.rank || b.i - a.i)
    .map(({ row }) => row),
]

describe('the order of the rows of no table matters', () => {
  test.each(everyMetric)('to %s (seed 80)', (name, metric) => {
    fc.assert(
      fc.property(useOf(name), fc.array(fc.nat(), { minLength: 30, maxLength: 60 }), (use, ranks) => {
        expect(figuresOf(askUse(metric, use, (grid) => reordered(grid, ranks)))).toEqual(figuresOf(askUse(metric, use)))
      }),
      { seed: 80, numRuns: 25 },
    )
  })
})
