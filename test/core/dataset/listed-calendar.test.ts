import { describe, expect, test } from '@jest/globals'
import { dayOf } from '#core/cells/day'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { workdaysIn } from '#core/dataset/fiscal-calendar'
import { periodAround, readPeriod } from '#core/dataset/period'
import { attainment } from '#core/metrics/attainment'
import { fiscal } from '#core/metrics/fiscal'
import { pace } from '#core/metrics/pace'
import { periods } from '#core/metrics/periods'
import { phase } from '#core/metrics/phase'
import { won } from '#core/metrics/won'
import { ask, cells, table } from '../metrics/ask.ts'

const header = 'Period, Start, End, Weeks, Workdays'

/** A year of 13 weeks. Good Friday and Easter Monday lie in the third period, which has 25 days from Monday to Friday. */
const months: readonly (readonly Cell[])[] = [
  ['FY2024-P01', '2024-01-01', '2024-01-28', 4, 19],
  ['FY2024-P02', '2024-01-29', '2024-02-25', 4, 20],
  ['FY2024-P03', '2024-02-26', '2024-03-31', 5, 24],
]
const calendar = table(header, ...months)

const open = (grid: Grid): Dataset =>
  openDataset({ tables: { calendar: { name: 'Calendar', grid } }, today: dayOf(2024, 3, 15) })

const warnings = (grid: Grid): readonly string[] =>
  open(grid)
    .findings()
    .map(({ text }) => text)

describe('the table Calendar (P11)', () => {
  test('names the periods, with their days, weeks and workdays; quarters and years follow from the names', () => {
    expect(cells(ask(periods, { calendar }, { year: 2024 }), 'label', 'start', 'weeks', 'workdays')).toEqual([
      ['FY2024-P01', dayOf(2024, 1, 1), 4, 19],
      ['FY2024-P02', dayOf(2024, 1, 29), 4, 20],
      ['FY2024-P03', dayOf(2024, 2, 26), 5, 24],
    ])
    expect(cells(ask(periods, { calendar }, { year: 2024, grain: 'quarter' }), 'label', 'end', 'workdays')).toEqual([
      ['FY2024-Q1', dayOf(2024, 3, 31), 63],
    ])
    expect(cells(ask(periods, { calendar }, { year: 2024, holidays: '2024-03-29' }), 'workdays')).toEqual([
      [19],
      [20],
      [24],
    ])
  })

  test.each([
    ['month', '2024-01-28', 'FY2024-P01'],
    ['month', '2024-01-29', 'FY2024-P02'],
    ['quarter', '2024-02-29', 'FY2024-Q1'],
    ['year', '2024-03-31', 'FY2024'],
  ])('the %s of %s is %s', (grain, date, label) => {
    expect(cells(ask(fiscal, { calendar }, { date, grain }), 'label')).toEqual([[label]])
  })

  test('its names are arguments, whatever their case and spaces, and go before those of the calendar year', () => {
    const named = open(
      table(
        'Period, Grain, Start, End',
        ['Feb close', 'month', '2024-01-30', '2024-02-27'],
        ['2024', 'year', '2024-02-01', '2025-01-31'],
      ),
    ).calendar
    expect(readPeriod('feb close', named)).toEqual({
      label: 'Feb close',
      start: dayOf(2024, 1, 30),
      end: dayOf(2024, 2, 27),
    })
    expect(readPeriod('2024', named).start).toBe(dayOf(2024, 2, 1))
    expect(readPeriod('2024-Q1', named).start).toBe(dayOf(2024, 1, 1))
    expect(readPeriod('FY24-P3', open(calendar).calendar)).toEqual({
      label: 'FY2024-P03',
      start: dayOf(2024, 2, 26),
      end: dayOf(2024, 3, 31),
    })
    expect(readPeriod('MTD', open(calendar).calendar)).toEqual({
      label: 'MTD',
      start: dayOf(2024, 2, 26),
      end: dayOf(2024, 3, 15),
    })
  })

  test('figures by month and targets of a month are those of its periods', () => {
    const deals = table(
      'Deal ID, Status, Amount, Close date',
      ['D1', 'Won', 10, '2024-01-28'],
      ['D2', 'Won', 20, '2024-01-29'],
      ['D3', 'Won', 40, '2024-02-25'],
    )
    expect(cells(ask(won, { deals, calendar }, { by: 'month' }), 'month', 'value')).toEqual([
      ['FY2024-P01', 10],
      ['FY2024-P02', 60],
    ])
    const targets = table('Metric, Owner, Period, Value', ['sales', 'ALL', '2024-02-01', 120])
    expect(
      cells(ask(attainment, { deals, calendar, targets }, { period: 'FY2024-P02' }), 'actual', 'target', 'rate'),
    ).toEqual([[60, 120, 0.5]])
  })

  test('pace and phasing go by its workdays: of a part of a period its share of them', () => {
    const deals = table('Deal ID, Status, Amount, Close date', ['D1', 'Won', 30, '2024-01-15'])
    const targets = table('Metric, Owner, Period, Value', ['sales', 'ALL', 'FY2024', 63])
    // 19 + 20 of the first two periods, and 24 × 15 ÷ 25 up to Friday 15 March: 53.4 of 63.
    const answer = ask(pace, { deals, calendar, targets }, { as_of: '2024-03-15', phasing: 'workdays' })
    expect(cells(answer, 'elapsed', 'target')).toEqual([[53.4 / 63, 53.4]])
    const shares = ask(phase, { calendar }, { total: 63, weights: 'workdays', year: 2024 })
    expect(cells(shares, 'target')).toEqual([[19], [20], [24]])
  })

  test('workdays beyond it are Monday to Friday', () => {
    const { calendar: listed } = open(calendar)
    // The week before has 5, P01 has 19.
    expect(workdaysIn(dayOf(2023, 12, 25), dayOf(2024, 1, 28), listed)).toBe(24)
    expect(workdaysIn(dayOf(2024, 4, 1), dayOf(2024, 4, 7), listed)).toBe(5)
    expect(workdaysIn(dayOf(2024, 1, 1), dayOf(2024, 4, 7), listed)).toBe(68)
  })

  test('a period beyond it is that of the settings, up to where it begins', () => {
    const { calendar: listed } = open(calendar.filter((_, i) => i !== 1))
    expect(periodAround(dayOf(2024, 1, 10), 'month', listed)).toEqual({
      label: '2024-01',
      start: dayOf(2024, 1, 1),
      end: dayOf(2024, 1, 28),
    })
    expect(periodAround(dayOf(2024, 4, 1), 'month', listed).end).toBe(dayOf(2024, 4, 30))
  })
})

