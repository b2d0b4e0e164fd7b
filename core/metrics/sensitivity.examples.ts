import type { Example } from './example.ts'
import { hundredMillion, paramGrid } from './examples/whitepaper.ts'

const labels = [
  'Parameter',
  'Name',
  'When lower',
  'When higher',
  'Change when lower',
  'Change when higher',
  'Binding constraint',
]
const [upByTenth, downByTenth] = [1 / 0.9, 1 / 1.1]
const { target, avg_deal, win_rate, meeting_rate, progress_meetings } = hundredMillion
const given = { params: paramGrid({ target, avg_deal, win_rate, meeting_rate, progress_meetings }) }

export const examples: readonly Example[] = [
  {
    about: 'A tenth less or more of each parameter, and the opportunities that it takes.',
    given,
    args: { output: 'opportunities' },
    result: [
      labels,
      ['avg_deal', 'Average won deal', 8_000 * upByTenth, 8_000 * downByTenth, upByTenth - 1, downByTenth - 1, ''],
      ['win_rate', 'Win rate', 8_000 * upByTenth, 8_000 * downByTenth, upByTenth - 1, downByTenth - 1, ''],
      ['target', 'Sales target', 7_200, 8_800, -0.1, 0.1, ''],
    ],
    figures:
      'worked example of the target model: +11.1% / −9.1% for the average deal and the win rate, ±10% for the target',
  },
  {
    about: 'By a step of half: twice as many deals of half the size.',
    given: { params: paramGrid({ target: 1_000, avg_deal: 10, win_rate: 0.5 }) },
    args: { output: 'deals', step: 0.5 },
    result: [
      labels,
      ['avg_deal', 'Average won deal', 200, 100 / 1.5, 1, 1 / 1.5 - 1, ''],
      ['target', 'Sales target', 50, 150, -0.5, 0.5, ''],
    ],
    figures: 'by hand: 1,000 ÷ 5, 1,000 ÷ 15; 500 ÷ 10, 1,500 ÷ 10',
  },
  {
    about: 'By the standard error of the history that each comes from.',
    given: {
      params: [
        ['Parameter', 'Value', 'n', 'Standard error', 'Version'],
        ['target', 1_000, null, null, null],
        ['avg_deal', 10, 20, 2, null],
        ['win_rate', 0.5, 40, 0.1, null],
      ],
    },
    args: { output: 'opportunities', by_error: true, params_version: 'plan' },
    result: [
      labels,
      ['avg_deal', 'Average won deal', 250, 1_000 / 6, 0.25, 1 / 1.2 - 1, ''],
      ['win_rate', 'Win rate', 250, 1_000 / 6, 0.25, 1 / 1.2 - 1, ''],
    ],
    figures: 'by hand: 200 opportunities; 1,000 ÷ 8 ÷ 0.5 and 1,000 ÷ 12 ÷ 0.5; 100 ÷ 0.4 and 100 ÷ 0.6',
  },
  {
    about: 'Two parameters at once: opportunities by win rate and average deal.',
    given,
    args: {
      output: 'opportunities',
      down: 'win_rate',
      down_values: '0.2,0.25',
      across: 'avg_deal',
      across_values: '40000,50000,80000',
    },
    result: [
      ['win_rate', 'avg_deal 40000', 'avg_deal 50000', 'avg_deal 80000'],
      [0.2, 12_500, 10_000, 6_250],
      [0.25, 10_000, 8_000, 5_000],
    ],
    figures: 'by hand: 100m ÷ 40,000 ÷ 0.2 = 12,500 and so on',
  },
]
