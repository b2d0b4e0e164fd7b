import type { Example } from './example.ts'

const labels = ['Product', 'Margin', 'Mix today', 'Mix needed', 'Shift']

export const examples: readonly Example[] = [
  {
    about: 'Of two products, 58% and 42%, half has to be the first for 50%.',
    given: {},
    args: { margins: '0.58,0.42', target: 0.5 },
    result: [
      labels,
      ['Product 1', 0.58, null, 0.5, null],
      ['Product 2', 0.42, null, 0.5, null],
      ['All', 0.5, null, 1, null],
    ],
    figures: 'worked example of the target model: at least half of net sales from the first',
  },
  {
    about: 'Three products, moved as little as possible from the mix of today.',
    given: {},
    args: { margins: '60%,50%,40%', target: 0.52, mix: '0.2,0.4,0.4', products: 'Pumps,Filters,Service' },
    result: [
      labels,
      ['Pumps', 0.6, 0.2, 0.4, 0.2],
      ['Filters', 0.5, 0.4, 0.4, 0],
      ['Service', 0.4, 0.4, 0.2, -0.2],
      ['All', 0.52, 1, 1, null],
    ],
    figures:
      'by hand: today 48%; the shift with least squares is along the margins less their mean, (0.1, 0, −0.1) × t, and brings 0.02 t = 0.04, so t = 2',
  },
  {
    about: 'Within bounds, and with a product that is twice as hard to move.',
    given: {},
    args: {
      margins: '60%,50%,40%',
      target: 0.51,
      mix: '0.2,0.4,0.4',
      lower: ',,0.35',
      upper: '0.5,,',
      stiffness: '1,2,1',
    },
    result: [
      labels,
      ['Product 1', 0.6, 0.2, 0.45, 0.25],
      ['Product 2', 0.5, 0.4, 0.2, -0.2],
      ['Product 3', 0.4, 0.4, 0.35, -0.05],
      ['All', 0.51, 1, 1, null],
    ],
    figures:
      'by hand: the third stays at its least share of 0.35; 0.6 s + 0.5 (0.65 − s) + 0.14 = 0.51 gives s = 0.45, and the second the rest',
  },
  {
    about: 'A margin above the best product’s is out of reach.',
    given: {},
    args: { margins: '0.6,0.4,0.3', target: 0.65, mix: '0.4,0.3,0.3' },
    result: {
      error: 'No mix within the bounds has a margin of 0.65; the best one has 0.6. Raise a margin or an upper bound.',
    },
    figures: 'by hand',
  },
]
