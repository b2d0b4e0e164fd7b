import type { Grid } from '../../cells/grid.ts'

/** Six deals with what they cost; of M4 the cost is not known, M6 was won before the quarter. */
// prettier-ignore
export const soldDeals: Grid = [
  ['Deal ID', 'Account', 'Owner', 'Status', 'Amount', 'Cost', 'Close date', 'Product'],
  ['M1', 'Aspen Mills', 'Anna', 'won', 10_000, 6_000, '2024-01-20', 'Pumps'],
  ['M2', 'Birch Foods', 'Ben', 'won', 4_000, 1_000, '2024-02-11', 'Service'],
  ['M3', 'Cedar Paper', 'Anna', 'open', 9_000, 5_400, '2024-05-02', 'Pumps'],
  ['M4', 'Dogwood Energy', 'Ben', 'won', 6_000, null, '2024-03-05', 'Pumps'],
  ['M5', 'Elm Water', 'Anna', 'lost', 8_000, 2_000, '2024-02-01', 'Service'],
  ['M6', 'Aspen Mills', 'Anna', 'won', 5_000, 1_500, '2023-12-20', 'Service'],
]

/** What the deals consist of; the gasket kit has neither a quantity, a list price nor a cost. M6 has no line. */
// prettier-ignore
export const soldLines: Grid = [
  ['Deal ID', 'Product', 'Qty', 'List price', 'Net price', 'Unit cost'],
  ['M1', 'Pump P2', 4, 2_500, 2_000, 1_300],
  ['M1', 'Service visit', 4, 600, 500, 200],
  ['M2', 'Service visit', 8, 600, 500, 125],
  ['M3', 'Pump P2', 3, 3_000, 3_000, 1_800],
  ['M4', 'Pump P2', 2, 2_500, 2_000, 1_300],
  ['M4', 'Gasket kit', null, null, 2_000, null],
  ['M5', 'Service visit', 16, null, 500, 125],
]
