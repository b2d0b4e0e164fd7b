import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealTargets } from './examples/ten-deals.ts'
import { twoTeamsAsOf, twoTeamsDeals, twoTeamsPeople, twoTeamsTargets } from './examples/two-teams.ts'

const labels = ['Won', 'Target', 'Attainment', 'Gap']
const twoTeams = { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople }
const ten = { deals: tenDeals, targets: tenDealTargets }

/** Ole: all of April and 15 of the 31 days of May. Pia: 45 of the 91 days of the quarter. */
const [oleSoFar, piaSoFar] = [8_000 + (12_000 * 15) / 31, (40_950 * 45) / 91]

export const examples: readonly Example[] = [
  {
    about: 'A quarter that is over.',
    given: ten,
    args: { period: '2024-Q1', as_of: asOf },
    result: [labels, [150_000, 180_000, 5 / 6, 30_000]],
    figures: 'golden fixture of ten deals: won Q1 150,000, attainment of 180,000 = 83.33%',
  },
  {
    about: 'Without a period, all days that have a target, up to as_of.',
    given: ten,
    args: { as_of: asOf },
    result: [labels, [150_000, 180_000, 5 / 6, 30_000]],
    figures: 'golden fixture of ten deals: the second quarter has not begun, so its target does not count yet',
  },
  {
    about: 'A running period is compared with its target so far, by person; a target of 0 has no attainment.',
    given: twoTeams,
    args: { period: '2024-Q2', as_of: twoTeamsAsOf, by: 'owner' },
    result: [
      ['Owner', ...labels],
      ['Ole', 15_000, oleSoFar, 15_000 / oleSoFar, oleSoFar - 15_000],
      ['Pia', 15_000, piaSoFar, 15_000 / piaSoFar, piaSoFar - 15_000],
      ['Rui', 4_000, 0, null, -4_000],
    ],
    figures:
      'SQL (SQLite): sum(value × days to 15 May ÷ days of the target) = 13,806.45 and 20,250; sum of won amounts, by owner',
  },
  {
    about: 'By team, which has the targets of its people where it has none of its own.',
    given: twoTeams,
    args: { period: '2024-Q2', as_of: twoTeamsAsOf, by: 'team' },
    result: [
      ['Team', ...labels],
      ['North', 30_000, oleSoFar + piaSoFar, 30_000 / (oleSoFar + piaSoFar), oleSoFar + piaSoFar - 30_000],
      ['South', 4_000, 0, null, -4_000],
    ],
    figures:
      'SQL (SQLite): 13,806.45 + 20,250 = 34,056.45 for Ole and Pia; the target of Mia, who leads them, is not added',
  },
  {
    about: 'For a manager, what the team has won beside the target of the manager.',
    given: twoTeams,
    args: { period: '2024-Q2', as_of: twoTeamsAsOf, scope: 'Mia' },
    result: [labels, [30_000, (80_000 * 45) / 91, 30_000 / ((80_000 * 45) / 91), (80_000 * 45) / 91 - 30_000]],
    figures: 'SQL (SQLite): 80,000 × 45 ÷ 91 days = 39,560.44; won by Ole and Pia 30,000',
  },
  {
    about: 'By month, of a running quarter.',
    given: twoTeams,
    args: { period: '2024-Q2', as_of: twoTeamsAsOf, by: 'month' },
    result: [
      ['Month', ...labels],
      ['2024-04', 13_000, 21_500, 13_000 / 21_500, 8_500],
      ['2024-05', 21_000, 12_556.451612903225, 21_000 / 12_556.451612903225, -8_443.548387096775],
    ],
    figures: 'SQL (SQLite): targets of Ole, Pia and Rui in April 21,500 and on 1 to 15 May 12,556.45',
  },
  {
    about: 'The targets as planned.',
    given: twoTeams,
    args: { period: '2024-Q2', as_of: twoTeamsAsOf },
    settings: { target_version: 'plan' },
    result: [labels, [34_000, oleSoFar + 22_500, 34_000 / (oleSoFar + 22_500), oleSoFar + 22_500 - 34_000]],
    figures: 'SQL (SQLite): with the planned 45,500 of Pia 36,306.45',
  },
  {
    about: 'A year without any target has no attainment.',
    given: ten,
    args: { period: '2023', as_of: asOf },
    result: [labels, [0, null, null, null]],
    figures: 'by hand: no deal was won in 2023, and targets begin in 2024',
  },
  {
    about: 'Deals and a target in another currency, both at its plan rate.',
    given: {
      deals: [
        ['Deal ID', 'Status', 'Amount', 'Currency', 'Close date'],
        ['A', 'won', 10_000, 'EUR', '2024-02-01'],
        ['B', 'won', 20_000, 'USD', '2024-02-01'],
      ],
      targets: [
        ['Metric', 'Owner', 'Period', 'Value', 'Currency'],
        ['sales', 'ALL', '2024-Q1', 50_000, 'USD'],
      ],
      fx: [
        ['Currency', 'Date', 'Rate to base', 'Type'],
        ['USD', '2024-01-01', 0.9, 'spot'],
        ['USD', '2024-01-01', 0.8, 'plan'],
      ],
    },
    args: { period: '2024-Q1', as_of: '2024-03-31' },
    settings: { base_currency: 'EUR' },
    result: [labels, [26_000, 40_000, 0.65, 14_000]],
    figures: 'by hand: 10,000 + 20,000 × 0.8 = 26,000; 50,000 × 0.8 = 40,000',
  },
]
