import { describe, expect, test } from '@jest/globals'
import { dayOf, isoDay } from '#core/cells/day'
import { periodAround, periodFrom, readPeriod, type FiscalCalendar } from '#core/dataset/period'

const calendar: FiscalCalendar = { asOf: dayOf(2026, 11, 2), startMonth: 1, namedBy: 'end', weeks: null }
const july: FiscalCalendar = { ...calendar, startMonth: 7 }

const bounds = (text: string, by: FiscalCalendar = calendar): string => {
  const { start, end } = readPeriod(text, by)
  return `${isoDay(start)}/${isoDay(end)}`
}

describe('readPeriod (P1)', () => {
  test.each([
    ['2026', '2026-01-01/2026-12-31'],
    ['2026-Q2', '2026-04-01/2026-06-30'],
    ['2026-q2', '2026-04-01/2026-06-30'],
    ['2026-03', '2026-03-01/2026-03-31'],
    ['2026-W14', '2026-03-30/2026-04-05'],
    ['YTD', '2026-01-01/2026-11-02'],
    ['QTD', '2026-10-01/2026-11-02'],
    ['MTD', '2026-11-01/2026-11-02'],
    ['L90D', '2026-08-05/2026-11-02'],
    ['N30D', '2026-11-02/2026-12-02'],
    ['2026-01-15/2026-02-20', '2026-01-15/2026-02-20'],
    ['2026-01-15', '2026-01-15/2026-01-15'],
  ])('%s is %s', (text, expected) => {
    expect(bounds(text)).toBe(expected)
  })

  test.each([
    ['FY2026', '2025-07-01/2026-06-30'],
    ['FY26-Q1', '2025-07-01/2025-09-30'],
    ['2026-Q1', '2026-01-01/2026-03-31'],
    ['YTD', '2026-07-01/2026-11-02'],
    ['QTD', '2026-10-01/2026-11-02'],
  ])('with a fiscal year from July, named by its end, %s is %s', (text, expected) => {
    expect(bounds(text, july)).toBe(expected)
  })

  test('named by its start, FY2026 begins in 2026 (P1)', () => {
    expect(bounds('FY2026', { ...july, namedBy: 'start' })).toBe('2026-07-01/2027-06-30')
  })

  test.each(['', 'soon', '2026-Q5', '2026-13', '2026-W54', 'L0', '2026-02-30', 'FY'])('refuses %j', (text) => {
    expect(() => readPeriod(text, calendar)).toThrow(/is not understood/)
  })

  test('two days the wrong way round are written the right way in the error', () => {
    expect(() => readPeriod('2026-03-01/2026-01-01', calendar)).toThrow(
      'Period "2026-03-01/2026-01-01" ends before it begins. Write 2026-01-01/2026-03-01.',
    )
  })
})

describe('periods around a day', () => {
  test('quarters are fiscal when the year starts in July', () => {
    expect(periodAround(dayOf(2026, 8, 15), 'quarter', july).label).toBe('FY2027-Q1')
    expect(periodAround(dayOf(2026, 8, 15), 'quarter', calendar).label).toBe('2026-Q3')
  })

  test('periodFrom steps over year ends in both directions', () => {
    expect(periodFrom(dayOf(2026, 11, 2), 1, 'quarter', calendar).label).toBe('2027-Q1')
    expect(periodFrom(dayOf(2026, 2, 2), -1, 'month', calendar).label).toBe('2026-01')
    expect(periodFrom(dayOf(2026, 1, 2), -2, 'month', calendar).label).toBe('2025-11')
  })
})
