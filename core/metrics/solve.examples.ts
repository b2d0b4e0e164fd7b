import type { Example } from './example.ts'
import { hundredMillion, paramGrid, sellingCost } from './examples/whitepaper.ts'

const labels = ['Parameter', 'Value', 'Found', 'Method', 'Residual', 'Binding constraint', 'Why not', 'What would help']
const whole = { params: paramGrid({ ...hundredMillion, ...sellingCost }) }

export const examples: readonly Example[] = [
  {
    about: 'Which share of meetings has to be virtual if selling may cost 10% of 100m?',
    given: whole,
    args: { unknown: 'virtual_share' },
    result: [labels, ['virtual_share', 57.5 / 95, 'yes', 'closed form', 0, 'selling cost', '', '']],
    figures: 'worked example of the target model: v ≥ 60.5%; (120 − 62.5) ÷ 95 = 0.60526',
  },
  {
    about: 'Which discount is the highest for a margin of 50%?',
    given: { params: paramGrid({ ...hundredMillion, list_margin: 0.6, margin_target: 0.5 }) },
    args: { unknown: 'discount' },
    result: [labels, ['discount', 0.2, 'yes', 'bisection', 0, 'margin', '', '']],
    figures: 'worked example of the target model: g0 60%, G 50% → ceiling 20%',
  },
  {
    about:
      'How many meetings per seller and month does it take with deals of another size? Which size, for 30 of them?',
    given: { params: paramGrid(hundredMillion) },
    args: { unknown: 'avg_deal', output: 'meetings_per_seller_month', goal: 30 },
    result: [labels, ['avg_deal', (50_000 * 40_000) / (30 * 94 * 11), 'yes', 'closed form', 0, '', '', '']],
    figures: 'by hand: meetings are inverse to the average deal, so 50,000 × 38.685 ÷ 30 = 64,475',
  },
  {
    about: 'Within bounds; where nothing in them does, the nearest value and what is missing.',
    given: { params: paramGrid({ ...hundredMillion, capacity: 30 }) },
    args: { unknown: 'win_rate', upper: 0.3 },
    result: [
      labels,
      [
        'win_rate',
        0.3,
        'nearest',
        'closed form',
        40_000 / 1.2 / 94 / 11 - 30,
        'capacity',
        'No win_rate within its bounds meets the capacity constraint: at 0.3 the meetings per ramped seller and selling month would be 32.2373, the limit is 30.',
        'higher meetings a seller can hold, higher average won deal, higher ramped sellers, higher selling months, lower progress meetings per opportunity, higher opportunities per first meeting',
      ],
    ],
    figures:
      'by hand: 25% ÷ 30% of 38.685 meetings are 32.2, 2.2 more than 30; a tenth more of the limit is worth 3, of the average deal, sellers or months 32.2 ÷ 11 = 2.9, of progress meetings 1.6, of the meeting rate 1.5',
  },
  {
    about: 'A segment is named before its parameter; both bounds narrow what it can be.',
    given: {
      params: paramGrid({
        target: 1_000,
        avg_deal: 10,
        'A.mix': 0.5,
        'A.win_rate': 0.5,
        'B.mix': 0.5,
        'B.win_rate': 0.25,
      }),
    },
    args: {
      unknown: 'B.win_rate',
      output: 'opportunities',
      goal: 200,
      lower: 0.1,
      upper: 0.9,
      params_version: 'current',
    },
    result: [labels, ['B.win_rate', 0.5, 'yes', 'closed form', 0, '', '', '']],
    figures: 'by hand: 50 deals each; A takes 100 opportunities, so B may take 100: 50 ÷ 100',
  },
]
