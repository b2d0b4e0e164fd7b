import type { Example } from './example.ts'
import { aprilAsOf, aprilDeals, aprilSnapshots } from './examples/april-moves.ts'

const labels = ['Deal ID', 'Deal', 'Account', 'Owner', 'Stage', 'Value', 'Pushes', 'Days pushed', 'First date', 'Now']
const given = { deals: aprilDeals, snapshots: aprilSnapshots }
const query =
  'SQLite: close dates of the open snapshot rows and of the deals now, lag() and first_value() by deal in order of time; sum(month > lag(month))'
const filters = ['M13', 'Filters', null, 'Anna', 'Proposal', 100]
const gauges = ['M12', 'Gauges', null, 'Anna', 'Proposal', 20, 1, 31, '2024-03-29', '2024-04-29']
const pumps = ['M1', 'Pumps', null, 'Anna', 'Negotiate', 120, 1, 0, '2024-05-15', '2024-05-15']

export const examples: readonly Example[] = [
  {
    about: 'Put off to a later month; M1 was put off and taken back, M13 moved twice, once within July.',
    given,
    args: { as_of: aprilAsOf },
    result: [labels, pumps, [...filters, 1, 41, '2024-06-20', '2024-07-31'], gauges],
    figures: query,
  },
  {
    about: 'Put off to a later quarter.',
    given,
    args: { as_of: aprilAsOf, step: 'quarter' },
    result: [labels, [...filters, 1, 41, '2024-06-20', '2024-07-31'], gauges],
    figures: `${query}; by quarter`,
  },
  {
    about: 'Put off to any later day, the two largest.',
    given,
    args: { as_of: aprilAsOf, step: 'any', top: 2 },
    result: [labels, pumps, [...filters, 2, 41, '2024-06-20', '2024-07-31']],
    figures: `${query}; by day`,
  },
  {
    about: 'How many there are.',
    given,
    args: { as_of: aprilAsOf, mode: 'count' },
    result: [['Deals'], [3]],
    figures: `${query}; count(*)`,
  },
  {
    about: 'With nothing that tells earlier close dates there is no answer.',
    given: { deals: aprilDeals },
    args: { as_of: aprilAsOf },
    result: { error: 'PUSHES needs Snapshots' },
    figures: 'by hand: the deals say where they are now only',
  },
]
