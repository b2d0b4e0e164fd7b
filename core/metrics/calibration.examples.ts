import type { Example } from './example.ts'
import { aprilDeals, aprilSnapshots } from './examples/april-moves.ts'
import { chanceOutcomes, chancesAsOf, statedChances } from './examples/stated-chances.ts'

const labels = ['Band', 'Stated', 'Realised', 'n', 'Gap', 'State']
const given = { snapshots: statedChances, deals: chanceOutcomes }
const query =
  'SQLite: snapshots join deals, closed within the horizon, with a probability; avg(probability), avg(won), count(*) by min(bands - 1, floor(probability * bands))'

export const examples: readonly Example[] = [
  {
    about: 'What was stated on the last day of March, by the end of June; bands of fewer than ten deals are marked.',
    given,
    args: { as_of: chancesAsOf },
    result: [
      labels,
      ['0% to 20%', 0.1, 1 / 3, 3, 1 / 3 - 0.1, 'Few'],
      ['20% to 40%', 0.3, 0.2, 10, -0.1, 'Enough'],
      ['40% to 60%', 0.5, 0.5, 2, 0, 'Few'],
      ['60% to 80%', 0.6875, 0.75, 4, 0.0625, 'Few'],
      ['80% to 100%', 0.95, 1, 2, 0.05, 'Few'],
      ['All', 8.95 / 21, 9 / 21, 21, 0.05 / 21, 'Enough'],
    ],
    figures: query,
  },
  {
    about: 'Two bands, by person.',
    given,
    args: { as_of: chancesAsOf, by: 'person', bands: 2 },
    result: [
      ['Owner', ...labels],
      ['Anna', '0% to 50%', 0.25, 1 / 7, 7, 1 / 7 - 0.25, 'Few'],
      ['Anna', '50% to 100%', 0.74, 0.8, 5, 0.06, 'Few'],
      ['Anna', 'All', 5.45 / 12, 5 / 12, 12, -0.45 / 12, 'Enough'],
      ['Ben', '0% to 50%', 1.55 / 6, 2 / 6, 6, 0.45 / 6, 'Few'],
      ['Ben', '50% to 100%', 0.65, 2 / 3, 3, 2 / 3 - 0.65, 'Few'],
      ['Ben', 'All', 3.5 / 9, 4 / 9, 9, 0.5 / 9, 'Few'],
    ],
    figures: `${query}; grouped by owner`,
  },
  {
    about: 'Within 30 days of a day that is named.',
    given,
    args: { as_of: chancesAsOf, at: '2024-03-31', horizon: 30, bands: 2 },
    result: [
      labels,
      ['0% to 50%', 1.3 / 6, 1 / 6, 6, -0.05, 'Few'],
      ['50% to 100%', 0.75, 1, 4, 0.25, 'Few'],
      ['All', 0.43, 0.5, 10, 0.07, 'Enough'],
    ],
    figures: query,
  },
  {
    about: 'Where none of the deals was lost there is no answer.',
    given: { snapshots: aprilSnapshots, deals: aprilDeals },
    args: { as_of: '2024-04-30', at: '2024-03-31', scope: 'Ben' },
    result: { error: '1 were won and 0 lost within 90 days; both are needed' },
    figures: 'by hand: of the deals that Ben has now M10 alone is closed',
  },
]
