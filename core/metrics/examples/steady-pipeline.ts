import { isoDay, type Day } from '../../cells/day.ts'
import type { Cell, Grid } from '../../cells/grid.ts'

/** The day on which the steady pipeline is looked at. */
export const steadyAsOf = '2024-03-31'

const asOf: Day = 45382
const batchDays = 30
const closedBatches = 12

/** Creation is `age` days before as-of; the deal closes so many days after it, if that is not still to come. */
const deal = (id: string, age: number, cycle: number, outcome: string): readonly Cell[] => {
  const isClosed = age >= cycle
  return [id, isClosed ? outcome : 'open', 50_000, isoDay(asOf - age), isoDay(asOf - age + cycle)]
}

const wonAges = Array.from({ length: closedBatches + 3 }, (_, batch) => batch * batchDays)
const lostAges = Array.from({ length: closedBatches + 2 }, (_, batch) => batch * batchDays)

/**
 * A pipeline in a steady state, as in the model of targets on a smaller scale: every 30 days four deals of 50,000 come,
 * one is won after 90 days, three are lost after 60. Twelve such batches have been won, and twelve lost.
 */
export const steadyPipeline: Grid = [
  ['Deal ID', 'Status', 'Amount', 'Created', 'Close date'],
  ...wonAges.map((age) => deal(`W${age}`, age, 90, 'won')),
  ...lostAges.flatMap((age) => [1, 2, 3].map((i) => deal(`L${age}-${i}`, age, 60, 'lost'))),
]
