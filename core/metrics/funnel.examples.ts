import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'
import { tenDealHistory } from './examples/ten-deals-past.ts'

const columns = ['Stage', 'Deals', 'Value', 'Weighted', 'Average age', 'Median days in stage', 'Share']

export const examples: readonly Example[] = [
  {
    about: 'The open deals by stage, with the days in stage from the stage history.',
    given: { deals: tenDeals, stages: tenDealStages, history: tenDealHistory },
    args: { as_of: asOf },
    result: [
      columns,
      ['Qualify', 2, 60_000, 6_000, 52.5, 52.5, 60 / 260],
      ['Proposal', 2, 120_000, 60_000, 141.5, 53, 120 / 260],
      ['Negotiate', 1, 80_000, 64_000, 121, 1, 80 / 260],
    ],
    figures:
      'SQLite: count(*), sum(amount), sum(amount * probability), avg and median of julianday differences to created and to max(changed_at), by stage',
  },
  {
    about: 'One funnel per person, empty stages too, each with its own shares.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf, by_person: true },
    result: [
      ['Owner', ...columns],
      ['Anna', 'Qualify', 0, 0, 0, null, null, 0],
      ['Anna', 'Proposal', 2, 120_000, 60_000, 141.5, null, 1],
      ['Anna', 'Negotiate', 0, 0, 0, null, null, 0],
      ['Ben', 'Qualify', 2, 60_000, 6_000, 52.5, null, 60 / 140],
      ['Ben', 'Proposal', 0, 0, 0, null, null, 0],
      ['Ben', 'Negotiate', 1, 80_000, 64_000, 121, null, 80 / 140],
    ],
    figures: 'SQLite: the same group by owner, stage; empty stages by hand',
  },
  {
    about: 'A stage that the Stages table does not list comes last, as a row of its own.',
    given: {
      deals: tenDeals,
      stages: tenDealStages.filter((row) => row[0] !== 'Negotiate'),
    },
    args: { as_of: asOf },
    result: [
      columns,
      ['Qualify', 2, 60_000, 6_000, 52.5, null, 60 / 260],
      ['Proposal', 2, 120_000, 60_000, 141.5, null, 120 / 260],
      ['Unmapped stage', 1, 80_000, 64_000, 121, null, 80 / 260],
    ],
    figures: 'SQLite: as in the first example; D7 is in Negotiate',
  },
  {
    about: 'Only what is due in the second quarter, split by account.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf, period: '2024-Q2', by: 'account' },
    result: [
      ['Account', ...columns],
      ['Fir Chemicals', 'Qualify', 1, 60_000, 6_000, 45, null, 1],
      ['Fir Chemicals', 'Proposal', 0, 0, 0, null, null, 0],
      ['Fir Chemicals', 'Negotiate', 0, 0, 0, null, null, 0],
      ['Ginkgo Dairy', 'Qualify', 0, 0, 0, null, null, 0],
      ['Ginkgo Dairy', 'Proposal', 0, 0, 0, null, null, 0],
      ['Ginkgo Dairy', 'Negotiate', 1, 80_000, 64_000, 121, null, 1],
    ],
    figures: 'by hand: D6 and D7',
  },
]
