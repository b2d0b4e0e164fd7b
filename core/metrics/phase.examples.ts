import type { Example } from './example.ts'

const labels = ['Period', 'Weight', 'Target']
const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`)

/** One row for each month of 2026. */
const byMonth = (shares: readonly number[], targets: readonly number[]) => [
  labels,
  ...months.map((month, i) => [month, shares[i] ?? 0, targets[i] ?? 0]),
]

const fourFourFive = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5]
const seasonal = [6, 7, 9, 8, 8, 9, 5, 5, 9, 10, 11, 13]
const workdaysOf2026 = [22, 20, 22, 22, 21, 22, 23, 21, 22, 22, 21, 23]

export const examples: readonly Example[] = [
  {
    about: 'A million by weeks (4-4-5), in steps of 100.',
    given: {},
    args: { total: 1_000_000, weights: '445', step: 100, year: 2026 },
    result: byMonth(
      fourFourFive.map((weeks) => weeks / 52),
      fourFourFive.map((weeks) => (weeks === 5 ? 96_200 : 76_900)),
    ),
    figures: 'worked example of the target model: 76,900 / 76,900 / 96,200 four times, which is exactly 1,000,000',
  },
  {
    about: 'Weights of its own, such as those of the season.',
    given: {},
    args: { total: 100_000_000, weights: '6,7,9,8,8,9,5,5,9,10,11,13', year: 2026 },
    result: byMonth(
      seasonal.map((weight) => weight / 100),
      seasonal.map((weight) => weight * 1e6),
    ),
    figures: 'worked example of the target model: €6m … €13m; the weights add up to 100',
  },
  {
    about: 'By the workdays of the year.',
    given: {},
    args: { total: 261_000, weights: 'workdays', year: 2026 },
    result: byMonth(
      workdaysOf2026.map((days) => days / 261),
      workdaysOf2026.map((days) => days * 1_000),
    ),
    figures: 'Python: numpy.busday_count of each month of 2026; they add up to 261',
  },
  {
    about: 'The season of two past years; each year counts the same, whatever its size.',
    given: {},
    args: {
      total: 1_200,
      history: '1,1,1,1,1,1,1,1,1,1,1,1,20,0,10,10,10,10,10,10,10,10,10,10',
      year: 2026,
    },
    result: byMonth(
      [1.5 / 12, 0.5 / 12, ...new Array<number>(10).fill(1 / 12)],
      [150, 50, ...new Array<number>(10).fill(100)],
    ),
    figures:
      'by hand: shares of a twelfth in the first year; 20, 0 and 10 of 120 in the second; means 1.5, 0.5 and 1 twelfths',
  },
  {
    about: 'A quarter that was set by hand keeps its sum, and its months their weights.',
    given: {},
    args: { total: 1_300, weights: '445', quarters: ',260,,', step: 1, year: 2026 },
    result: byMonth(
      fourFourFive.map((weeks) => weeks / 52),
      [107, 107, 133, 80, 80, 100, 107, 107, 133, 107, 106, 133],
    ),
    figures:
      'by hand: 260 by 4, 4 and 5 of 13 are 80, 80, 100; the other 1,040 by 4, 4, 5 of 39: 106⅔, 106⅔, 133⅓; rounded down they leave 5 steps, for the first five of the six remainders of ⅔',
  },
  {
    about: 'Periods other than months have numbers.',
    given: {},
    args: { total: 10, weights: '1,1,1', step: 1 },
    result: [labels, ['Period 1', 1 / 3, 4], ['Period 2', 1 / 3, 3], ['Period 3', 1 / 3, 3]],
    figures: 'by hand: 3⅓ each, and the one step left over goes to the first',
  },
  {
    about: 'Weights must not be negative.',
    given: {},
    args: { total: 10, weights: '1,-1' },
    result: { error: 'weights: number 2 is -1; write 0 or more.' },
    figures: 'by hand',
  },
]
