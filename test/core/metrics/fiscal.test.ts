import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { fiscal } from '#core/metrics/fiscal'
import { ask, cells } from './ask.ts'

const label = (args: Record<string, unknown>, settings: Record<string, unknown> = {}): unknown =>
  cells(ask(fiscal, {}, args, settings), 'label')

describe('FISCAL', () => {
  test('without a date answers for the as-of day', () => {
    expect(label({})).toEqual([['2024-Q1']])
    expect(label({}, { as_of: '2024-10-01' })).toEqual([['2024-Q4']])
  })

  test('reads a date cell as a day, and leaves the time of day out', () => {
    expect(label({ date: dayOf(2024, 6, 30) + 0.99 }, { fiscal_start_month: 7 })).toEqual([['FY2024-Q4']])
    expect(label({ date: dayOf(2024, 7, 1) }, { fiscal_start_month: 7 })).toEqual([['FY2025-Q1']])
  })

  test.each([
    ['2024-03-31', 'FY2024'],
    ['2024-04-01', 'FY2025'],
    ['2024-12-31', 'FY2025'],
    ['2025-03-31', 'FY2025'],
  ])('%s lies in %s where the year begins in April and has the name of its end', (date, year) => {
    expect(label({ date, grain: 'year' }, { fiscal_start_month: 4 })).toEqual([[year]])
  })

  test('its label is a period that can be asked for', () => {
    const settings = { fiscal_start_month: 7 }
    const answer = ask(fiscal, {}, { date: '2024-05-15' }, settings)
    expect(cells(answer, 'start', 'end')).toEqual([[dayOf(2024, 4, 1), dayOf(2024, 6, 30)]])
    expect(answer).toMatchObject({ scalar: 'label' })
  })

  test('reads the calendar from a cell that holds a number, and names the allowed ones otherwise', () => {
    expect(label({ date: '2026-12-28' }, { calendar: 445 })).toEqual([['FY2026-Q4']])
    expect(label({ date: '2026-12-28' }, { calendar: '4-4-5' })).toBe(
      'setting: Setting calendar is "4-4-5"; it can be gregorian or 445 or 454 or 544.',
    )
  })

  test.each([
    [{ date: 'soon' }, 'argument: date is "soon"; write a date, such as 2026-03-31.'],
    [{ grain: 'decade' }, 'argument: grain is "decade"; it can be quarter or year or month or week.'],
  ])('refuses %j', (args, reason) => {
    expect(label(args)).toBe(reason)
  })
})
