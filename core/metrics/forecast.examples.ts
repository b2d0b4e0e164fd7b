import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealTargets } from './examples/ten-deals.ts'
import { twoTeamsAsOf, twoTeamsDeals, twoTeamsPeople, twoTeamsStages, twoTeamsTargets } from './examples/two-teams.ts'

const labels = ['Owner', 'Won', 'Commit', 'Best case', 'Pipeline', 'Target', 'Gap']
const twoTeams = { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople, stages: twoTeamsStages }
const sql =
  'SQL (SQLite): sum of open amounts due in the quarter or before it, by owner and category, and of won amounts'

export const examples: readonly Example[] = [
  {
    about:
      'The current quarter by owner, each figure with what is surer; a deal that says nothing counts by its stage.',
    given: twoTeams,
    args: { as_of: twoTeamsAsOf },
    result: [
      labels,
      ['Ole', 15_000, 22_000, 34_000, 34_000, 30_000, 8_000],
      ['Pia', 15_000, 20_000, 20_000, 40_000, 40_950, 20_950],
      ['Rui', 4_000, 12_000, 12_000, 12_000, 0, -12_000],
    ],
    figures: `${sql}; by hand: X7 is omitted, X10 is in Negotiate and so committed`,
  },
  {
    about: 'Each category alone.',
    given: twoTeams,
    args: { as_of: twoTeamsAsOf, rollup: 'single' },
    result: [
      labels,
      ['Rui', 4_000, 8_000, 0, 0, 0, -12_000],
      ['Ole', 15_000, 7_000, 12_000, 0, 30_000, 8_000],
      ['Pia', 15_000, 5_000, 0, 20_000, 40_950, 20_950],
    ],
    figures: sql,
  },
  {
    about: 'By team, without Stages: a deal that says nothing is pipeline.',
    given: { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople },
    args: { period: '2024-Q2', as_of: twoTeamsAsOf, by: 'team' },
    result: [
      ['Team', ...labels.slice(1)],
      ['North', 30_000, 42_000, 54_000, 74_000, 70_950, 28_950],
      ['South', 4_000, 4_000, 4_000, 12_000, 0, -4_000],
    ],
    figures: sql,
  },
  {
    about: 'The next quarter: no overdue deal counts in it; of a target for the year its share of the days counts.',
    given: twoTeams,
    args: { period: '2024-Q3', as_of: twoTeamsAsOf },
    result: [
      labels,
      ['Ole', 0, 0, 0, 0, (120_000 * 92) / 366, (120_000 * 92) / 366],
      ['Tea', 0, 0, 3_000, 3_000, null, null],
    ],
    figures: 'by hand: X12 of Tea is due on 2 July; Ole 120,000 × 92 of the 366 days',
  },
  {
    about: 'Without any category all open deals are pipeline; a target for everybody is no target of one owner.',
    given: { deals: tenDeals, targets: tenDealTargets },
    args: { as_of: asOf },
    result: [
      labels,
      ['Anna', 80_000, 80_000, 80_000, 180_000, null, null],
      ['Ben', 70_000, 70_000, 70_000, 70_000, null, null],
    ],
    figures: 'by hand: Anna D1 + D2 won and D5 overdue, Ben D10 won',
  },
]
