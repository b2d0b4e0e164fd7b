import type { Example } from './example.ts'
import { aprilAsOf, aprilSnapshots } from './examples/april-moves.ts'
import { tenDealStages } from './examples/ten-deals.ts'
import { tenDealSnapshots } from './examples/ten-deals-past.ts'

const labels = ['Deal ID', 'Deal', 'Field', 'From', 'To', 'Change', 'Movement']
const query =
  'SQLite: the last row per deal at or before either day, without removed ones; one SELECT per field where a.field IS NOT b.field, UNION ALL, ordered by the later amount'

export const examples: readonly Example[] = [
  {
    about: 'What changed in the first half of April.',
    given: { snapshots: aprilSnapshots },
    args: { as_of: aprilAsOf, from: '2024-03-31', to: '2024-04-15' },
    result: [
      labels,
      ['M13', 'Filters', 'Close date', '2024-06-20', '2024-07-10', 20, 'pushed'],
      ['M1', 'Pumps', 'Close date', '2024-05-15', '2024-06-01', 17, 'pushed'],
      ['M3', 'Mixers', 'Close date', '2024-04-12', '2024-04-20', 8, 'pushed'],
      ['M3', 'Mixers', 'Probability', '80%', '90%', 10, 'raised'],
    ],
    figures: query,
  },
  {
    about: 'With a scope, deals that were handed over to or by that person are there too.',
    given: { snapshots: aprilSnapshots },
    args: { as_of: aprilAsOf, from: '2024-03-31', scope: 'Ben' },
    result: [
      labels,
      ['M8', 'Belts', 'Owner', 'Ben', 'Anna', null, 'transferred'],
      ['M9', 'Motors', 'Amount', 45, 50, 5, 'increased'],
      ['M9', 'Motors', 'Owner', 'Anna', 'Ben', null, 'transferred'],
      ['M10', 'Drives', 'Stage', 'Negotiate', 'Won', null, 'won'],
      ['M10', 'Drives', 'Probability', '80%', '100%', 20, 'raised'],
      ['M10', 'Drives', 'Owner', 'Anna', 'Ben', null, 'transferred'],
      ['M10', 'Drives', 'Forecast category', 'commit', 'closed', null, 'upgraded'],
    ],
    figures: `${query}; where Ben owned it on either day`,
  },
  {
    about: 'The last two snapshots of the ten deals: one came, one was deleted.',
    given: { snapshots: tenDealSnapshots, stages: tenDealStages },
    args: { as_of: '2024-03-31' },
    result: [
      labels,
      ['D5', null, 'Close date', '2024-02-29', '2024-03-15', 15, 'pushed'],
      ['D6', null, 'Deal', null, 'Qualify', 55_000, 'new'],
      ['D3', null, 'Stage', 'Proposal', 'Lost', null, 'lost'],
      ['D3', null, 'Close date', '2024-01-31', '2024-02-01', 1, 'pushed'],
      ['D2', null, 'Stage', 'Negotiate', 'Won', null, 'won'],
      ['D2', null, 'Amount', 35_000, 30_000, -5_000, 'decreased'],
      ['D2', null, 'Close date', '2024-02-28', '2024-02-20', -8, 'pulled in'],
      ['D9', null, 'Amount', 28_000, 20_000, -8_000, 'decreased'],
      ['D9', null, 'Close date', '2024-06-30', '2024-09-30', 92, 'pushed'],
      ['X1', null, 'Deal', 'Qualify', null, -5_000, 'removed'],
    ],
    figures: query,
  },
]
