import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealTargets } from './examples/ten-deals.ts'
import { twoTeamsAsOf, twoTeamsDeals, twoTeamsPeople, twoTeamsStages, twoTeamsTargets } from './examples/two-teams.ts'

const labels = ['Won so far', 'Part of the year', 'Projection', 'Target', 'Projected attainment']
const ten = { deals: tenDeals, targets: tenDealTargets }

export const examples: readonly Example[] = [
  {
    about: 'At the pace of the days so far.',
    given: ten,
    args: { as_of: asOf },
    result: [labels, [150_000, 91 / 366, (150_000 * 366) / 91, 380_000, (150_000 * 366) / 91 / 380_000]],
    figures: 'golden fixture of ten deals: won Q1 150,000; by hand: 91 of the 366 days of 2024',
  },
  {
    about: 'At the pace of the target so far.',
    given: ten,
    args: { as_of: asOf, method: 'seasonal' },
    result: [labels, [150_000, 180 / 380, (150_000 * 380) / 180, 380_000, 150 / 180]],
    figures: 'golden fixture of ten deals: attainment of 180,000 = 83.33%, which the year then has too',
  },
  {
    about: 'What is won, and open deals by their probability.',
    given: ten,
    args: { as_of: asOf, method: 'pipeline' },
    result: [labels, [150_000, 91 / 366, 280_000, 380_000, 280 / 380]],
    figures: 'golden fixture of ten deals: won 150,000, weighted 130,000 (D8 has neither an amount nor a date)',
  },
  {
    about: 'By team, where a deal that says nothing counts by its stage.',
    given: { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople, stages: twoTeamsStages },
    args: { as_of: twoTeamsAsOf, by: 'team', method: 'pipeline' },
    settings: { fiscal_start_month: 4 },
    result: [
      ['Team', ...labels],
      ['North', 30_000, 45 / 365, 70_600, 70_950, 70_600 / 70_950],
      ['South', 4_000, 45 / 365, 11_500, 0, null],
    ],
    figures:
      'SQL (SQLite): won by team; by hand: X3 5,600 + X4 6,000 + X6 5,000 + X7 40% of 50,000 + X8 4,000; X10 6,000 + X12 1,500; 45 of the 365 days from April 2024 on',
  },
]
