import type { Grid } from '../../cells/grid.ts'

/** The day on which these snapshots are looked at. */
export const aprilAsOf = '2024-04-30'

/**
 * Three snapshots, the later ones with changed rows only. Between the first and the last every kind of movement occurs
 * once for Anna and the second quarter: M6 came and was won, M7 was lost and is open again, M19 was lost and then won,
 * M10 went to Ben who won it, M14 was won in March, M15 was deleted, M16 is on hold, M18 had no close date.
 */
// prettier-ignore
export const aprilSnapshots: Grid = [
  ['Snapshot at', 'Deal ID', 'Name', 'Owner', 'Stage', 'Status', 'Amount', 'Probability', 'Forecast category', 'Close date'],
  ['2024-03-31', 'M1', 'Pumps', 'Anna', 'Proposal', 'open', 100, 0.5, 'best', '2024-05-15'],
  ['2024-03-31', 'M2', 'Valves', 'Anna', 'Qualify', 'open', 80, 0.2, 'pipeline', '2024-06-12'],
  ['2024-03-31', 'M3', 'Mixers', 'Anna', 'Negotiate', 'open', 50, 0.8, 'commit', '2024-04-12'],
  ['2024-03-31', 'M4', 'Seals', 'Anna', 'Proposal', 'open', 40, 0.5, 'best', '2024-04-18'],
  ['2024-03-31', 'M7', 'Fans', 'Anna', 'Lost', 'lost', 60, 0, 'omitted', '2024-03-10'],
  ['2024-03-31', 'M8', 'Belts', 'Ben', 'Proposal', 'open', 90, 0.5, 'best', '2024-05-31'],
  ['2024-03-31', 'M9', 'Motors', 'Anna', 'Proposal', 'open', 45, 0.5, 'best', '2024-05-20'],
  ['2024-03-31', 'M10', 'Drives', 'Anna', 'Negotiate', 'open', 35, 0.8, 'commit', '2024-04-25'],
  ['2024-03-31', 'M11', 'Tanks', 'Anna', 'Qualify', 'open', 70, 0.2, 'pipeline', '2024-08-15'],
  ['2024-03-31', 'M12', 'Gauges', 'Anna', 'Proposal', 'open', 20, 0.5, 'best', '2024-03-29'],
  ['2024-03-31', 'M13', 'Filters', 'Anna', 'Proposal', 'open', 110, 0.5, 'best', '2024-06-20'],
  ['2024-03-31', 'M14', 'Hoses', 'Anna', 'Negotiate', 'open', 15, 0.8, 'commit', '2024-04-05'],
  ['2024-03-31', 'M15', 'Locks', 'Anna', 'Qualify', 'open', 10, 0.2, 'pipeline', '2024-05-02'],
  ['2024-03-31', 'M16', 'Lamps', 'Anna', 'Qualify', 'open', 12, 0.2, 'pipeline', '2024-06-03'],
  ['2024-03-31', 'M17', 'Crane', 'Ben', 'Proposal', 'open', 200, 0.5, 'best', '2024-05-08'],
  ['2024-03-31', 'M18', 'Spares', 'Anna', 'Qualify', 'open', 5, 0.2, 'pipeline', null],
  ['2024-03-31', 'M19', 'Scales', 'Anna', 'Lost', 'lost', 33, 0, 'omitted', '2024-02-10'],
  ['2024-04-15', 'M3', 'Mixers', 'Anna', 'Negotiate', 'open', 50, 0.9, 'commit', '2024-04-20'],
  ['2024-04-15', 'M13', 'Filters', 'Anna', 'Proposal', 'open', 110, 0.5, 'best', '2024-07-10'],
  ['2024-04-15', 'M1', 'Pumps', 'Anna', 'Proposal', 'open', 100, 0.5, 'best', '2024-06-01'],
  ['2024-04-30', 'M1', 'Pumps', 'Anna', 'Negotiate', 'open', 120, 0.7, 'commit', '2024-05-15'],
  ['2024-04-30', 'M2', 'Valves', 'Anna', 'Qualify', 'open', 70, 0.2, 'pipeline', '2024-06-12'],
  ['2024-04-30', 'M3', 'Mixers', 'Anna', 'Won', 'won', 55, 1, 'closed', '2024-04-20'],
  ['2024-04-30', 'M4', 'Seals', 'Anna', 'Lost', 'lost', 40, 0, 'omitted', '2024-04-18'],
  ['2024-04-30', 'M5', 'Winch', 'Anna', 'Qualify', 'open', 30, 0.2, 'pipeline', '2024-06-10'],
  ['2024-04-30', 'M6', 'Chains', 'Anna', 'Won', 'won', 25, 1, 'closed', '2024-04-22'],
  ['2024-04-30', 'M7', 'Fans', 'Anna', 'Proposal', 'open', 65, 0.5, 'best', '2024-06-30'],
  ['2024-04-30', 'M8', 'Belts', 'Anna', 'Proposal', 'open', 90, 0.5, 'best', '2024-05-31'],
  ['2024-04-30', 'M9', 'Motors', 'Ben', 'Proposal', 'open', 50, 0.5, 'best', '2024-05-20'],
  ['2024-04-30', 'M10', 'Drives', 'Ben', 'Won', 'won', 35, 1, 'closed', '2024-04-25'],
  ['2024-04-30', 'M11', 'Tanks', 'Anna', 'Proposal', 'open', 75, 0.4, 'pipeline', '2024-06-15'],
  ['2024-04-30', 'M12', 'Gauges', 'Anna', 'Proposal', 'open', 20, 0.5, 'best', '2024-04-29'],
  ['2024-04-30', 'M13', 'Filters', 'Anna', 'Proposal', 'open', 100, 0.5, 'pipeline', '2024-07-31'],
  ['2024-04-30', 'M14', 'Hoses', 'Anna', 'Won', 'won', 15, 1, 'closed', '2024-03-28'],
  ['2024-04-30', 'M15', 'Locks', 'Anna', 'Qualify', 'removed', 10, 0.2, 'pipeline', '2024-05-02'],
  ['2024-04-30', 'M16', 'Lamps', 'Anna', 'Qualify', 'on hold', 12, 0.2, 'pipeline', '2024-06-03'],
  ['2024-04-30', 'M18', 'Spares', 'Anna', 'Qualify', 'open', 5, 0.2, 'pipeline', '2024-05-05'],
  ['2024-04-30', 'M19', 'Scales', 'Anna', 'Won', 'won', 30, 1, 'closed', '2024-04-11'],
]

