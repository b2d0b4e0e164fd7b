import type { Example } from './example.ts'

const labels = ['Product', 'Share at list', 'Margin at list', 'Discount ceiling', 'Volume to keep margin']

export const examples: readonly Example[] = [
  {
    about: 'Which discount is the highest at which 60% at list prices still leave 50%?',
    given: {},
    args: { margins: 0.6, target: 0.5 },
    result: [labels, ['All', 1, 0.6, 0.2, 0.5]],
    figures: 'worked example of the target model: ceiling 20%; by hand: 0.2 ÷ (0.6 − 0.2) = 50% more volume',
  },
  {
    about: 'Three products: the same discount on all of them, and that of each alone.',
    given: {},
    args: { margins: '65%,55%,40%', target: 0.5, shares: '50%,30%,20%', products: 'Pumps,Filters,Service' },
    result: [
      labels,
      ['All', 1, 0.57, 0.14, 0.14 / 0.43],
      ['Pumps', 0.5, 0.65, 0.3, 0.3 / 0.35],
      ['Filters', 0.3, 0.55, 0.1, 0.1 / 0.45],
      ['Service', 0.2, 0.4, -0.2, -0.2 / 0.6],
    ],
    figures:
      'worked example of the target model: 57% at list, ceiling 14%; by hand: (0.65 − 0.5) ÷ 0.5 = 0.3, 0.05 ÷ 0.5 = 0.1, −0.1 ÷ 0.5 = −0.2: the price of Service has to rise by a fifth',
  },
  {
    about: 'A margin is a share.',
    given: {},
    args: { margins: 60, target: 0.5 },
    result: { error: 'margins is 60; write it as a share of 1, such as 0.5 for 50%.' },
    figures: 'by hand',
  },
]
