import type { Example } from './example.ts'

const labels = ['Margin per month', 'Months to pay back']

export const examples: readonly Example[] = [
  {
    about: 'A customer who cost 12,000 and brings 1,500 a month at a margin of 80%.',
    given: {},
    args: { cac: 12_000, revenue: 1_500, margin: 0.8 },
    result: [labels, [1_200, 10]],
    figures: 'by hand: 12,000 ÷ (1,500 × 0.8) = 10',
  },
  {
    about: 'At a loss it is never paid back.',
    given: {},
    args: { cac: 12_000, revenue: 1_500, margin: -0.05 },
    result: [labels, [-75, 'never']],
    figures: 'by hand: every month costs another 75',
  },
]
