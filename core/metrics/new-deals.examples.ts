import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

export const examples: readonly Example[] = [
  {
    about: 'Opened in the first quarter: five deals; one of them is won by now, one lost, and one has no amount.',
    given: { deals: tenDeals },
    args: { period: '2024-Q1', as_of: asOf },
    result: [
      ['Deal ID', 'Deal', 'Account', 'Owner', 'Stage', 'Value', 'Created', 'Close date', 'Source'],
      ['D10', 'Tank farm upgrade', 'Juniper Ports', 'Ben', 'Won', 70_000, '2024-03-10', '2024-03-05', null],
      ['D6', 'Dosing line', 'Fir Chemicals', 'Ben', 'Qualify', 60_000, '2024-02-15', '2024-04-20', null],
      ['D9', 'Wash water reuse', 'Ivy Textiles', 'Anna', 'Proposal', 20_000, '2024-01-20', '2024-09-30', null],
      ['D4', 'Valve survey', 'Dogwood Energy', 'Ben', 'Lost', 0, '2024-01-10', '2024-01-20', null],
      ['D8', 'Spare parts frame', 'Hazel Logistics', 'Ben', 'Qualify', null, '2024-01-31', null, null],
    ],
    figures: 'golden fixture of ten deals: created in Q1 D4, D6, D8, D9, D10',
  },
]
