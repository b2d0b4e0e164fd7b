import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cell, Grid } from '#core/cells/grid'
import { examples } from '#core/metrics/examples/index'
import { metrics } from '#core/metrics/index'
import { runMetric, type Answer } from '#core/metrics/run'
import type { TableName } from '#core/dataset/tables/index'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, '31.12.2025', '12/31/2025', '1.234,5', 'USD 5', '90%', 'n/a', 'won', 'Closed Lost'),
  fc.record({ fault: fc.constantFrom('#N/A', '#REF!') }),
)

const column = fc.record({
  header: fc.constantFrom('Zebra stripes', 'x1', 'Notes to self', '2024', 'Wetterlage'),
  cells: fc.array(cell, { minLength: 1, maxLength: 20 }),
})
type Column = typeof column extends fc.Arbitrary<infer T> ? T : never

/** The table with one more column at its right. */
const widened = (grid: Grid, { header, cells }: Column): Grid => {
  const width = Math.max(...grid.map((row) => row.length))
  const extra = (row: number): Cell => (row === 0 ? header : (cells[(row - 1) % cells.length] ?? null))
  return grid.map((row, i) => [...row, ...Array<null>(width - row.length).fill(null), extra(i)])
}

const figures = (answer: Answer): unknown => (answer.ok ? [answer.columns, answer.rows] : [answer.code, answer.reason])

describe('an unknown column never changes a number', () => {
  test.each(metrics.map((metric) => [metric.name, metric] as const))(
    'of %s, in any of its tables (seed 79)',
    (name, metric) => {
      const uses = examples[name] ?? []
      fc.assert(
        fc.property(fc.constantFrom(...uses), column, ({ given, args, settings = {} }, more) => {
          const ask = (change: (grid: Grid) => Grid): Answer => {
            const tables = (Object.entries(given) as [TableName, Grid][]).map(([table, grid]) => [
              table,
              { name: table, grid: change(grid) },
            ])
            return runMetric(metric, { tables: Object.fromEntries(tables), settings, today: 45382 }, args)
          }
          expect(figures(ask((grid) => widened(grid, more)))).toEqual(figures(ask((grid) => grid)))
        }),
        { seed: 79, numRuns: 15 },
      )
    },
  )
})
