import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { civilOf, dayIfValid, dayOf, isoDay, isoWeekOf, isoWeekStart, weekdayOf, workdays } from '#core/cells/day'

const epochDays = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000
const anyDay = fc.integer({ min: 61, max: 2_958_465 })

describe('days agree with the calendar of the platform', () => {
  test('dayOf counts from 1899-12-30 as spreadsheets do', () => {
    expect(dayOf(1900, 3, 1)).toBe(61)
    expect(dayOf(2024, 3, 31)).toBe(45382)
    expect(dayOf(9999, 12, 31)).toBe(2_958_465)
  })

  test('civilOf is the inverse of dayOf, on every day (seed 1)', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: d } = civilOf(day)
        expect(dayOf(year, month, d)).toBe(day)
        expect(epochDays(year, month, d)).toBe(day - 25569)
        expect(isoDay(day)).toBe(new Date((day - 25569) * 86_400_000).toISOString().slice(0, 10))
        expect(weekdayOf(day)).toBe((new Date((day - 25569) * 86_400_000).getUTCDay() + 6) % 7)
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  test('the last day of four centuries is a 29 February, and no first day of a fifth', () => {
    expect(civilOf(dayOf(2000, 2, 29))).toEqual({ year: 2000, month: 2, day: 29 })
    expect(civilOf(dayOf(2400, 2, 29))).toEqual({ year: 2400, month: 2, day: 29 })
  })

  test('isoDay writes four digits of the year', () => {
    expect(isoDay(dayOf(987, 6, 5))).toBe('0987-06-05')
  })

  test('months roll over', () => {
    expect(dayOf(2026, 13, 1)).toBe(dayOf(2027, 1, 1))
    expect(dayOf(2026, 0, 1)).toBe(dayOf(2025, 12, 1))
  })

  test('a date that the calendar lacks is no day', () => {
    expect(dayIfValid(2023, 2, 29)).toBeNull()
    expect(dayIfValid(2024, 2, 29)).toBe(45351)
    expect(dayIfValid(2024, 13, 1)).toBeNull()
    expect(dayIfValid(2024, 0, 1)).toBeNull()
    expect(dayIfValid(2024, 3, 0)).toBeNull()
  })

  test('years from 1900 to 9999 can be days of a table', () => {
    expect(dayIfValid(1900, 1, 1)).toBe(2)
    expect(dayIfValid(1899, 12, 31)).toBeNull()
    expect(dayIfValid(9999, 12, 31)).toBe(2_958_465)
    expect(dayIfValid(10_000, 1, 1)).toBeNull()
  })
})

describe('weeks', () => {
  test.each([
    [[2026, 1, 1], 2026, 1],
    [[2027, 1, 1], 2026, 53],
    [[2024, 12, 30], 2025, 1],
    [[2026, 4, 5], 2026, 14],
  ] as const)('%j is in ISO week %d-W%d', ([year, month, day], weekYear, week) => {
    expect(isoWeekOf(dayOf(year, month, day))).toEqual({ year: weekYear, week })
  })

  test('isoWeekStart is a Monday of its own week (seed 2)', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, week } = isoWeekOf(day)
        const start = isoWeekStart(year, week)
        expect(weekdayOf(start)).toBe(0)
        expect(day - start).toBeGreaterThanOrEqual(0)
        expect(day - start).toBeLessThan(7)
      }),
      { seed: 2, numRuns: 500 },
    )
  })

  test('workdays counts Monday to Friday, both ends included', () => {
    expect(workdays(dayOf(2026, 11, 2), dayOf(2026, 11, 8))).toBe(5)
    expect(workdays(dayOf(2026, 11, 7), dayOf(2026, 11, 8))).toBe(0)
    expect(workdays(dayOf(2026, 11, 1), dayOf(2026, 11, 30))).toBe(21)
    expect(workdays(dayOf(2026, 11, 2), dayOf(2026, 11, 1))).toBe(0)
    expect(workdays(dayOf(2026, 11, 2), dayOf(2026, 11, 2))).toBe(1)
  })
})
