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

/** Segments stand in the order that Params has them in, which is a person's choice; their figures may not change. */
const segmentsStandAsGiven = new Set(['BREAKDOWN'])

const sorted = (figures: unknown): unknown =>
  Array.isArray(figures) ? figures.map((row) => JSON.stringify(row)).sort() : figures

describe('the order of the rows of no table matters', () => {
  test.each(everyMetric)('to %s (seed 80)', (name, metric) => {
    fc.assert(
      fc.property(useOf(name), fc.array(fc.nat(), { minLength: 30, maxLength: 60 }), (use, ranks) => {
        const [again, first] = [
          figuresOf(askUse(metric, use, (grid) => reordered(grid, ranks))),
          figuresOf(askUse(metric, use)),
        ]
        if (segmentsStandAsGiven.has(name)) expect(sorted(again)).toEqual(sorted(first))
        else expect(again).toEqual(first)
      }),
      { seed: 80, numRuns: 25 },
    )
  })
})
