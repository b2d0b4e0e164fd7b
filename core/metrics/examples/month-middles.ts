import type { Grid } from '../../cells/grid.ts'

/** The day on which the month is projected. */
export const middlesAsOf = '2024-06-10'

/**
 * Snapshots of the 10th of four months, with what was open and due in them; in May of the 9th. T4 slipped, N3 was due
 * later and won early, L2 is due later and stays.
 */
// prettier-ignore
export const monthMiddles: Grid = [
  ['Snapshot at', 'Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Close date'],
  ['2024-02-10', 'T1', 'Anna', 'Talk', 'open', 100, '2024-02-20'],
  ['2024-02-10', 'O1', 'Ben', 'Offer', 'open', 200, '2024-02-25'],
  ['2024-02-10', 'L2', 'Ben', 'Offer', 'open', 500, '2024-12-20'],
  ['2024-03-10', 'T1', 'Anna', 'Lost', 'lost', 100, '2024-02-21'],
  ['2024-03-10', 'O1', 'Ben', 'Won', 'won', 210, '2024-02-26'],
  ['2024-03-10', 'T2', 'Anna', 'Talk', 'open', 100, '2024-03-31'],
  ['2024-03-10', 'O2', 'Ben', 'Offer', 'open', 200, '2024-03-01'],
  ['2024-04-10', 'T2', 'Anna', 'Won', 'won', 100, '2024-03-28'],
  ['2024-04-10', 'O2', 'Ben', 'Lost', 'lost', 200, '2024-03-30'],
  ['2024-04-10', 'T3', 'Anna', 'Talk', 'open', 100, '2024-04-15'],
  ['2024-04-10', 'O3', 'Ben', 'Offer', 'open', 200, '2024-04-16'],
  ['2024-04-10', 'N3', 'Anna', 'Talk', 'open', 70, '2024-07-16'],
  ['2024-05-09', 'T3', 'Anna', 'Lost', 'lost', 100, '2024-04-29'],
  ['2024-05-09', 'O3', 'Ben', 'Won', 'won', 200, '2024-04-19'],
  ['2024-05-09', 'N3', 'Anna', 'Won', 'won', 70, '2024-04-30'],
  ['2024-05-09', 'T4', 'Anna', 'Talk', 'open', 100, '2024-05-28'],
  ['2024-05-09', 'O4', 'Ben', 'Offer', 'open', 200, '2024-05-30'],
]

/** The same deals now, and those of June; W4 was won in May before the look, J4 is in a stage that has no past. */
// prettier-ignore
export const monthMiddleDeals: Grid = [
  ['Deal ID', 'Owner', 'Stage', 'Status', 'Amount', 'Probability', 'Created', 'Close date'],
  ['T1', 'Anna', 'Lost', 'lost', 100, 0, '2024-01-08', '2024-02-21'],
  ['O1', 'Ben', 'Won', 'won', 210, 1, '2024-01-08', '2024-02-26'],
  ['N1', 'Ben', 'Won', 'won', 50, 1, '2024-02-12', '2024-02-28'],
  ['T2', 'Anna', 'Won', 'won', 100, 1, '2024-01-15', '2024-03-28'],
  ['O2', 'Ben', 'Lost', 'lost', 200, 0, '2024-01-15', '2024-03-30'],
  ['T3', 'Anna', 'Lost', 'lost', 100, 0, '2024-02-19', '2024-04-29'],
  ['O3', 'Ben', 'Won', 'won', 200, 1, '2024-02-19', '2024-04-19'],
  ['N3', 'Anna', 'Won', 'won', 70, 1, '2024-03-04', '2024-04-30'],
  ['T4', 'Anna', 'Talk', 'open', 100, 0.2, '2024-03-18', '2024-07-15'],
  ['O4', 'Ben', 'Won', 'won', 190, 1, '2024-03-18', '2024-05-31'],
  ['W4', 'Anna', 'Won', 'won', 90, 1, '2024-04-01', '2024-05-03'],
  ['N4', 'Ben', 'Won', 'won', 30, 1, '2024-05-13', '2024-05-24'],
  ['L2', 'Ben', 'Offer', 'open', 500, 0.5, '2024-01-22', '2024-12-20'],
  ['J1', 'Anna', 'Won', 'won', 40, 1, '2024-04-22', '2024-06-05'],
  ['J2', 'Anna', 'Talk', 'open', 80, 0.2, '2024-05-06', '2024-06-20'],
  ['J3', 'Ben', 'Offer', 'open', 300, 0.6, '2024-05-06', '2024-06-28'],
  ['J4', 'Ben', 'Pilot', 'open', 60, 0.3, '2024-05-20', '2024-06-30'],
]