describe('what is odd about a Calendar', () => {
  test('nothing, where every period begins on the day after the one before', () => {
    expect(warnings(calendar)).toEqual([])
  })

  test('days that belong to no period, with the row and what to do', () => {
    expect(warnings(table(header, months[0] ?? [], months[2] ?? []))).toEqual([
      '"Calendar", row 3, column "Start": days before 2024-02-26 belong to no month; there the settings say what the month is. Let it begin on the day after the one before, or add what is missing.',
    ])
  })

  test('periods that share days, of which the first counts', () => {
    const grid = table(header, ...months, ['Late', '2024-01-20', '2024-02-10', 3, 15])
    expect(warnings(grid)).toEqual([
      '"Calendar", row 5, column "Start": the month begins on 2024-01-20, before the one before it is over, and is not used. Correct its first day, or the last day of the other.',
    ])
    expect(periodAround(dayOf(2024, 2, 1), 'month', open(grid).calendar).label).toBe('FY2024-P02')
  })

  test('a name that two periods have, and rows without a name or with an end before the start', () => {
    const twice = table(header, ...months, ['fy24-p3', '2024-04-01', '2024-04-28', 4, 20])
    expect(warnings(twice)).toEqual([
      '"Calendar", row 5, column "Period": the month has the name of another one, and is not used. Give each period its own name.',
    ])
    const broken = table(header, ...months, [null, '2024-04-01', '2024-04-28'], ['X', '2024-05-01', '2024-04-28'])
    expect(warnings(broken)).toEqual([
      '"Calendar", row 5, column "Period": a period needs a name, a first day, and a last day that is no earlier (and 1 more row like it); it is not used. Fill them in.',
    ])
  })
})
