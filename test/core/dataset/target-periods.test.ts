import { describe, expect, test } from '@jest/globals'
import { dayOf, isoDay } from '#core/cells/day'
import type { FiscalCalendar } from '#core/dataset/period'
import { readTargetPeriods } from '#core/dataset/target-periods'
import { textsOf } from './in-columns.ts'

const calendar: FiscalCalendar = { asOf: dayOf(2026, 5, 15), startMonth: 1, namedBy: 'end', weeks: null }
const fromJuly: FiscalCalendar = { ...calendar, startMonth: 7 }

const bounds = (text: string, grain = '', within = calendar): string => {
  const { start, end } = readTargetPeriods(textsOf(text), textsOf(grain), within)
  return start.isBlank(0) && end.isBlank(0) ? 'none' : `${isoDay(start.at(0))} to ${isoDay(end.at(0))}`
}

describe('readTargetPeriods', () => {
  test.each([
    ['2026', '2026-01-01 to 2026-12-31'],
    ['2026-Q2', '2026-04-01 to 2026-06-30'],
    ['2026-02', '2026-02-01 to 2026-02-28'],
    ['FY2026-Q1', '2026-01-01 to 2026-03-31'],
    ['2026-W01', '2025-12-29 to 2026-01-04'],
  ])('%s is %s (P1)', (text, expected) => {
    expect(bounds(text)).toBe(expected)
  })

  test.each([
    ['2026-02-01', '', '2026-02-01 to 2026-02-28'],
    ['2026-02-01', 'month', '2026-02-01 to 2026-02-28'],
    ['2026-04-01', 'quarter', '2026-04-01 to 2026-06-30'],
    ['2026-01-01', 'Year', '2026-01-01 to 2026-12-31'],
    ['46054', '', '2026-02-01 to 2026-02-28'],
    ['46054.5', 'quarter', '2026-01-01 to 2026-03-31'],
    ['01.02.2026', '', '2026-02-01 to 2026-02-28'],
    ['1-Feb-2026', '', '2026-02-01 to 2026-02-28'],
  ])('a first day, %s, lasts as long as its grain says (%s): %s', (text, grain, expected) => {
    expect(bounds(text, grain)).toBe(expected)
  })

  test('a quarter or year that is given by its first day is fiscal', () => {
    expect(bounds('2026-07-01', 'year', fromJuly)).toBe('2026-07-01 to 2027-06-30')
    expect(bounds('2026-07-01', 'quarter', fromJuly)).toBe('2026-07-01 to 2026-09-30')
    expect(bounds('FY2027', '', fromJuly)).toBe('2026-07-01 to 2027-06-30')
  })

  // The 4-4-5 year 2026 begins on 29 December 2025, a 5-4-4 year 2027 on 4 January 2027, its second period on 8 February.
  test.each([
    ['2026-01-01', 'month', '445', '2025-12-29 to 2026-01-25'],
    ['2026-02-23', 'month', '445', '2026-02-23 to 2026-03-29'],
    ['2026-03-01', 'month', '445', '2026-02-23 to 2026-03-29'],
    ['2027-02-01', 'month', '544', '2027-02-08 to 2027-03-07'],
    ['2027-01-01', 'year', '544', '2027-01-04 to 2028-01-02'],
    ['2026-02', '', '445', '2026-02-01 to 2026-02-28'],
  ] as const)(
    'in a year of weeks, %s is the %s that begins nearest to it (%s): %s (P6)',
    (text, grain, pattern, span) => {
      expect(bounds(text, grain, { ...calendar, weeks: { pattern, startsOn: 'monday' } })).toBe(span)
    },
  )

  test.each(['soon', '', '2026-13', '2026-02-30', '12'])('%j is no period and gets no days', (text) => {
    expect(bounds(text)).toBe('none')
  })

  test('the first text that is no period is reported, with the number of rows', () => {
    const read = readTargetPeriods(textsOf('2026', 'soon', '2026-01', 'later', 'soon'), null, calendar)
    expect(read.unreadable).toEqual({ row: 1, text: 'soon', count: 3 })
    expect([...read.start.values].map(Number.isNaN)).toEqual([false, true, false, true, true])
  })

  test('one text in two grains is two periods', () => {
    const read = readTargetPeriods(textsOf('2026-01-01', '2026-01-01'), textsOf('month', 'year'), calendar)
    expect([...read.end.values].map(isoDay)).toEqual(['2026-01-31', '2026-12-31'])
    expect(read.unreadable).toBeNull()
  })
})
