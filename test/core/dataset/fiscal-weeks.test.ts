import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dayOf, isoDay, isoWeekStart, weekdayOf, type Day } from '#core/cells/day'
import { weekdays, weekPatterns, type FiscalWeeks } from '#core/dataset/fiscal-calendar'
import { partsOf } from '#core/dataset/period-parts'
import { fiscalYear, periodAround, readPeriod, type FiscalCalendar, type Grain } from '#core/dataset/period'

/** The 4-5-4 calendar of the (US) National Retail Federation: from February, named by its start, weeks from Sunday. */
const retail: FiscalCalendar = {
  asOf: dayOf(2024, 1, 10),
  startMonth: 2,
  namedBy: 'start',
  weeks: { pattern: '454', startsOn: 'sunday' },
}
const january: FiscalCalendar = {
  asOf: dayOf(2026, 12, 30),
  startMonth: 1,
  namedBy: 'end',
  weeks: { pattern: '445', startsOn: 'monday' },
}

const shown = ({ start, end }: { readonly start: Day; readonly end: Day }): string => `${isoDay(start)}/${isoDay(end)}`
const bounds = (text: string, calendar: FiscalCalendar): string => shown(readPeriod(text, calendar))
const labelAt = (text: string, grain: Grain, calendar: FiscalCalendar): string => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return periodAround(dayOf(year, month, day), grain, calendar).label
}

describe('a fiscal year of weeks (P6)', () => {
  // 2023-02-01 is a Wednesday: the Sunday before is 3 days away, the one after 4. 2024-02-01 is a Thursday: 4 and 3.
  test.each([
    ['FY2023', '2023-01-29/2024-02-03'],
    ['FY2023-Q1', '2023-01-29/2023-04-29'],
    ['FY2023-Q4', '2023-10-29/2024-02-03'],
    ['FY2023-P01', '2023-01-29/2023-02-25'],
    ['FY2023-P02', '2023-02-26/2023-04-01'],
    ['FY2023-P3', '2023-04-02/2023-04-29'],
    ['FY2023-P11', '2023-11-26/2023-12-30'],
    ['FY2023-P12', '2023-12-31/2024-02-03'],
    ['FY2023-W01', '2023-01-29/2023-02-04'],
    ['FY2023-W53', '2024-01-28/2024-02-03'],
    ['FY2024-P01', '2024-02-04/2024-03-02'],
    ['YTD', '2023-01-29/2024-01-10'],
    ['QTD', '2023-10-29/2024-01-10'],
    ['MTD', '2023-12-31/2024-01-10'],
  ])('%s of the retail calendar, whose 2023 has 53 weeks, is %s', (text, expected) => {
    expect(bounds(text, retail)).toBe(expected)
  })

  test.each([
    ['2023-03', '2023-03-01/2023-03-31'],
    ['2023-Q1', '2023-01-01/2023-03-31'],
    ['2023', '2023-01-01/2023-12-31'],
    ['2023-W14', '2023-04-03/2023-04-09'],
  ])('%s stays of the calendar: %s (P1)', (text, expected) => {
    expect(bounds(text, retail)).toBe(expected)
  })

  // 28 December 2026 is the Monday of week 53 of a year that began on 29 December 2025; periods of 4, 4 and 5 weeks.
  test.each([
    ['2025-12-28', 'year', 'FY2025'],
    ['2025-12-29', 'year', 'FY2026'],
    ['2026-01-25', 'month', 'FY2026-P01'],
    ['2026-01-26', 'month', 'FY2026-P02'],
    ['2026-02-23', 'month', 'FY2026-P03'],
    ['2026-03-29', 'quarter', 'FY2026-Q1'],
    ['2026-03-30', 'quarter', 'FY2026-Q2'],
    ['2026-12-28', 'week', 'FY2026-W53'],
    ['2027-01-03', 'month', 'FY2026-P12'],
    ['2027-01-03', 'quarter', 'FY2026-Q4'],
    ['2027-01-04', 'month', 'FY2027-P01'],
  ] as const)('%s lies in the %s %s of a 4-4-5 year from January', (day, grain, label) => {
    expect(labelAt(day, grain, january)).toBe(label)
  })

  test.each([
    ['445', '2026-01-26', '2026-02-23'],
    ['454', '2026-01-26', '2026-03-02'],
    ['544', '2026-02-02', '2026-03-02'],
  ] as const)('the second and third period of a %s year begin on %s and %s', (pattern, second, third) => {
    const calendar = { ...january, weeks: { pattern, startsOn: 'monday' as const } }
    expect(isoDay(readPeriod('FY2026-P02', calendar).start)).toBe(second)
    expect(isoDay(readPeriod('FY2026-P03', calendar).start)).toBe(third)
  })

  test('from January and Monday it is the year of ISO weeks, from 1901 to 2100', () => {
    for (let year = 1901; year <= 2100; year++)
      expect(fiscalYear(year, january)).toMatchObject({
        start: isoWeekStart(year, 1),
        end: isoWeekStart(year + 1, 1) - 1,
      })
  })

  test.each(['FY2024-W53', 'FY2023-W54', 'FY2023-W00', 'FY2023-P13', 'FY2023-P0', 'FY2023-Q5'])(
    'refuses %s',
    (text) => {
      expect(() => readPeriod(text, retail)).toThrow(/is not understood/)
    },
  )
})

