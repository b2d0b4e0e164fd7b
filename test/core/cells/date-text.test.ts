import { describe, expect, test } from '@jest/globals'
import { areDays, dateOrderOf, readDateText } from '#core/cells/date-text'
import { dayOf, isoDay } from '#core/cells/day'
import { readZone } from '#core/cells/zone'

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
    ['15. März 2026', 'dmy', [2026, 3, 15]],
    ['15-Okt-2025', 'mdy', [2025, 10, 15]],
    ['1. Dez. 2025', 'dmy', [2025, 12, 1]],
    ['31 déc. 2025', 'dmy', [2025, 12, 31]],
    ['14 juillet 2026', 'dmy', [2026, 7, 14]],
    ['1 févr. 2026', 'dmy', [2026, 2, 1]],
    ['15 de enero de 2026', 'dmy', [2026, 1, 15]],
    ['3 ago 2026', 'dmy', [2026, 8, 3]],
    ['6. joulukuuta 2026', 'dmy', [2026, 12, 6]],
    ['15 marraskuu 2026', 'dmy', [2026, 11, 15]],
    ['1 maj 2026', 'dmy', [2026, 5, 1]],
    ['20240621', 'dmy', [2024, 6, 21]],
    ['29/02/2024', 'dmy', [2024, 2, 29]],
    ['12/31/68', 'mdy', [2068, 12, 31]],
    ['12/31/69', 'mdy', [1969, 12, 31]],
    ['  2026-03-31 ', 'dmy', [2026, 3, 31]],
    ['2026-03-31T', 'dmy', [2026, 3, 31]],
    ['12 Mar 26', 'dmy', [2026, 3, 12]],
    ['3.  Mar.  2026', 'dmy', [2026, 3, 3]],
    ['March 13 2026', 'dmy', [2026, 3, 13]],
    ['Mar.  3,  2026', 'dmy', [2026, 3, 3]],
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

  test('knows every month by its name', () => {
    const names = ['Jan', 'feb', 'MAR', 'April', 'May', 'June', 'July', 'August', 'Sept', 'October', 'Nov', 'December']
    expect(names.map((name) => readDateText(`15-${name}-2024`, 'dmy'))).toEqual(
      names.map((_, i) => dayOf(2024, i + 1, 15)),
    )
  })

  test.each([
    ['14:05', 845],
    ['14.05', 845],
    [' 14:05', 845],
    ['14:05:30.250', 845.5],
    ['14:05:30,25', 845.5],
    ['2:05pm', 845],
    ['02:05 p.m.', 845],
    ['12:05 PM', 725],
    ['2:05 A.M.', 125],
    ['14:05Z', 845],
    ['14:05+02:00', 845],
    ['14:05 -0200', 845],
    ['14:05 UTC', 845],
    ['23:59:59', 1439 + 59 / 60],
  ])('%j is minute %d of its day, whatever stands before it', (time, minutes) => {
    for (const day of ['2026-03-31', '31.03.2026', '31 March 2026,', 'March 31, 2026']) {
      expect(readDateText(`${day} ${time}`, 'dmy')).toBeCloseTo(dayOf(2026, 3, 31) + minutes / 1440, 9)
    }
  })

  test.each(['24:00', '10:60', '10:99', '10:00:60', '10:00:99', 'soon', 'at 14:05', '14:05x', '14', '14:05:3'])(
    'a day with %j is no date, since that is no time',
    (time) => {
      expect(readDateText(`2026-03-31 ${time}`, 'dmy')).toBeNull()
    },
  )

  test('reads a serial number written as text, from 20000 (1954-10-03) to below 80000', () => {
    expect(readDateText('45382', 'dmy')).toBe(dayOf(2024, 3, 31))
    expect(['45382.25', '20000', '79999'].map((text) => readDateText(text, 'dmy'))).toEqual([45382.25, 20000, 79999])
    expect(['19999', '80000', '0045382', '45382e0'].map((text) => readDateText(text, 'dmy'))).toEqual([
      null,
      null,
      null,
      null,
    ])
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
    '3 jui 2026',
    '3 Mayor 2026',
    '31 avril 2026',
    '12345',
    '2026-03-311',
    'x2026-03-31',
    '31.03.2026x',
    'x3 March 2026',
    '3 March 2026x',
    '- March 3, 2026',
    'March 3, 20261',
    '3 Mxz 2026',
    '120240621',
    '202406211',
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

  test('12 may be a month as well as a day, so it proves nothing', () => {
    expect(dateOrderOf(['12/04/2026', '04/12/2026'])).toEqual({ order: null, ambiguous: '12/04/2026' })
  })

  test('as many proofs of either kind leave it at day first', () => {
    expect(dateOrderOf(['04/25/2026', ' 25/04/2026 '])).toEqual({ order: 'dmy', ambiguous: null })
  })

  test('points are day first', () => {
    expect(dateOrderOf(['03.04.2026'])).toEqual({ order: 'dmy', ambiguous: null })
  })

  test('without proof the question stays open, with an example', () => {
    expect(dateOrderOf(['03/04/2026', '2026-01-01', '05/06/2026'])).toEqual({ order: null, ambiguous: '03/04/2026' })
  })

  test('ISO dates need no order', () => {
    expect(dateOrderOf(['2026-01-01'])).toEqual({ order: null, ambiguous: null })
  })
})

