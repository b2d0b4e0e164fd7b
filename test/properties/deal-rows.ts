import fc from 'fast-check'
import type { Cell, Grid } from '#core/cells/grid'
import { runMetric, type Answer } from '#core/metrics/run'
import type { Metric } from '#core/metrics/define'

const dealHeader = ['Deal ID', 'Stage', 'Status', 'Owner', 'Product', 'Amount', 'Close date', 'Created']

const statuses = ['Open', 'Won', 'Lost', 'On hold'] as const
const firstDay = 45292 // 2024-01-01

/** What a deal has besides its key; whole amounts, so that sums are exact. */
const deal = (status: fc.Arbitrary<string>): fc.Arbitrary<readonly Cell[]> =>
  fc.tuple(
    fc.constantFrom('Talk', 'Offer', 'Verbal'),
    status,
    fc.constantFrom('Anna', 'Ben', 'Cleo', null),
    fc.constantFrom('Pumps', 'Valves', 'Service'),
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: -1000, max: 1_000_000 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: firstDay, max: firstDay + 500 }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    fc.integer({ min: firstDay - 300, max: firstDay }),
  )

const withKeys = (rows: readonly (readonly Cell[])[], prefix: string): Grid =>
  rows.map((row, i) => [`${prefix}${i}`, ...row])

/** Rows below the header; the first is filled in every column, so that no column is blank from top to bottom. */
export const dealRows: fc.Arbitrary<Grid> = fc
  .array(deal(fc.constantFrom(...statuses)), { maxLength: 40 })
  .map((rows) => withKeys([['Talk', 'Open', 'Anna', 'Pumps', 1000, firstDay, firstDay - 1], ...rows], 'D'))

/** Deals that are open, with keys of their own. */
export const openRows: fc.Arbitrary<Grid> = fc
  .array(deal(fc.constant('Open')), { minLength: 1, maxLength: 10 })
  .map((rows) => withKeys(rows, 'N'))

export const ask = (metric: Metric, rows: Grid, args: Record<string, unknown> = {}): Answer =>
  runMetric(metric, { tables: { deals: { name: 'Deals', grid: [dealHeader, ...rows] } }, today: firstDay + 250 }, args)

/** The figures of an answer; a failure fails the test. */
export const figures = (answer: Answer): unknown => {
  if (!answer.ok) throw new Error(answer.reason)
  return answer.rows
}
