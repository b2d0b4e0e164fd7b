import type { Example } from './example.ts'

const labels = ['Period', 'Kind', 'Plan', 'Actual or new target', 'Change']
const weights = '6,7,9,8,8,9,5,5,9,10,11,13'
const plan = [6, 7, 9, 8, 8, 9, 5, 5, 9, 10, 11, 13]
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const actuals = [5.5, 6.2, 8]

export const examples: readonly Example[] = [
  {
    about: 'A first quarter of 19.7 against 22: every month to come is lifted by the same share.',
    given: {},
    args: { total: 100, actuals: '5.5,6.2,8', weights, periods: months.join(',') },
    result: [
      labels,
      ...months.map((month, i) => {
        const [planned = 0, actual] = [plan[i], actuals[i]]
        if (actual !== undefined) return [month, 'Actual', planned, actual, actual / planned - 1]
        return [month, 'Target', planned, (planned * 80.3) / 78, 80.3 / 78 - 1]
      }),
    ],
    figures:
      'worked example of the target model: the missing 2.3 lifts each remaining month by 2.95% (8.0 → 8.236), total unchanged; 80.3 ÷ 78 = 1.02949',
  },
  {
    about: 'In whole steps the total stays exact.',
    given: {},
    args: { total: 10, actuals: '1', weights: '1,1,1,1', step: 1 },
    result: [
      labels,
      ['Period 1', 'Actual', 2.5, 1, -0.6],
      ['Period 2', 'Target', 2.5, 3, 0.2],
      ['Period 3', 'Target', 2.5, 3, 0.2],
      ['Period 4', 'Target', 2.5, 3, 0.2],
    ],
    figures: 'by hand: 9 left for three periods',
  },
  {
    about: 'Where the total is passed already, nothing is left to reach, and the surplus is shown.',
    given: {},
    args: { total: 10, actuals: '12', weights: '1,1' },
    result: [
      labels,
      ['Period 1', 'Actual', 5, 12, 1.4],
      ['Period 2', 'Target', 5, 0, -1],
      ['Beyond the total', 'Surplus', null, 2, null],
    ],
    figures: 'by hand: 12 − 10',
  },
  {
    about: 'When all periods are over nothing can be moved.',
    given: {},
    args: { total: 10, actuals: '2,3', weights: '1,1' },
    result: { error: 'All 2 periods are over, so there is none left to move the rest to.' },
    figures: 'by hand',
  },
]
