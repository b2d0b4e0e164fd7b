import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import { periods } from '#core/metrics/periods'
import type { Answer } from '#core/metrics/run'
import { ask, cells } from './ask.ts'

const rowsOf = (answer: Answer): readonly Readonly<Record<string, unknown>>[] => (answer.ok ? answer.rows : [])
const total = (answer: Answer, key: string): number => rowsOf(answer).reduce((sum, row) => sum + Number(row[key]), 0)

describe('PERIODS', () => {
  test.each([
    [2020, 53],
    [2024, 52],
    [2026, 53],
    [2027, 52],
  ])('%d has %d weeks, as ISO 8601 counts them', (year, weeks) => {
    const answer = ask(periods, {}, { year, grain: 'week' })
    expect(rowsOf(answer)).toHaveLength(weeks)
    expect(rowsOf(answer)[0]?.['label']).toBe(`${year}-W01`)
    expect(rowsOf(answer)[weeks - 1]?.['label']).toBe(`${year}-W${weeks}`)
    expect(total(answer, 'workdays')).toBe(weeks * 5)
  })

  test('weeks of two fiscal years that follow one another leave none out and repeat none', () => {
    const settings = { fiscal_start_month: 7 }
    const starts = [2024, 2025, 2026].flatMap((year) =>
      rowsOf(ask(periods, {}, { year, grain: 'week' }, settings)).map((row) => Number(row['start'])),
    )
    expect(starts.every((start, i) => i === 0 || start === (starts[i - 1] ?? 0) + 7)).toBe(true)
  })

  test.each(['month', 'quarter', 'year'])('every %s together is the whole year, day by day', (grain) => {
    const answer = ask(periods, {}, { year: 2025, grain }, { fiscal_start_month: 4, fiscal_name: 'start' })
    const rows = rowsOf(answer)
    expect(rows[0]?.['start']).toBe(dayOf(2025, 4, 1))
    expect(rows[rows.length - 1]?.['end']).toBe(dayOf(2026, 3, 31))
    expect(total(answer, 'weeks')).toBeCloseTo(365 / 7, 9)
    expect(total(answer, 'workdays')).toBe(261)
  })

  test('holidays can be a range of date cells with blanks, and one that stands twice counts once', () => {
    const holidays = [[dayOf(2024, 1, 1)], [null], [dayOf(2024, 1, 1)], [dayOf(2023, 12, 25)]]
    expect(cells(ask(periods, {}, { year: 2024, grain: 'year', holidays }), 'workdays')).toEqual([[261]])
  })

  test.each([
    [{ holidays: '2024-01-01, Easter' }, 'argument: holidays is "Easter"; write a date, such as 2026-03-31.'],
    [{ year: 24 }, 'argument: year is 24; it must be a whole number of 1901 or more.'],
    [{ grain: 'day' }, 'argument: grain is "day"; it can be month or quarter or week or year.'],
  ])('refuses %j', (args, reason) => {
    expect(cells(ask(periods, {}, args), 'label')).toBe(reason)
  })
})