test('without weeks a fiscal period is a month of the year, and its weeks have no names of their own (P1)', () => {
  const july: FiscalCalendar = { ...january, startMonth: 7, weeks: null }
  expect(bounds('FY2026-P01', july)).toBe('2025-07-01/2025-07-31')
  expect(bounds('FY2026-P08', july)).toBe('2026-02-01/2026-02-28')
  expect(labelAt('2025-07-15', 'month', july)).toBe('2025-07')
  expect(() => readPeriod('FY2026-W01', july)).toThrow(/is not understood/)
})

const anyWeeks: fc.Arbitrary<FiscalWeeks | null> = fc.option(
  fc.record({
    pattern: fc.constantFrom(...(Object.keys(weekPatterns) as (keyof typeof weekPatterns)[])),
    startsOn: fc.constantFrom(...weekdays),
  }),
)
const anyCalendar: fc.Arbitrary<FiscalCalendar> = fc.record({
  asOf: fc.constant(dayOf(2026, 1, 1)),
  startMonth: fc.integer({ min: 1, max: 12 }),
  namedBy: fc.constantFrom('start' as const, 'end' as const),
  weeks: anyWeeks,
})

/** Labels of periods that do not begin where the one before ends, or whose last day lies in another one. */
const misfits = (grain: Grain, calendar: FiscalCalendar): readonly string[] => {
  const wrong: string[] = []
  let before = periodAround(dayOf(1900, 3, 1), grain, calendar)
  while (before.end < dayOf(2100, 12, 31)) {
    const next = periodAround(before.end + 1, grain, calendar)
    const last = periodAround(next.end, grain, calendar)
    if (next.start !== before.end + 1 || next.end <= next.start || last.label !== next.label) wrong.push(next.label)
    before = next
  }
  return wrong
}

describe('fiscal periods from 1900 to 2100 (P6)', () => {
  test.each(['week', 'month', 'quarter', 'year'] as const)(
    'every %s follows the one before without gap or overlap, and holds all its days (seed 445)',
    (grain) => {
      fc.assert(
        fc.property(anyCalendar, (calendar) => {
          expect(misfits(grain, calendar)).toEqual([])
        }),
        { seed: 445, numRuns: grain === 'week' ? 3 : 12 },
      )
    },
  )

  test('a year is its quarters, a quarter its periods; years have 52 or 53 weeks from the same weekday (seed 454)', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 1900, max: 2100 }), (calendar, name) => {
        const year = fiscalYear(name, calendar)
        const quarters = [1, 2, 3, 4].map((quarter) => readPeriod(`FY${name}-Q${quarter}`, calendar))
        expect([quarters[0]?.start, quarters[3]?.end]).toEqual([year.start, year.end])
        expect(partsOf(year, 'quarter', calendar).map(shown)).toEqual(quarters.map(shown))
        expect(partsOf(year, 'month', calendar)).toHaveLength(12)
        if (calendar.weeks === null) return
        expect([364, 371]).toContain(year.end - year.start + 1)
        expect(weekdays[weekdayOf(year.start)]).toBe(calendar.weeks.startsOn)
      }),
      { seed: 454, numRuns: 200 },
    )
  })

  test('the label of a period reads back as the same period (seed 544)', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.integer({ min: dayOf(1901, 1, 1), max: dayOf(2099, 12, 31) }),
        fc.constantFrom<Grain>('week', 'month', 'quarter', 'year'),
        (calendar, day, grain) => {
          const around = periodAround(day, grain, calendar)
          expect(readPeriod(around.label, calendar)).toEqual(around)
          expect(day >= around.start && day <= around.end).toBe(true)
        },
      ),
      { seed: 544, numRuns: 500 },
    )
  })
})