/** The deals as they are at the end of April. */
// prettier-ignore
export const aprilDeals: Grid = [
  ['Deal ID', 'Name', 'Owner', 'Stage', 'Status', 'Amount', 'Created', 'Close date'],
  ['M1', 'Pumps', 'Anna', 'Negotiate', 'open', 120, '2024-01-08', '2024-05-15'],
  ['M2', 'Valves', 'Anna', 'Qualify', 'open', 70, '2024-02-12', '2024-06-12'],
  ['M3', 'Mixers', 'Anna', 'Won', 'won', 55, '2023-12-04', '2024-04-20'],
  ['M4', 'Seals', 'Anna', 'Lost', 'lost', 40, '2024-01-15', '2024-04-18'],
  ['M5', 'Winch', 'Anna', 'Qualify', 'open', 30, '2024-04-02', '2024-06-10'],
  ['M6', 'Chains', 'Anna', 'Won', 'won', 25, '2024-04-03', '2024-04-22'],
  ['M7', 'Fans', 'Anna', 'Proposal', 'open', 65, '2023-11-20', '2024-06-30'],
  ['M8', 'Belts', 'Anna', 'Proposal', 'open', 90, '2024-02-05', '2024-05-31'],
  ['M9', 'Motors', 'Ben', 'Proposal', 'open', 50, '2024-02-19', '2024-05-20'],
  ['M10', 'Drives', 'Ben', 'Won', 'won', 35, '2024-01-22', '2024-04-25'],
  ['M11', 'Tanks', 'Anna', 'Proposal', 'open', 75, '2024-03-04', '2024-06-15'],
  ['M12', 'Gauges', 'Anna', 'Proposal', 'open', 20, '2023-12-11', '2024-04-29'],
  ['M13', 'Filters', 'Anna', 'Proposal', 'open', 100, '2024-01-29', '2024-07-31'],
  ['M14', 'Hoses', 'Anna', 'Won', 'won', 15, '2024-02-26', '2024-03-28'],
  ['M16', 'Lamps', 'Anna', 'Qualify', 'on hold', 12, '2024-03-11', '2024-06-03'],
  ['M17', 'Crane', 'Ben', 'Proposal', 'open', 200, '2024-02-01', '2024-05-08'],
  ['M18', 'Spares', 'Anna', 'Qualify', 'open', 5, '2024-03-18', '2024-05-05'],
  ['M19', 'Scales', 'Anna', 'Won', 'won', 30, '2023-12-18', '2024-04-11'],
]
