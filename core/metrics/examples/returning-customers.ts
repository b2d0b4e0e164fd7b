import type { Grid } from '../../cells/grid.ts'

/** Aspen Mills bought in 2023 already; Birch Foods bought twice in the quarter, and under two spellings. */
// prettier-ignore
export const returningDeals: Grid = [
  ['Deal ID', 'Account', 'Owner', 'Status', 'Amount', 'Close date'],
  ['R1', 'Aspen Mills', 'Anna', 'won', 9_000, '2023-05-10'],
  ['R2', 'Aspen Mills', 'Anna', 'won', 4_000, '2024-01-12'],
  ['R3', 'Birch Foods', 'Ben', 'won', 6_000, '2024-02-01'],
  ['R4', 'BIRCH  FOODS', 'Anna', 'won', 2_000, '2024-03-20'],
  ['R5', 'Cedar Paper', 'Ben', 'lost', 5_000, '2023-11-11'],
  ['R6', 'Cedar Paper', 'Ben', 'won', 3_000, '2024-02-15'],
  ['R7', 'Dogwood Energy', 'Ben', 'won', 1_000, '2024-03-01'],
  ['R8', 'Elm Water', 'Ben', 'open', 7_000, '2024-04-01'],
]

/** Dogwood Energy has been a customer for years, which the deals do not show. */
export const returningCustomers: Grid = [
  ['Account ID', 'Account', 'Customer since'],
  ['C-1', 'Dogwood Energy', '2019-06-01'],
  ['C-2', 'Birch Foods', '2024-02-01'],
  ['C-3', 'Elm Water', '2023-12-15'],
]
