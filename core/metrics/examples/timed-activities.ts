import type { Grid } from '../../cells/grid.ts'

/** The day on which the timed activities are looked at. */
export const timedAsOf = '2024-03-31'

/**
 * Activities with their time of day. T1 and T2 overlap by an hour; T3 has neither a time nor a duration; T8 and T11 are
 * with nobody outside; T9 has a channel and a purpose that nobody knows; T10 is still to come.
 */
// prettier-ignore
export const timedActivities: Grid = [
  ['Activity ID', 'Date', 'Owner', 'Type', 'Status', 'Channel', 'Hours', 'Account', 'Purpose'],
  ['T1', '2024-03-04 09:00', 'Anna', 'Meeting', 'Completed', 'On site', 2, 'Elm Water', 'Progress'],
  ['T2', '2024-03-04 10:00', 'Anna', 'Meeting', 'Completed', 'Video', 1.5, 'Elm Water', 'Progress'],
  ['T3', '2024-03-05', 'Anna', 'Demo', 'Completed', 'Video', null, 'Fir Chemicals', 'Lead generation'],
  ['T4', '2024-03-06 14:00', 'Anna', 'Call', 'Completed', 'Phone', 0.5, 'Elm Water', 'Prospecting'],
  ['T5', '2024-03-07 08:00', 'Anna', 'Travel', 'Completed', null, 3, null, null],
  ['T6', '2024-03-04 09:00', 'Ben', 'Visit', 'Completed', 'Vor Ort', 3, 'Ginkgo Dairy', 'Existing customers'],
  ['T7', '2024-03-11 13:00', 'Ben', 'Meeting', 'Completed', 'Teams', 1, 'Hazel Logistics', null],
  ['T8', '2024-03-12 10:00', 'Ben', 'Internal meeting', 'Completed', 'Video', 1, null, 'Internal'],
  ['T9', '2024-03-13 11:00', 'Ben', 'Meeting', 'Completed', 'Pigeon', 1, 'Ivy Textiles', 'Golf'],
  ['T10', '2024-04-02 09:00', 'Ben', 'Meeting', 'Scheduled', 'Video', 1, 'Ginkgo Dairy', 'Progress'],
  ['T11', '2024-02-26 09:00', 'Ben', 'Meeting', 'Completed', 'Video', 2, null, 'Progress'],
]

/** Anna works half-time; Ben began on 18 March. */
export const timedPeople: Grid = [
  ['Person', 'Manager', 'FTE', 'Start'],
  ['Anna', null, 0.5, '2020-01-01'],
  ['Ben', 'Anna', 1, '2024-03-18'],
]
