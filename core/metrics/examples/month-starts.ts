import type { Grid } from '../../cells/grid.ts'

/** The day on which the forecasts below are looked at. */
export const monthStartsAsOf = '2024-04-20'

/**
 * Snapshots with changed rows only. That of 29 December stands for January, that of 2 February for February; March has
 * none, since 8 March is too late; 1 April has its own, by which E8 was deleted.
 */
// prettier-ignore
export const monthStarts: Grid = [
  ['Snapshot at', 'Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Probability', 'Forecast category', 'Close date'],
  ['2023-12-29', 'E1', 'Anna', 'Proposal', 'open', 100_000, 0.5, 'commit', '2024-01-20'],
  ['2023-12-29', 'E2', 'Ben', 'Qualify', 'open', 60_000, 0.25, 'pipeline', '2024-01-31'],
  ['2023-12-29', 'E3', 'Ben', 'Negotiate', 'open', 40_000, 0.75, 'commit', '2024-02-15'],
  ['2023-12-29', 'E4', 'Anna', 'Lost', 'lost', 80_000, 0, 'omitted', '2024-01-10'],
  ['2024-02-02', 'E1', 'Anna', 'Won', 'won', 110_000, 1, 'closed', '2024-01-25'],
  ['2024-02-02', 'E2', 'Ben', 'Qualify', 'open', 60_000, 0.5, 'best', '2024-02-28'],
  ['2024-02-02', 'E5', 'Anna', 'Negotiate', 'open', 30_000, 0.9, 'commit', '2024-02-10'],
  ['2024-03-08', 'E3', 'Ben', 'Won', 'won', 40_000, 1, 'closed', '2024-02-20'],
  ['2024-03-08', 'E5', 'Anna', 'Won', 'won', 25_000, 1, 'closed', '2024-02-12'],
  ['2024-03-08', 'E8', 'Anna', 'Proposal', 'open', 90_000, 0.9, 'commit', '2024-04-15'],
  ['2024-04-01', 'E2', 'Ben', 'Negotiate', 'open', 70_000, 0.8, 'commit', '2024-04-30'],
  ['2024-04-01', 'E7', 'Ben', 'Proposal', 'open', 20_000, 0.5, 'best', '2024-04-10'],
  ['2024-04-01', 'E8', 'Anna', 'Proposal', 'removed', 90_000, 0.9, 'commit', '2024-04-15'],
]

/** The same deals today; E2 has gone from Ben to Anna, E9 came and was won between two snapshots. */
// prettier-ignore
export const monthStartDeals: Grid = [
  ['Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Probability', 'Created', 'Close date', 'Last modified'],
  ['E1', 'Anna', 'Won', 'won', 110_000, 1, '2023-10-02', '2024-01-25', '2024-01-25'],
  ['E2', 'Anna', 'Negotiate', 'open', 70_000, 0.8, '2023-11-13', '2024-04-30', '2024-04-12'],
  ['E3', 'Ben', 'Won', 'won', 40_000, 1, '2023-11-20', '2024-02-20', '2024-02-20'],
  ['E4', 'Anna', 'Lost', 'lost', 80_000, 0, '2023-09-04', '2024-01-02', '2024-01-02'],
  ['E5', 'Anna', 'Won', 'won', 25_000, 1, '2024-01-15', '2024-02-12', '2024-02-12'],
  ['E7', 'Ben', 'Won', 'won', 20_000, 1, '2024-03-11', '2024-04-09', '2024-04-09'],
  ['E9', 'Anna', 'Won', 'won', 15_000, 1, '2024-02-03', '2024-02-05', '2024-02-05'],
]
