import type { Example } from './example.ts'

const labels = ['Driver', 'Before', 'After', 'Effect', 'Share of the change']

/** 1,000 became 1,452: L = 452 ÷ ln 1.452. */
const mean = 452 / Math.log(1.452)

export const examples: readonly Example[] = [
  {
    about: 'More meetings, a better win rate, the same deals: what brought the difference?',
    given: {},
    args: { before: '10,2,50', after: '11,2.64,50', drivers: 'Meetings,Won per ten,Deal size' },
    result: [
      labels,
      ['Meetings', 10, 11, mean * Math.log(1.1), (mean * Math.log(1.1)) / 452],
      ['Won per ten', 2, 2.64, mean * Math.log(1.32), (mean * Math.log(1.32)) / 452],
      ['Deal size', 50, 50, 0, 0],
      ['Total', 1_000, 1_452, 452, 1],
    ],
    figures: 'by hand: 11 × 2.64 × 50 = 1,452; ln 1.1 + ln 1.32 = ln 1.452, so the effects add up to 452',
  },
  {
    about: 'Where a factor was 0, the mean over the two orders.',
    given: {},
    args: { before: '0,10', after: '4,20' },
    result: [labels, ['Driver 1', 0, 4, 60, 0.75], ['Driver 2', 10, 20, 20, 0.25], ['Total', 0, 80, 80, 1]],
    figures:
      'by hand: first alone 0 → 40, after the second 0 → 80, mean 60; second alone 0, after the first 40, mean 20',
  },
  {
    about: 'As many values after as before.',
    given: {},
    args: { before: '1,2', after: '1' },
    result: { error: 'after has 1 values for 2 rows; give one for each, blank where there is none.' },
    figures: 'by hand',
  },
]