describe('readDateText with a time zone (P7)', () => {
  const dayIn = (zone: string, text: string): string => isoDay(readDateText(text, 'dmy', readZone(zone)) ?? NaN)

  test.each([
    ['Europe/Berlin', '2024-06-21T22:00:00Z', '2024-06-22'], // 00:00 in summer time
    ['Europe/Berlin', '2024-06-21T21:59:59Z', '2024-06-21'],
    ['Europe/Berlin', '2024-01-31 23:00 UTC', '2024-02-01'], // 00:00 in winter
    ['Europe/Berlin', '2024-06-22T00:30:00+05:00', '2024-06-21'], // 19:30 UTC, 21:30
    ['America/New_York', '2024-06-21T03:59:59.999Z', '2024-06-20'],
    ['America/New_York', '2024-06-21T04:00:00Z', '2024-06-21'],
    ['America/New_York', '03/06/2024 11:30 PM -0800', '2024-06-04'], // 07:30 UTC, 03:30
    ['Pacific/Auckland', '2024-12-31T11:00:00Z', '2025-01-01'],
    ['+05:30', '2024-06-21T18:30:00Z', '2024-06-22'],
  ])('in %s the moment %s is on %s', (zone, text, day) => {
    expect(dayIn(zone, text)).toBe(day)
  })

  test.each([
    ['21.06.2024 15:30', '2024-06-21'],
    ['21.06.2024 23:59', '2024-06-21'],
    ['2024-06-21', '2024-06-21'],
    ['2024-06-21T00:00:00', '2024-06-21'],
    ['45382', '2024-03-31'],
  ])('%s names no zone and stays on %s', (text, day) => {
    for (const zone of ['Pacific/Auckland', 'Pacific/Honolulu']) expect(dayIn(zone, text)).toBe(day)
  })

  test('without a zone the day is that which is written', () => {
    expect(readDateText('2024-06-21T23:30:00-08:00', 'dmy')).toBeCloseTo(dayOf(2024, 6, 21) + 23.5 / 24, 9)
  })

  test.each([
    [['2024-06-21T00:00:00Z', '2024-06-22 00:00 UTC', '2024-06-23', '2024-06-23 15:00'], true],
    [['2024-06-21T00:00:00Z', '2024-06-22T04:00:00Z'], false],
    [['2024-06-21T00:00:00+02:00'], false],
    [['2024-06-21T12:00:00Z'], false],
  ])('%j are days: %s', (texts, days) => {
    expect(areDays(texts)).toBe(days)
  })
})
