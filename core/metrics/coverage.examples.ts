import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealTargets } from './examples/ten-deals.ts'
import { twoTeamsAsOf, twoTeamsDeals, twoTeamsPeople, twoTeamsStages, twoTeamsTargets } from './examples/two-teams.ts'

const labels = ['Open pipeline', 'Won', 'Target', 'Still to win', 'Coverage']
const twoTeams = { deals: twoTeamsDeals, targets: twoTeamsTargets, people: twoTeamsPeople }

export const examples: readonly Example[] = [
  {
    about: 'The next quarter: nothing is won yet, and no overdue deal counts in it.',
    given: { deals: tenDeals, targets: tenDealTargets },
    args: { period: '2024-Q2', as_of: asOf },
    result: [labels, [140_000, 0, 200_000, 200_000, 0.7]],
    figures: 'golden fixture of ten deals: Q2 coverage on 200,000 = 0.70',
  },
  {
    about: 'Without a period, the current quarter: open deals, overdue ones included, beside what is still to be won.',
    given: { deals: tenDeals, targets: tenDealTargets },
    args: { as_of: asOf },
    result: [labels, [100_000, 150_000, 180_000, 30_000, 10 / 3]],
    figures: 'golden fixture of ten deals: Q1 remaining coverage incl. overdue 3.33',
  },
  {
    about: 'Without the overdue deal nothing is left that could close.',
    given: { deals: tenDeals, targets: tenDealTargets },
    args: { as_of: asOf, include_overdue: false },
    result: [labels, [0, 150_000, 180_000, 30_000, 0]],
    figures: 'by hand: D5, the only open deal of the quarter, was due on 15 March',
  },
  {
    about: 'By owner: the finest targets count, Mia leads others and has none of her own, Rui needs nothing more.',
    given: twoTeams,
    args: { period: '2024-Q2', as_of: twoTeamsAsOf, by: 'owner' },
    result: [
      ['Owner', ...labels],
      ['Pia', 75_000, 15_000, 40_950, 25_950, 75_000 / 25_950],
      ['Ole', 19_000, 15_000, 30_000, 15_000, 19_000 / 15_000],
      ['Rui', 8_000, 4_000, 0, 0, 'target reached'],
    ],
    figures:
      'SQL (SQLite): sum of open amounts with close date in the quarter or before it, of won amounts in it, and of the monthly, else current targets, by owner',
  },
  {
    about: 'Each open deal by its probability, or that of its stage where it states none.',
    given: { ...twoTeams, stages: twoTeamsStages },
    args: { period: '2024-Q2', as_of: twoTeamsAsOf, weighted: true },
    result: [labels, [46_600, 34_000, 70_950, 36_950, 46_600 / 36_950]],
    figures: 'SQL (SQLite): sum(amount × coalesce(probability, 0.4)) of the open deals; targets of Ole, Pia and Rui',
  },
  {
    about: 'A period without any target has no coverage.',
    given: { deals: tenDeals, targets: tenDealTargets },
    args: { period: '2024-Q3', as_of: asOf },
    result: [labels, [20_000, 0, null, null, null]],
    figures: 'by hand: D9 is due in September, and targets end in June',
  },
]
