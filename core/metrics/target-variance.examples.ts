import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealTargets } from './examples/ten-deals.ts'
import { twoTeamsAsOf, twoTeamsDeals, twoTeamsPeople, twoTeamsTargets } from './examples/two-teams.ts'

const labels = ['Target', 'Won', 'Variance', 'Variance %']
const twoTeams = { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople }

export const examples: readonly Example[] = [
  {
    about: 'By quarter, without a period for all days that have a target; nothing won is all of the target missing.',
    given: { deals: tenDeals, targets: tenDealTargets },
    args: { as_of: asOf, by: 'quarter' },
    result: [
      ['Quarter', ...labels],
      ['2024-Q1', 180_000, 150_000, -30_000, -1 / 6],
      ['2024-Q2', 200_000, 0, -200_000, -1],
    ],
    figures: 'golden fixture of ten deals: won Q1 150,000 against 180,000, nothing yet against 200,000',
  },
  {
    about: 'By owner, of a whole quarter that is still running.',
    given: twoTeams,
    args: { period: '2024-Q2', as_of: twoTeamsAsOf },
    result: [
      ['Owner', ...labels],
      ['Rui', 0, 4_000, 4_000, null],
      ['Ole', 30_000, 15_000, -15_000, -0.5],
      ['Pia', 40_950, 15_000, -25_950, -25_950 / 40_950],
    ],
    figures: 'SQL (SQLite): monthly, else current targets, and won amounts, by owner',
  },
  {
    about: 'By team and month: June has targets and no sales.',
    given: twoTeams,
    args: { period: '2024-05-01/2024-06-30', as_of: twoTeamsAsOf, by: 'team,month' },
    result: [
      ['Team', 'Month', ...labels],
      [
        'North',
        '2024-05',
        12_000 + (40_950 * 31) / 91,
        21_000,
        21_000 - 12_000 - (40_950 * 31) / 91,
        21_000 / (12_000 + (40_950 * 31) / 91) - 1,
      ],
      ['North', '2024-06', 23_500, 0, -23_500, -1],
      ['South', '2024-05', 0, 0, 0, null],
      ['South', '2024-06', 0, 0, 0, null],
    ],
    figures:
      'SQL (SQLite): won by team and month; by hand: Ole 12,000 and 10,000, of Pia 31 and 30 of 91 days of 40,950',
  },
]
