import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'
import { tenDealStageChances } from './examples/ten-deals-past.ts'

const header = ['Deals', 'Value', 'Weighted']

export const examples: readonly Example[] = [
  {
    about: 'Each open deal by its own probability.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf },
    result: [header, [5, 260_000, 130_000]],
    figures: 'golden fixture of ten deals: weighted 130,000',
  },
  {
    about: 'By the probability of the stage, whatever the deal states.',
    given: { deals: tenDeals, stages: tenDealStageChances },
    args: { as_of: asOf, basis: 'stage' },
    result: [header, [5, 260_000, 108_000]],
    figures: "SQLite: sum(amount * case stage when 'Qualify' then .2 when 'Proposal' then .4 else .6 end)",
  },
  {
    about: 'A deal without a probability of its own takes that of its stage; 0% is a probability.',
    given: {
      deals: [
        ['Deal ID', 'Stage', 'Amount', 'Probability'],
        ['A', 'Proposal', 1_000, '25%'],
        ['B', 'Proposal', 1_000, null],
        ['C', 'Proposal', 1_000, 0],
      ],
      stages: tenDealStageChances,
    },
    args: { as_of: asOf },
    result: [header, [3, 3_000, 650]],
    figures: 'by hand: 1,000 × 25% + 1,000 × 40% (the stage) + 1,000 × 0%',
  },
  {
    about: 'Deals due in the second quarter.',
    given: { deals: tenDeals },
    args: { as_of: asOf, period: '2024-Q2' },
    result: [header, [2, 140_000, 70_000]],
    figures: 'by hand: D6 60,000 × 10% + D7 80,000 × 80%',
  },
  {
    about: 'By owner, the largest first.',
    given: { deals: tenDeals },
    args: { as_of: asOf, by: 'owner' },
    result: [
      ['Owner', ...header],
      ['Ben', 3, 140_000, 70_000],
      ['Anna', 2, 120_000, 60_000],
    ],
    figures: "SQLite: sum(amount * probability) where status = 'open' group by owner",
  },
  {
    about: 'Half of what is overdue taken off.',
    given: { deals: tenDeals },
    args: { as_of: asOf, overdue_discount: 0.5 },
    result: [header, [5, 260_000, 105_000]],
    figures: "SQLite: sum(amount * probability * case when close_date < '2024-03-31' then .5 else 1 end)",
  },
  {
    about: 'Without any probability there is no weighted value.',
    given: {
      deals: [
        ['Deal ID', 'Stage', 'Amount'],
        ['A', 'Proposal', 1_000],
      ],
    },
    args: { as_of: asOf },
    result: [header, [1, 1_000, null]],
    figures: 'by hand: no probability is given',
  },
]
