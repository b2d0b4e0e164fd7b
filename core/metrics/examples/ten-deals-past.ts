import type { Grid } from '../../cells/grid.ts'

/** Every change of stage of the ten deals. D2 skips Proposal, D5 goes back to it; D10 has only its last one. */
// prettier-ignore
export const tenDealHistory: Grid = [
  ['Deal ID', 'From stage', 'To stage', 'Changed at'],
  ['D1', null, 'Qualify', '2023-11-01'],
  ['D1', 'Qualify', 'Proposal', '2023-12-05'],
  ['D1', 'Proposal', 'Won', '2024-01-15'],
  ['D2', null, 'Qualify', '2023-12-10'],
  ['D2', 'Qualify', 'Negotiate', '2024-01-25'],
  ['D2', 'Negotiate', 'Won', '2024-02-20'],
  ['D3', null, 'Qualify', '2023-10-05'],
  ['D3', 'Qualify', 'Proposal', '2023-12-01'],
  ['D3', 'Proposal', 'Lost', '2024-02-01'],
  ['D4', null, 'Qualify', '2024-01-10'],
  ['D4', 'Qualify', 'Lost', '2024-01-20'],
  ['D5', null, 'Qualify', '2023-09-01'],
  ['D5', 'Qualify', 'Negotiate', '2023-11-15'],
  ['D5', 'Negotiate', 'Proposal', '2024-01-15'],
  ['D6', null, 'Qualify', '2024-02-15'],
  ['D7', null, 'Qualify', '2023-12-01'],
  ['D7', 'Qualify', 'Proposal', '2024-01-10'],
  ['D7', 'Proposal', 'Negotiate', '2024-03-30'],
  ['D8', null, 'Qualify', '2024-01-31'],
  ['D9', null, 'Qualify', '2024-01-20'],
  ['D9', 'Qualify', 'Proposal', '2024-03-01'],
  ['D10', null, 'Won', '2024-03-05'],
]

/** How they stood at the end of January, and what had changed by the end of February; X1 was deleted in between. */
// prettier-ignore
export const tenDealSnapshots: Grid = [
  ['Snapshot at', 'Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Close date'],
  ['2024-01-31', 'D1', 'Anna', 'Won', 'won', 50_000, '2024-01-15'],
  ['2024-01-31', 'D2', 'Anna', 'Negotiate', 'open', 35_000, '2024-02-28'],
  ['2024-01-31', 'D3', 'Ben', 'Proposal', 'open', 40_000, '2024-01-31'],
  ['2024-01-31', 'D4', 'Ben', 'Lost', 'lost', 0, '2024-01-20'],
  ['2024-01-31', 'D5', 'Anna', 'Proposal', 'open', 100_000, '2024-02-29'],
  ['2024-01-31', 'D7', 'Ben', 'Proposal', 'open', 80_000, '2024-04-30'],
  ['2024-01-31', 'D8', 'Ben', 'Qualify', 'open', null, null],
  ['2024-01-31', 'D9', 'Anna', 'Qualify', 'open', 28_000, '2024-06-30'],
  ['2024-01-31', 'X1', 'Anna', 'Qualify', 'open', 5_000, '2024-06-30'],
  ['2024-02-29', 'D2', 'Anna', 'Won', 'won', 30_000, '2024-02-20'],
  ['2024-02-29', 'D3', 'Ben', 'Lost', 'lost', 40_000, '2024-02-01'],
  ['2024-02-29', 'D5', 'Anna', 'Proposal', 'open', 100_000, '2024-03-15'],
  ['2024-02-29', 'D6', 'Ben', 'Qualify', 'open', 55_000, '2024-04-20'],
  ['2024-02-29', 'D9', 'Anna', 'Qualify', 'open', 20_000, '2024-09-30'],
  ['2024-02-29', 'X1', 'Anna', 'Qualify', 'removed', 5_000, '2024-06-30'],
]

/** Their stages with a probability each, and Proposal under the name that it had before. */
export const tenDealStageChances: Grid = [
  ['Stage', 'Order', 'Type', 'Probability', 'Stale days', 'Alias'],
  ['Qualify', 1, 'open', 0.2, null, null],
  ['Proposal', 2, 'open', 0.4, 90, 'Quotation; Offer'],
  ['Negotiate', 3, 'open', 0.6, null, null],
  ['Won', 4, 'won', 1, null, null],
  ['Lost', 5, 'lost', 0, null, null],
]
