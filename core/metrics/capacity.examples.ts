import type { Example } from './example.ts'

const labels = ['Month', 'Heads', 'Ramped equivalents', 'Selling hours']

/** Mia leads; Ole has been there for long, Pia works half-time and starts in February, Rui leaves on 15 March. */
const people = [
  ['Person', 'Manager', 'Start', 'End', 'FTE', 'Hours week', 'Ramp plan'],
  ['Mia', null, '2020-01-01', null, 1, 40, null],
  ['Ole', 'Mia', '2020-01-01', null, 1, 40, 'New'],
  ['Pia', 'Mia', '2024-02-15', null, 0.5, null, 'New'],
  ['Rui', 'Mia', '2023-12-01', '2024-03-15', 1, 35, 'New'],
]
const ramp_plans = [
  ['Plan', 'Month no', 'Pct'],
  ['New', 1, '0%'],
  ['New', 2, '25%'],
  ['New', 3, '50%'],
]

export const examples: readonly Example[] = [
  {
    about: 'A quarter with somebody who joins, and somebody who leaves in the middle of a month.',
    given: { people, ramp_plans },
    args: { period: '2024-Q1', as_of: '2024-03-31' },
    result: [
      labels,
      ['2024-01', 2, 1 + 0.25, 23 * 8 + 23 * 7],
      ['2024-02', 3, 1 + 0.5, 21 * 8 + 11 * 4 + 21 * 7],
      ['2024-03', 3, 1 + 0.5 * 0.25 + 11 / 21, 21 * 8 + 21 * 4 + 11 * 7],
    ],
    figures:
      'by hand: 23, 21 and 21 workdays, 11 of them from 15 February on and 11 up to 15 March; Rui is in the second month in January, at 25%, in the third in February, at 50%, and beyond the plan in March; Pia’s first month is at 0%, her second at 25% of half a job',
  },
  {
    about: 'A tenth of the time people are away, and four tenths of the hours are for selling.',
    given: { people: people.slice(0, 3) },
    args: { period: '2024-01', as_of: '2024-03-31', absence: 0.1, selling_share: 0.4 },
    result: [labels, ['2024-01', 1, 0.9, 23 * 8 * 0.9 * 0.4]],
    figures: 'by hand: Ole, 23 workdays of 8 hours',
  },
]
