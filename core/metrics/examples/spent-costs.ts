import type { Grid } from '../../cells/grid.ts'

/** What selling cost: of persons, of everybody, and the tools of a whole year; the last row is of the quarter before. */
// prettier-ignore
export const spentCosts: Grid = [
  ['Period', 'Category', 'Amount', 'Owner', 'Allocation'],
  ['2024-01', 'salary', 4_000, 'Anna', 'all'],
  ['2024-02', 'salary', 4_000, 'Anna', 'all'],
  ['2024-03', 'salary', 4_000, 'Anna', 'all'],
  ['2024-Q1', 'salary', 10_500, 'Ben', 'all'],
  ['2024-02', 'travel', 1_500, 'Ben', 'new'],
  ['2024-Q1', 'marketing', 6_000, null, 'new'],
  ['2024', 'tools', 3_660, null, 'existing'],
  ['2023-Q4', 'events', 9_200, null, 'new'],
]
