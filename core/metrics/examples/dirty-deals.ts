import type { Grid } from '../../cells/grid.ts'

/** The day on which these deals are looked at. */
export const dirtyAsOf = '2024-03-31'

/** Seven rows with at least one thing wrong in each but the first. */
// prettier-ignore
export const dirtyDeals: Grid = [
  ['Deal ID', 'Name', 'Account', 'Owner', 'Stage', 'Status', 'Amount', 'Currency', 'Amount base', 'Probability', 'Created', 'Close date', 'Next step'],
  ['Q1', 'Pump', 'Aspen', 'Anna', 'Qualify', 'open', 1_000, 'EUR', 1_000, 0.1, '2024-01-10', '2024-05-01', 'Call'],
  ['Q2', 'Valve', null, 'A. Lind', 'Proposal', 'open', -500, 'EUR', -500, 0.5, '2024-04-02', '2024-06-01', null],
  ['Q2', 'Valve', 'Birch', 'Cleo', 'Proposl', 'open', 2_000, 'USD', null, 0.5, '2024-01-05', '2024-05-01', '-'],
  ['Q4', null, 'Cedar', 'Ben', 'Won', 'open', 3_000, 'EUR', 3_000, 1.2, '2024-02-01', '2024-01-15', 'Sign'],
  ['Q5', 'Fan', 'Elm', null, 'Negotiate', 'open', 0, 'EURO', 0, 0.8, '2024-01-01', '2024-07-01', 'Visit'],
  [null, 'Seal', 'Fir', 'Ben', 'Lost', 'lost', 0, 'EUR', 0, 0, '2023-11-01', '2024-12-31', null],
  ['Q7', 'Belt', 'Fir', 'Ben', 'Proposal', 'won', 4_000, 'eur', 4_000, 1, 'in spring', '2024-02-01', null],
]

/** The people they belong to. */
export const dirtyPeople: Grid = [
  ['Person', 'Alias'],
  ['Anna', 'A. Lind'],
  ['Ben', null],
]
