import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealStages } from './examples/ten-deals.ts'

const labels = ['Deal ID', 'Deal', 'Account', 'Owner', 'Stage', 'Value', 'Close date', 'Days left']
const d6 = ['D6', 'Dosing line', 'Fir Chemicals', 'Ben', 'Qualify', 60_000, '2024-04-20', 20] as const

export const examples: readonly Example[] = [
  {
    about: 'Due within 30 days and still in the initial stage; the deal due in exactly 30 days is in a late stage.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf },
    result: [labels, d6],
    figures: 'golden fixture of ten deals: early closers D6 only',
  },
  {
    about: 'Without a Stages table the probabilities order the stages, and the first third of them is initial.',
    given: { deals: tenDeals },
    args: { as_of: asOf },
    result: [labels, d6],
    figures: 'golden fixture of ten deals: early closers D6 only; by hand: Qualify 10%, Proposal 50%, Negotiate 80%',
  },
  {
    about: 'With other stages marked as initial; the last of the 30 days counts.',
    given: {
      deals: tenDeals,
      stages: [
        ['Stage', 'Order', 'Type', 'Initial'],
        ['Qualify', 1, 'open', false],
        ['Proposal', 2, 'open', true],
        ['Negotiate', 3, 'open', true],
      ],
    },
    args: { as_of: asOf },
    result: [labels, ['D7', 'Cooling loop', 'Ginkgo Dairy', 'Ben', 'Negotiate', 80_000, '2024-04-30', 30]],
    figures: 'by hand: of the deals in Proposal and Negotiate D7 is due on day 30, D9 later, D5 is overdue',
  },
  {
    about: 'Only the largest one, where several stages count as initial.',
    given: {
      deals: tenDeals,
      stages: [
        ['Stage', 'Order', 'Type', 'Initial'],
        ['Qualify', 1, 'open', true],
        ['Proposal', 2, 'open', true],
        ['Negotiate', 3, 'open', true],
      ],
    },
    args: { as_of: asOf, top: 1 },
    result: [labels, ['D7', 'Cooling loop', 'Ginkgo Dairy', 'Ben', 'Negotiate', 80_000, '2024-04-30', 30]],
    figures: 'by hand: D7 80,000 is larger than D6 60,000',
  },
  {
    about: 'Fewer days: 19 are one too few for D6.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf, days: 19, mode: 'count' },
    result: [['Deals'], [0]],
    figures: 'by hand: D6 is due in 20 days',
  },
  {
    about: 'What the early closers are worth, by a setting of 20 days.',
    given: { deals: tenDeals, stages: tenDealStages },
    args: { as_of: asOf, mode: 'value' },
    settings: { early_days: 20 },
    result: [['Value'], [60_000]],
    figures: 'by hand: D6 is due in 20 days',
  },
  {
    about: 'Where nothing tells the order of the stages there is no answer.',
    given: {
      deals: [
        ['Deal ID', 'Status', 'Stage', 'Close date'],
        ['A1', 'open', 'Blue', '2024-04-10'],
        ['A2', 'open', 'Green', '2024-04-10'],
      ],
    },
    args: { as_of: asOf },
    result: { error: 'The order of the stages is not known' },
    figures: 'by hand: neither names nor probabilities nor a Stages table order Blue and Green',
  },
]
