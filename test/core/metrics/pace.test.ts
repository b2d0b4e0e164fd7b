import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { pace } from '#core/metrics/pace'
import { ask, cells, notes, reasons, table } from './ask.ts'

const ten = { deals: tenDeals, targets: tenDealTargets }
const won = (...deals: readonly (readonly [string, number])[]) =>
  table(
    'Deal ID, Owner, Status, Amount, Close date',
    ...deals.map(([day, amount], i) => [`D${i}`, 'Ann', 'won', amount, day]),
  )
/** One a day. */
const targets = table('Metric, Owner, Period, Value', ['sales', 'Ann', '2024', 366])

describe('PACE', () => {
  test.each([
    [100, 0],
    [100.5, 0],
    [101, 1],
    [99.5, 0],
    [99, -1],
    [0, -100],
    [-5, -100],
    [366, 266],
    [5000, 266],
  ])('on day 100 of a target of one a day, %d won is %d days ahead', (amount, ahead) => {
    const answer = ask(pace, { deals: won(['2024-01-05', amount]), targets }, { as_of: '2024-04-09' })
    expect(cells(answer, 'ahead')).toEqual([[ahead]])
  })

  test('by workdays a weekend puts nobody ahead or behind', () => {
    const deals = won(['2024-01-02', (366 / 262) * 65])
    for (const as_of of ['2024-03-29', '2024-03-30', '2024-03-31'])
      expect(cells(ask(pace, { deals, targets }, { as_of, phasing: 'workdays' }), 'ahead', 'elapsed')).toEqual([
        [0, 65 / 262],
      ])
  })

  test('deals won after as-of, or before the fiscal year, do not count', () => {
    const deals = won(['2024-02-01', 10], ['2024-03-01', 20], ['2024-04-01', 40])
    expect(cells(ask(pace, { deals, targets }), 'actual')).toEqual([[30]])
    expect(cells(ask(pace, { deals, targets }, {}, { fiscal_start_month: 3 }), 'actual')).toEqual([[20]])
  })

  test('on the last day of the year all of it has elapsed', () => {
    expect(cells(ask(pace, ten, { as_of: '2024-12-31' }), 'elapsed', 'target')).toEqual([[1, 380_000]])
  })

  test('days without a target are said, and a target that begins later counts from then on', () => {
    const late = table('Metric, Owner, Period, Value', ['sales', 'Ann', '2024-03', 31])
    const answer = ask(pace, { deals: won(['2024-03-01', 21]), targets: late })
    expect(cells(answer, 'target', 'ahead')).toEqual([[31, -10]])
    expect(notes(answer)).toEqual(['Only 31 of the 91 days of 2024 to date have a target.'])
  })

  test('without a target this year there is no index, and the reason says so', () => {
    const answer = ask(pace, ten, { as_of: '2025-02-01' })
    expect(cells(answer, 'index', 'ahead')).toEqual([[null, null]])
    expect(reasons(answer)).toContain('Targets have none for sales of everybody in 2025 to date. Add a row for it.')
  })

  test('a split by time is refused', () => {
    expect(cells(ask(pace, ten, { by: 'month' }))).toContain('argument: PACE is about the year so far')
  })
})
