import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealTargets } from './examples/ten-deals.ts'
import { twoTeamsAsOf, twoTeamsDeals, twoTeamsPeople, twoTeamsTargets } from './examples/two-teams.ts'

const labels = [
  'Target',
  'Won',
  'Still to win',
  'Months left',
  'Needed per month',
  'Needed next month',
  'Current per month',
  'Ratio',
]
const half = { deals: tenDeals, targets: tenDealTargets }

export const examples: readonly Example[] = [
  {
    about: 'Half a year, at the end of its first quarter.',
    given: half,
    args: { period: '2024-01-01/2024-06-30', as_of: asOf },
    result: [labels, [380_000, 150_000, 230_000, 3, 230_000 / 3, (230_000 * 30) / 91, 50_000, 230_000 / 150_000]],
    figures:
      'golden fixture of ten deals: won Q1 150,000; by hand: (180,000 + 200,000 − 150,000) ÷ 3; April is 30 of the 91 days of the second target',
  },
  {
    about: 'In the middle of a month, of which the share of its days is left; without a period, the fiscal year.',
    given: half,
    args: { as_of: '2024-06-15' },
    result: [
      labels,
      [380_000, 150_000, 230_000, 6.5, 230_000 / 6.5, 230_000, 70_000 / 3, 230_000 / 6.5 / (70_000 / 3)],
    ],
    figures:
      'by hand: 15 of 30 days of June and six months; all that is left of the target lies in June; D10 of 70,000 is the one deal won in March to May',
  },
  {
    about: 'By owner; nobody needs to win anything for a target of 0.',
    given: { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople },
    args: { period: '2024-Q2', as_of: twoTeamsAsOf, by: 'owner' },
    result: [
      ['Owner', ...labels],
      ['Pia', 40_950, 15_000, 25_950, 16 / 31 + 1, 25_950 / (16 / 31 + 1), (25_950 * 16) / 46, 0, null],
      [
        'Ole',
        30_000,
        15_000,
        15_000,
        16 / 31 + 1,
        15_000 / (16 / 31 + 1),
        (15_000 * ((12_000 * 16) / 31)) / ((12_000 * 16) / 31 + 10_000),
        9_000 / 3,
        15_000 / (16 / 31 + 1) / 3_000,
      ],
      ['Rui', 0, 4_000, 0, 16 / 31 + 1, 'reached', 'reached', 4_000 / 3, 'reached'],
    ],
    figures:
      'SQL (SQLite): targets and won amounts by owner as in ATTAINMENT; by hand: 16 of 31 days of May and June are left; in February to April Ole won 9,000, Pia nothing and Rui 4,000',
  },
  {
    about: 'When the period is over there is no rate to keep up.',
    given: half,
    args: { period: '2024-Q1', as_of: asOf },
    result: { error: '2024-Q1 is over on that day, so there is no rate to keep up. Ask for a later period.' },
    figures: 'by hand: as_of is its last day',
  },
]
