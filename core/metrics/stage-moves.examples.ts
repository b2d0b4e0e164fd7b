import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'
import { tenDealHistory, tenDealSnapshots } from './examples/ten-deals-past.ts'

const columns = ['From', 'To', 'Direction', 'Deals', 'Value']
const deals = { deals: tenDeals, stages: tenDealStages }

export const examples: readonly Example[] = [
  {
    about: 'By the stage history, since the end of January.',
    given: { ...deals, history: tenDealHistory },
    args: { as_of: asOf, from: '2024-01-31' },
    result: [
      columns,
      ['New', 'Qualify', 'new', 1, 60_000],
      ['New', 'Won', 'won', 1, 70_000],
      ['Qualify', 'Proposal', 'forward', 1, 20_000],
      ['Proposal', 'Negotiate', 'forward', 1, 80_000],
      ['Proposal', 'Lost', 'lost', 1, 40_000],
      ['Negotiate', 'Won', 'won', 1, 30_000],
    ],
    figures:
      'SQLite: to_stage of max(changed_at) by deal at or before either day, where they differ; count(*), sum(amount)',
  },
  {
    about: 'In January: D5 went back, D2 skipped a stage, D4 came and was lost.',
    given: { ...deals, history: tenDealHistory },
    args: { as_of: asOf, from: '2023-12-31', to: '2024-01-31' },
    result: [
      columns,
      ['New', 'Qualify', 'new', 2, 20_000],
      ['New', 'Lost', 'lost', 1, 0],
      ['Qualify', 'Proposal', 'forward', 1, 80_000],
      ['Qualify', 'Negotiate', 'forward', 1, 30_000],
      ['Proposal', 'Won', 'won', 1, 50_000],
      ['Negotiate', 'Proposal', 'back', 1, 100_000],
    ],
    figures: 'SQLite: the same for 2023-12-31 and 2024-01-31',
  },
  {
    about: 'Between two snapshots, with what each deal was worth in the second; X1 was deleted.',
    given: { ...deals, snapshots: tenDealSnapshots },
    args: { as_of: asOf, from: '2024-01-31', to: '2024-02-29' },
    result: [
      columns,
      ['New', 'Qualify', 'new', 1, 55_000],
      ['Qualify', 'Removed', 'removed', 1, 5_000],
      ['Proposal', 'Lost', 'lost', 1, 40_000],
      ['Negotiate', 'Won', 'won', 1, 30_000],
    ],
    figures:
      'SQLite: the last snapshot row per deal at or before either day, without removed ones, full join, where the stages differ',
  },
  {
    about: 'Since the last snapshot, against the opportunities as they are now.',
    given: { ...deals, snapshots: tenDealSnapshots },
    args: { as_of: asOf },
    result: [
      columns,
      ['New', 'Won', 'won', 1, 70_000],
      ['Qualify', 'Proposal', 'forward', 1, 20_000],
      ['Proposal', 'Negotiate', 'forward', 1, 80_000],
    ],
    figures: 'SQLite: the same for the snapshots at or before 2024-02-29 and the deals',
  },
  {
    about: 'With neither a history nor snapshots there is no answer.',
    given: deals,
    args: { as_of: asOf, from: '2024-01-31' },
    result: { error: 'StageHistory' },
    figures: 'by hand: nothing tells where the deals were',
  },
]
