import type { Example } from './example.ts'
import { asOf, tenDeals } from './examples/ten-deals.ts'

const labels = [
  'Outcome',
  'Deal ID',
  'Deal',
  'Account',
  'Owner',
  'Stage',
  'Value',
  'Closed',
  'Days from opening',
  'Reason',
  'Competitor',
]

export const examples: readonly Example[] = [
  {
    about: 'February: one deal won, one lost.',
    given: { deals: tenDeals },
    args: { period: '2024-02', as_of: asOf },
    result: [
      labels,
      ['Won', 'D2', 'Service contract', 'Birch Foods', 'Anna', 'Won', 30_000, '2024-02-20', 72, null, null],
      ['Lost', 'D3', 'Mixer refit', 'Cedar Paper', 'Ben', 'Lost', 40_000, '2024-02-01', 119, null, null],
    ],
    figures: 'by hand from the fixture: 10 December to 20 February is 72 days, 5 October to 1 February 119',
  },
  {
    about: 'Only the lost deals of the quarter, the largest first.',
    given: { deals: tenDeals },
    args: { period: '2024-Q1', as_of: asOf, outcome: 'lost' },
    result: [
      labels,
      ['Lost', 'D3', 'Mixer refit', 'Cedar Paper', 'Ben', 'Lost', 40_000, '2024-02-01', 119, null, null],
      ['Lost', 'D4', 'Valve survey', 'Dogwood Energy', 'Ben', 'Lost', 0, '2024-01-20', 10, null, null],
    ],
    figures: 'by hand from the fixture',
  },
  {
    about: 'A deal that was closed before it was created has no days.',
    given: { deals: tenDeals },
    args: { period: '2024-03', as_of: asOf, outcome: 'won' },
    result: [
      labels,
      ['Won', 'D10', 'Tank farm upgrade', 'Juniper Ports', 'Ben', 'Won', 70_000, '2024-03-05', null, null, null],
    ],
    figures: 'golden fixture of ten deals: D10 was closed five days before it was created',
  },
]
