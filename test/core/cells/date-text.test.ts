import { describe, expect, test } from '@jest/globals'
import { dateOrderOf, readDateText } from '#core/cells/date-text'
import { dayOf } from '#core/cells/day'

describe('readDateText', () => {
  test.each([
    ['2026-03-31', 'dmy', [2026, 3, 31]],
    ['2017/07/01', 'mdy', [2017, 7, 1]],
    ['03/31/26', 'mdy', [2026, 3, 31]],
    ['31.03.2026', 'dmy', [2026, 3, 31]],
    ['1/2/2026', 'dmy', [2026, 2, 1]],
    ['1/2/2026', 'mdy', [2026, 1, 2]],
    ['01-Jan-2015', 'dmy', [2015, 1, 1]],
    ['3 March 2026', 'dmy', [2026, 3, 3]],
    ['March 3, 2026', 'dmy', [2026, 3, 3]],
    ['20240621', 'dmy', [2024, 6, 21]],
    ['29/02/2024', 'dmy', [2024, 2, 29]],
    ['12/31/68', 'mdy', [2068, 12, 31]],
    ['12/31/69', 'mdy', [1969, 12, 31]],
  ] as const)('reads %s as %s', (text, order, [year, month, day]) => {
    expect(readDateText(text, order)).toBe(dayOf(year, month, day))
  })

  test('keeps the time of day as a fraction', () => {
    expect(readDateText('02/23/26 08:55 PM', 'mdy')).toBeCloseTo(dayOf(2026, 2, 23) + (20 * 60 + 55) / 1440, 9)
    expect(readDateText('2018-12-19 19:51:13', 'dmy')).toBeCloseTo(dayOf(2018, 12, 19) + 71473 / 86400, 9)
    expect(readDateText('2018-12-19T00:00:00Z', 'dmy')).toBe(dayOf(2018, 12, 19))
    expect(readDateText('21.06.2024 15:30', 'dmy')).toBeCloseTo(dayOf(2024, 6, 21) + 15.5 / 24, 9)
    expect(readDateText('01/02/2026 12:05 AM', 'mdy')).toBeCloseTo(dayOf(2026, 1, 2) + 5 / 1440, 9)
  })

  test('reads a serial number written as text', () => {
    expect(readDateText('45382', 'dmy')).toBe(dayOf(2024, 3, 31))
  })

  test.each([
    '2026-02-30',
    '29/02/2023',
    '13/13/2026',
    '2026-13-01',
    'soon',
    '',
    '31.04.2026',
    '2026-03-31 25:00',
    '12345',
  ])('has no answer for %j', (text) => {
    expect(readDateText(text, 'dmy')).toBeNull()
  })
})

describe('dateOrderOf decides for the column, never for the cell', () => {
  test('a first number above 12 proves day first for all', () => {
    expect(dateOrderOf(['03/04/2026', '25/04/2026'])).toEqual({ order: 'dmy', ambiguous: null })
  })

  test('a second number above 12 proves month first for all', () => {
    expect(dateOrderOf(['03/04/26', '04/25/26'])).toEqual({ order: 'mdy', ambiguous: null })
  })

  test('points are day first', () => {
    expect(dateOrderOf(['03.04.2026'])).toEqual({ order: 'dmy', ambiguous: null })
  })

  test('without proof the question stays open, with an example', () => {
    expect(dateOrderOf(['03/04/2026', '2026-01-01'])).toEqual({ order: null, ambiguous: '03/04/2026' })
  })

  test('ISO dates need no order', () => {
    expect(dateOrderOf(['2026-01-01'])).toEqual({ order: null, ambiguous: null })
  })
})
