import fc from 'fast-check'
import type { Grid } from '#core/cells/grid'
import type { TableName } from '#core/dataset/tables/index'
import type { Example } from '#core/metrics/example'
import { examples } from '#core/metrics/examples/index'
import type { Metric } from '#core/metrics/define'
import { metrics } from '#core/metrics/index'
import { runMetric, type Answer } from '#core/metrics/run'

/** Every metric, for `test.each`. */
export const everyMetric = metrics.map((metric) => [metric.name, metric] as const)

/** One of the examples of a metric, as a way to ask it. */
export const useOf = (name: string): fc.Arbitrary<Example> => fc.constantFrom(...(examples[name] ?? []))

/** Asks as the example does, of tables that are changed. */
export const askUse = (
  metric: Metric,
  { given, args, settings = {} }: Example,
  change: (grid: Grid, table: TableName) => Grid = (grid) => grid,
): Answer => {
  const tables = (Object.entries(given) as [TableName, Grid][]).map(([table, grid]) => [
    table,
    { name: table, grid: change(grid, table) },
  ])
  return runMetric(metric, { tables: Object.fromEntries(tables), settings, today: 45382 }, args)
}

/** Cells that name a row or a header of the source, and so change with it. */
const naming = new Set(['example', 'column'])

/** The figures of an answer, without what names rows or headers; why there is none, without the number of a row. */
export const figuresOf = (answer: Answer): unknown => {
  if (!answer.ok) return [answer.code, answer.reason.replace(/\brow \d+/gi, 'row')]
  return answer.rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !naming.has(key))))
}
