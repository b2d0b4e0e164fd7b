import type { Example } from './example.ts'

const labels = ['Period', 'Start', 'End']

export const examples: readonly Example[] = [
  {
    about: 'The quarter of a date, where the fiscal year is the calendar year.',
    given: {},
    args: { date: '2024-05-15' },
    result: [labels, ['2024-Q2', '2024-04-01', '2024-06-30']],
    figures: 'by hand: April to June',
  },
  {
    about: 'A fiscal year that begins in July has the name of the year it ends in.',
    given: {},
    args: { date: '2024-05-15', grain: 'quarter' },
    settings: { fiscal_start_month: 7 },
    result: [labels, ['FY2024-Q4', '2024-04-01', '2024-06-30']],
    figures: 'by hand: July 2023 to June 2024 is FY2024, and April to June its last quarter',
  },
  {
    about: 'The same year, named after the year it begins in.',
    given: {},
    args: { date: '2024-05-15', grain: 'year' },
    settings: { fiscal_start_month: 7, fiscal_name: 'start' },
    result: [labels, ['FY2023', '2023-07-01', '2024-06-30']],
    figures: 'by hand: July 2023 to June 2024',
  },
  {
    about: 'The first days of January can lie in a week of the year before.',
    given: {},
    args: { date: '2027-01-03', grain: 'week' },
    result: [labels, ['2026-W53', '2026-12-28', '2027-01-03']],
    figures: 'Python: date(2027, 1, 3).isocalendar() is (2026, 53, 7)',
  },
  {
    about: 'The month of a date.',
    given: {},
    args: { date: '2024-02-29', grain: 'month' },
    result: [labels, ['2024-02', '2024-02-01', '2024-02-29']],
    figures: 'by hand: 2024 is a leap year',
  },
  {
    about: 'The last period of a retail year of 53 weeks, which has the last week in addition.',
    given: {},
    args: { date: '2024-02-03', grain: 'month' },
    settings: { calendar: '454', fiscal_start_month: 2, fiscal_name: 'start', week_start: 'sunday' },
    result: [labels, ['FY2023-P12', '2023-12-31', '2024-02-03']],
    figures:
      'by hand: the Sundays nearest to 1 February are 2023-01-29 and 2024-02-04, 53 weeks apart; periods 1 to 11 have 4+5+4+4+5+4+4+5+4+4+5 = 48 weeks, the last one 53 − 48 = 5',
  },
]
