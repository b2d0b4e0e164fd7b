import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealTargets } from './examples/ten-deals.ts'
import { twoTeamsAsOf, twoTeamsDeals, twoTeamsPeople, twoTeamsTargets } from './examples/two-teams.ts'

const labels = ['Won so far', 'Target so far', 'Index', 'Year elapsed', 'Days ahead']
const ten = { deals: tenDeals, targets: tenDealTargets }
const oleSoFar = 8_000 + (12_000 * 15) / 31

export const examples: readonly Example[] = [
  {
    about: 'At the end of the first quarter, 15 days behind.',
    given: ten,
    args: { as_of: asOf },
    result: [labels, [150_000, 180_000, 5 / 6, 65 / 262, -15]],
    figures:
      'golden fixture of ten deals: 150,000 of 180,000; by hand: 150,000 ÷ 180,000 × 91 days = 75.8, so 16 March; Python: 65 of 262 workdays',
  },
  {
    about: 'In January, five days ahead.',
    given: ten,
    args: { as_of: '2024-01-20' },
    result: [labels, [50_000, (180_000 * 20) / 91, 50_000 / ((180_000 * 20) / 91), 15 / 262, 5]],
    figures: 'by hand: 180,000 × 20 ÷ 91 = 39,560.44; 50,000 is reached on day 25.3, so the target of day 25 is met',
  },
  {
    about: 'A target shared out over workdays, and workdays behind.',
    given: ten,
    args: { as_of: '2024-02-15', phasing: 'workdays' },
    result: [labels, [50_000, (180_000 * 34) / 65, 50_000 / ((180_000 * 34) / 65), 34 / 262, -15]],
    figures:
      'Python: 34 of the 65 workdays of the quarter are past; by hand: 50,000 ÷ 180,000 × 65 = 18.1, so the 19th workday, 15 before the 34th',
  },
  {
    about: 'A fiscal year that begins in February.',
    given: ten,
    args: { as_of: asOf },
    settings: { fiscal_start_month: 2 },
    result: [labels, [100_000, (180_000 * 60) / 91, 100_000 / ((180_000 * 60) / 91), 42 / 262, -9]],
    figures:
      'by hand: D2 + D10; 60 of the 91 days; 100,000 is the target of day 50.6, 9 before day 60; Python: workdays',
  },
  {
    about: 'By owner; nobody is ahead of a target of 0.',
    given: { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople },
    args: { as_of: twoTeamsAsOf, by: 'owner' },
    settings: { fiscal_start_month: 4 },
    result: [
      ['Owner', ...labels],
      ['Ole', 15_000, oleSoFar, 15_000 / oleSoFar, 33 / 261, 3],
      ['Pia', 15_000, 20_250, 15_000 / 20_250, 33 / 261, -11],
      ['Rui', 4_000, 0, null, 33 / 261, null],
    ],
    figures:
      'SQL (SQLite) for won and target; by hand: Ole is 1,193.55 ahead at 387.10 a day, Pia has won what 33.3 days of 450 are; Python: workdays',
  },
]
