import type { Grid } from '../../cells/grid.ts'

/** The day on which these deals are looked at. */
export const touchedAsOf = '2024-03-31'

/** Half of the records with a last change were changed in one minute; S4 and S8 never, and of S8 nothing is dated. */
// prettier-ignore
export const touchedDeals: Grid = [
  ['Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Created', 'Last modified', 'Last activity', 'Last stage change', 'Next step', 'Next activity'],
  ['S1', 'Anna', 'Qualify', 'open', 10_000, '2023-12-01', '2024-03-01 02:00', '2024-01-10', '2024-01-05', null, null],
  ['S2', 'Anna', 'Proposal', 'open', 50_000, '2023-11-01', '2024-03-01 02:00', '2024-03-20', '2023-12-15', 'Send the offer', '2024-04-10'],
  ['S3', 'Ben', 'Proposal', 'open', 30_000, '2024-01-15', '2024-03-01 02:00', null, null, null, '2024-02-20'],
  ['S4', 'Ben', 'Qualify', 'open', 20_000, '2024-01-02', null, null, null, null, null],
  ['S5', 'Ben', 'Negotiate', 'open', 40_000, '2023-10-01', '2024-01-31 09:15', '2024-03-29', '2024-03-29', null, '2024-06-30'],
  ['S6', 'Anna', 'Negotiate', 'open', 60_000, '2024-02-01', '2024-03-25 16:40', '2024-01-20', '2024-02-01', null, '2024-03-31'],
  ['S7', 'Ben', 'Won', 'won', 90_000, '2023-09-01', '2024-01-01 12:00', null, null, null, null],
  ['S8', 'Anna', 'Qualify', 'open', 5_000, null, null, null, null, null, null],
]

/** The workflow and the auto mail are made by the system; one call was cancelled. */
// prettier-ignore
export const touchedActivities: Grid = [
  ['Activity ID', 'Date', 'Owner', 'Type', 'Status', 'Deal ID'],
  ['A1', '2024-03-15', 'Anna', 'Call', 'Completed', 'S1'],
  ['A2', '2024-03-28', 'Anna', 'Workflow', 'Completed', 'S1'],
  ['A3', '2024-04-12', 'Ben', 'Call', 'Cancelled', 'S3'],
  ['A4', '2024-04-05', 'Ben', 'Meeting', 'Planned', 'S4'],
  ['A5', '2024-04-03', 'Ben', 'Auto mail', 'Planned', 'S5'],
  ['A6', '2024-02-10', 'Anna', 'Call', 'Completed', 'S6'],
  ['A7', '2024-03-31', 'Anna', 'Meeting', 'Planned', 'S8'],
]

/** How long a deal may stay untouched in two of the stages. */
export const touchedStages: Grid = [
  ['Stage', 'Order', 'Type', 'Stale days'],
  ['Qualify', 1, 'open', 90],
  ['Proposal', 2, 'open', null],
  ['Negotiate', 3, 'open', 45],
]
