import type { Grid } from '../../cells/grid.ts'

/** The day on which the activities are looked at. */
export const activitiesAsOf = '2024-03-31'

/**
 * Activities as three systems would write them. A2 belongs to two deals and stands in two rows; A6 is cancelled, A7 is
 * still to come, A8 is internal, A9 was made by the system, A11 has no customer, A13 is of a type that only the setting
 * `activity_types` explains, A14 is not done although its day has passed.
 */
// prettier-ignore
export const doneActivities: Grid = [
  ['Activity ID', 'Date', 'Owner', 'Type', 'Status', 'Channel', 'Hours', 'Account', 'Deal ID'],
  ['A1', '2024-03-04', 'Anna', 'Call', 'Completed', 'Phone', 0.25, 'Elm Water', null],
  ['A2', '2024-03-05', 'Anna', 'Meeting', 'Completed', 'On site', 1.5, 'Elm Water', 'D5'],
  ['A2', '2024-03-05', 'Anna', 'Meeting', 'Completed', 'On site', 1.5, 'Elm Water', 'D9'],
  ['A3', '2024-01-12', 'Anna', 'Customer meeting', 'Completed', 'Video', 1, 'Aspen Mills', 'D1'],
  ['A4', '2024-02-01', 'Anna', 'Kundentermin', 'Erledigt', 'Vor Ort', 2, 'Aspen Mills', 'D1'],
  ['A5', '2024-03-11', 'Ben', 'Demo', 'Completed', 'Teams', 1, 'Fir Chemicals', 'D6'],
  ['A6', '2024-03-12', 'Ben', 'Meeting', 'Cancelled', 'Video', 1, 'Fir Chemicals', 'D6'],
  ['A7', '2024-04-02', 'Ben', 'Meeting', 'Scheduled', 'Video', 1, 'Ginkgo Dairy', 'D7'],
  ['A8', '2024-03-13', 'Ben', 'Internal meeting', 'Completed', 'Video', 1, null, null],
  ['A9', '2024-03-05', 'Ben', 'Quote Close', 'Completed', null, null, 'Juniper Ports', 'D10'],
  ['A10', '2024-03-14', 'Ben', 'E-Mail', null, 'Mail', 0.1, 'Ginkgo Dairy', 'D7'],
  ['A11', '2024-03-15', 'Ben', 'Meeting', 'Completed', 'On site', 1, null, null],
  ['A12', '2024-03-18', 'Ben', 'Visit', 'Completed', null, null, null, 'D10'],
  ['A13', '2024-03-19', 'Ben', 'Plant tour', 'Completed', 'On site', 3, 'Kauri Timber', null],
  ['A14', '2024-03-20', 'Ben', 'Call', 'Not Started', 'Phone', 0.5, 'Ginkgo Dairy', 'D7'],
  ['A15', '2024-03-21', 'Ben', 'Quote', 'Completed', 'Mail', 0.5, 'Ginkgo Dairy', 'D7'],
]

/** Fir Chemicals has bought for years, without a deal in the table. */
export const knownCustomers: Grid = [
  ['Account ID', 'Account', 'Customer since'],
  ['C1', 'Fir Chemicals', '2019-05-01'],
  ['C2', 'Elm Water', null],
]
