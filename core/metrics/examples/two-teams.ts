import type { Grid } from '../../cells/grid.ts'

/** The day on which the two teams are looked at, in the middle of the second quarter. */
export const twoTeamsAsOf = '2024-05-15'

/** Ole and Pia work for Mia in the North; Rui and Tea are the South. */
export const twoTeamsPeople: Grid = [
  ['Person', 'Manager', 'Team'],
  ['Mia', null, 'North'],
  ['Ole', 'Mia', 'North'],
  ['Pia', 'Mia', 'North'],
  ['Rui', null, 'South'],
  ['Tea', null, 'South'],
]

/**
 * Ole has a target for the year and finer ones for the months of the quarter, Pia one as planned and one as it stands
 * now; Mia's is about both of them. Rui deliberately has none (0), that of Tea is missing (blank).
 */
// prettier-ignore
export const twoTeamsTargets: Grid = [
  ['Metric', 'Owner', 'Period', 'Value', 'Version'],
  ['sales', 'Ole', '2024', 120_000, null],
  ['sales', 'Ole', '2024-04', 8_000, null],
  ['sales', 'Ole', '2024-05', 12_000, null],
  ['sales', 'Ole', '2024-06', 10_000, null],
  ['meetings', 'Ole', '2024-05', 12, null],
  ['sales', 'Pia', '2024-Q2', 45_500, 'plan'],
  ['sales', 'Pia', '2024-Q2', 40_950, 'current'],
  ['sales', 'Mia', '2024-Q2', 80_000, null],
  ['sales', 'Rui', '2024-Q2', 0, null],
  ['sales', 'Tea', '2024-Q2', null, null],
]

/** X8 is overdue since before the quarter, X10 since the week before; X10 states no category, X7 is omitted. */
// prettier-ignore
export const twoTeamsDeals: Grid = [
  ['Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Probability', 'Forecast category', 'Close date'],
  ['X1', 'Ole', 'Won', 'won', 9_000, 1, 'Closed', '2024-04-10'],
  ['X2', 'Ole', 'Won', 'won', 6_000, 1, 'Closed', '2024-05-06'],
  ['X3', 'Ole', 'Negotiate', 'open', 7_000, 0.8, 'Commit', '2024-05-30'],
  ['X4', 'Ole', 'Proposal', 'open', 12_000, 0.5, 'Best Case', '2024-06-20'],
  ['X5', 'Pia', 'Won', 'won', 15_000, 1, 'Closed', '2024-05-02'],
  ['X6', 'Pia', 'Qualify', 'open', 20_000, 0.25, 'Pipeline', '2024-06-28'],
  ['X7', 'Pia', 'Proposal', 'open', 50_000, null, 'Omitted', '2024-06-10'],
  ['X8', 'Pia', 'Negotiate', 'open', 5_000, 0.8, 'Commit', '2024-03-20'],
  ['X9', 'Rui', 'Won', 'won', 4_000, 1, 'Closed', '2024-04-22'],
  ['X10', 'Rui', 'Negotiate', 'open', 8_000, 0.75, null, '2024-05-10'],
  ['X11', 'Tea', 'Lost', 'lost', 30_000, 0, 'Commit', '2024-05-05'],
  ['X12', 'Tea', 'Proposal', 'open', 3_000, 0.5, 'Best Case', '2024-07-02'],
]

/** What deals without a category count as, by their stage. */
export const twoTeamsStages: Grid = [
  ['Stage', 'Order', 'Type', 'Probability', 'Forecast category'],
  ['Qualify', 1, 'open', 0.1, 'pipeline'],
  ['Proposal', 2, 'open', 0.4, 'best'],
  ['Negotiate', 3, 'open', 0.7, 'commit'],
  ['Won', 4, 'won', 1, 'closed'],
  ['Lost', 5, 'lost', 0, 'omitted'],
]
