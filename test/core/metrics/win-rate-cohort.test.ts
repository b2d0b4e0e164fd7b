import { describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { winRateCohort } from '#core/metrics/win-rate-cohort'
import { ask, cells, notes, reasons, table } from './ask.ts'

const header = 'Deal ID, Status, Created, Close date'
const keys = ['cohort', 'created', 'won', 'rate', 'matured'] as const

describe('WIN_RATE_COHORT', () => {
  test('cohorts are the periods of a year of weeks, and end where those end (P6)', () => {
    const deals = table(header, ['A', 'Won', '2024-01-28', '2024-02-01'], ['B', 'Open', '2024-01-29', null])
    const weeks = { calendar: '445' }
    expect(cells(ask(winRateCohort, { deals }, { window_days: 35 }, weeks), ...keys)).toEqual([
      ['FY2024-P01', 1, 1, 1, 'yes'],
      ['FY2024-P02', 1, 0, 0, 'yes'],
    ])
    expect(cells(ask(winRateCohort, { deals }, { window_days: 36 }, weeks), 'matured')).toEqual([['yes'], ['no']])
  })

  test('the last day of the window counts, the day after not', () => {
    const deals = table(
      header,
      ['A', 'Won', '2023-01-01', '2023-01-31'],
      ['B', 'Won', '2023-01-01', '2023-02-01'],
      ['C', 'Lost', '2023-01-01', '2023-01-10'],
      ['D', 'Open', '2023-01-31 15:00', null],
    )
    expect(cells(ask(winRateCohort, { deals }, { window_days: 30 }), ...keys)).toEqual([['2023-01', 4, 1, 0.25, 'yes']])
  })

  test('a month is matured when its last day has had its window, and not a day before', () => {
    const deals = table(header, ['A', 'Won', '2024-02-01', '2024-02-02'])
    const ofDay = (asOf: string) => cells(ask(winRateCohort, { deals }, { window_days: 30, as_of: asOf }), 'rate')
    expect(ofDay('2024-03-30')).toEqual([[1]])
    expect(ofDay('2024-03-29')).toEqual([[null]])
    expect(reasons(ask(winRateCohort, { deals }, { window_days: 90 }))).toEqual([
      'Not every deal of this month has had 90 days yet.',
    ])
  })

  test('months of two years stay apart, months without a deal are not listed', () => {
    const deals = table(
      header,
      ['A', 'Won', '2022-12-31', '2023-01-02'],
      ['B', 'Lost', '2021-12-01', '2023-01-02'],
      ['C', 'Open', '2023-01-01', null],
    )
    expect(cells(ask(winRateCohort, { deals }), 'cohort', 'created')).toEqual([
      ['2021-12', 1],
      ['2022-12', 1],
      ['2023-01', 1],
    ])
  })

  test('a deal won before it was created counts and is said; dates that are missing are said', () => {
    const deals = table(
      header,
      ['A', 'Won', '2023-03-10', '2023-03-05'],
      ['B', 'Won', '2023-03-10', null],
      ['C', 'Won', null, '2023-03-05'],
    )
    const answer = ask(winRateCohort, { deals })
    expect(cells(answer, ...keys)).toEqual([['2023-03', 2, 1, 0.5, 'yes']])
    expect(notes(answer)).toEqual([
      'Deals without a creation date, which are in no cohort: 1.',
      'Deals won before the day they were created, which count as won in the window: 1. Correct the dates.',
      'Won deals without a close date, which do not count as won in the window: 1.',
    ])
  })

  test('with no deal created in the period the list is empty', () => {
    expect(cells(ask(winRateCohort, { deals: tenDeals }, { period: '2020' }), 'cohort')).toEqual([])
  })

  test.each([0, -1, 30.5])('refuses window_days=%s', (days) => {
    expect(cells(ask(winRateCohort, { deals: tenDeals }, { window_days: days }))).toMatch(/^argument: window_days is/)
  })
})
