import type { Grid } from '../../cells/grid.ts'

/** The day on which the offers are looked at. */
export const offersAsOf = '2024-03-31'

/**
 * Q1 has two versions, of which the second stands; Q2 is to be checked on the day itself; Q3 and Q4 have no check date;
 * Q5 is won, Q6 has no amount, Q7 was withdrawn.
 */
// prettier-ignore
export const sentOffers: Grid = [
  ['Offer ID', 'Version', 'Deal ID', 'Account', 'Owner', 'Sent', 'Check date', 'Valid until', 'Amount', 'Status'],
  ['Q1', 1, 'D5', 'Elm Water', 'Anna', '2024-01-10', '2024-01-24', '2024-02-10', 110_000, 'Open'],
  ['Q1', 2, 'D5', 'Elm Water', 'Anna', '2024-03-06', '2024-03-20', '2024-04-30', 100_000, 'Open'],
  ['Q2', 1, 'D7', 'Ginkgo Dairy', 'Ben', '2024-03-15', '2024-03-31', '2024-04-15', 80_000, 'Sent'],
  ['Q3', 1, 'D6', 'Fir Chemicals', 'Ben', '2024-02-29', null, '2024-03-29', 60_000, 'Open'],
  ['Q4', 1, 'D9', 'Ivy Textiles', 'Anna', '2024-03-01', null, '2024-05-31', 20_000, 'Open'],
  ['Q5', 1, 'D10', 'Juniper Ports', 'Ben', '2024-03-01', '2024-03-04', '2024-03-31', 70_000, 'Won'],
  ['Q6', 1, 'D8', 'Hazel Logistics', 'Ben', '2024-02-05', '2024-03-01', null, null, 'Pending'],
  ['Q7', 1, 'D3', 'Cedar Paper', 'Ben', '2024-01-05', '2024-01-20', null, 40_000, 'Withdrawn'],
]
