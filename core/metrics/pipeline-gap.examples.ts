import type { Example } from './example.ts'
import { asOf, tenDeals, tenDealTargets } from './examples/ten-deals.ts'

const labels = ['Target', 'Won', 'Expected from open', 'Gap', 'Win rate in time', 'Pipeline to create']
const given = { deals: tenDeals, targets: tenDealTargets }

export const examples: readonly Example[] = [
  {
    about: 'The next quarter: what has to be created in its 91 days, at the pace in which deals were won.',
    given,
    args: { period: '2024-Q2', as_of: asOf },
    result: [labels, [200_000, 0, 70_000, 130_000, 35 / 364, 1_352_000]],
    figures:
      'by hand: D6 6,000 + D7 64,000; D1 took 75 days and D2 72, so a deal can begin on 16 and 19 of 91 days: 35 ÷ 91 ÷ 4 closed deals (D10 was closed before it was created); 130,000 × 364 ÷ 35',
  },
  {
    about: 'With a win rate that is given.',
    given,
    args: { period: '2024-Q2', as_of: asOf, win_rate: 0.25 },
    result: [labels, [200_000, 0, 70_000, 130_000, 0.25, 520_000]],
    figures: 'by hand: 130,000 ÷ 25%',
  },
  {
    about: 'By owner; only the last 30 days of history, in which nobody won a deal created before.',
    given: {
      deals: tenDeals,
      targets: [
        ['Metric', 'Owner', 'Period', 'Value'],
        ['sales', 'Anna', '2024-Q2', 90_000],
        ['sales', 'Ben', '2024-Q2', 60_000],
      ],
    },
    args: { period: '2024-Q2', as_of: asOf, by: 'owner', lookback: 30 },
    result: [
      ['Owner', ...labels],
      ['Anna', 90_000, 0, 0, 90_000, null, null],
      ['Ben', 60_000, 0, 70_000, 0, null, 0],
    ],
    figures:
      'by hand: D10, the only deal closed in March, was closed before it was created; Ben’s open deals promise 70,000',
  },
  {
    about: 'On the last day of a quarter nothing more can be created in time.',
    given,
    args: { as_of: asOf },
    result: [labels, [180_000, 150_000, 50_000, 0, null, 0]],
    figures:
      'golden fixture of ten deals: won 150,000; by hand: D5 is overdue and counts with 50,000, so nothing is missing',
  },
]
