import type { Example } from './example.ts'

const labels = ['Period', 'Start', 'End', 'Weeks', 'Workdays']

export const examples: readonly Example[] = [
  {
    about: 'The quarters of a calendar year.',
    given: {},
    args: { year: 2024, grain: 'quarter' },
    result: [
      labels,
      ['2024-Q1', '2024-01-01', '2024-03-31', 13, 65],
      ['2024-Q2', '2024-04-01', '2024-06-30', 13, 65],
      ['2024-Q3', '2024-07-01', '2024-09-30', 92 / 7, 66],
      ['2024-Q4', '2024-10-01', '2024-12-31', 92 / 7, 66],
    ],
    figures: 'Python: days with weekday() < 5 counted one by one',
  },
  {
    about: 'Holidays are no workdays; one on a Saturday takes none away.',
    given: {},
    args: { year: 2024, grain: 'quarter', holidays: '2024-01-01, 2024-04-01, 2024-05-01, 2024-12-25, 2024-12-28' },
    result: [
      labels,
      ['2024-Q1', '2024-01-01', '2024-03-31', 13, 64],
      ['2024-Q2', '2024-04-01', '2024-06-30', 13, 63],
      ['2024-Q3', '2024-07-01', '2024-09-30', 92 / 7, 66],
      ['2024-Q4', '2024-10-01', '2024-12-31', 92 / 7, 65],
    ],
    figures: 'Python: days with weekday() < 5 that are no holiday counted one by one',
  },
  {
    about: 'The months of the fiscal year that holds the as-of day, where it begins in July.',
    given: {},
    args: {},
    settings: { fiscal_start_month: 7, as_of: '2024-03-31' },
    result: [
      labels,
      ['2023-07', '2023-07-01', '2023-07-31', 31 / 7, 21],
      ['2023-08', '2023-08-01', '2023-08-31', 31 / 7, 23],
      ['2023-09', '2023-09-01', '2023-09-30', 30 / 7, 21],
      ['2023-10', '2023-10-01', '2023-10-31', 31 / 7, 22],
      ['2023-11', '2023-11-01', '2023-11-30', 30 / 7, 22],
      ['2023-12', '2023-12-01', '2023-12-31', 31 / 7, 21],
      ['2024-01', '2024-01-01', '2024-01-31', 31 / 7, 23],
      ['2024-02', '2024-02-01', '2024-02-29', 29 / 7, 21],
      ['2024-03', '2024-03-01', '2024-03-31', 31 / 7, 21],
      ['2024-04', '2024-04-01', '2024-04-30', 30 / 7, 22],
      ['2024-05', '2024-05-01', '2024-05-31', 31 / 7, 23],
      ['2024-06', '2024-06-01', '2024-06-30', 30 / 7, 20],
    ],
    figures: 'Python: days with weekday() < 5 counted one by one',
  },
  {
    about: 'The year as one period.',
    given: {},
    args: { year: 2024, grain: 'year' },
    result: [labels, ['2024', '2024-01-01', '2024-12-31', 366 / 7, 262]],
    figures: 'Python: days with weekday() < 5 counted one by one',
  },
]
