import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const labels = ['Stage', 'Actual', 'Required', 'Index', 'Short by']
const stages = [
  ['Stage', 'Order', 'Type', 'Probability', 'Target days'],
  ['Qualify', 1, 'open', 0.1, 15.2],
  ['Proposal', 2, 'open', 0.5, 30.4],
  ['Negotiate', 3, 'open', 0, 20],
]

export const examples: readonly Example[] = [
  {
    about: 'Two wins a month: with half a month in the first stage and one in ten won, ten deals have to be in it.',
    given: { deals: tenDeals, stages },
    args: { as_of: asOf, wins: 2 },
    result: [labels, ['Qualify', 2, 10, 0.2, 8], ['Proposal', 2, 4, 0.5, 2], ['Negotiate', 1, null, null, null]],
    figures:
      'golden fixture of ten deals: D6 and D8 in Qualify, D5 and D9 in Proposal, D7 in Negotiate; by hand: 2 × 0.5 ÷ 0.1, 2 × 1 ÷ 0.5; nothing can be divided by 0',
  },
  {
    about: 'With conversions and days as they were measured.',
    given: { deals: tenDeals, stages },
    args: { as_of: asOf, wins: 1, conversions: '0.25,0.5,0.8', days: '30.4,15.2,24.32' },
    result: [labels, ['Qualify', 2, 4, 0.5, 2], ['Proposal', 2, 1, 2, 0], ['Negotiate', 1, 1, 1, 0]],
    figures: 'by hand: 1 ÷ 0.25, 0.5 ÷ 0.5, 0.8 ÷ 0.8',
  },
]
