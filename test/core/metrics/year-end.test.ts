import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { yearEnd } from '#core/metrics/year-end'
import { ask, cells, reasons, table } from './ask.ts'

const ten = { deals: tenDeals, targets: tenDealTargets }
const late = table('Metric, Owner, Period, Value', ['sales', 'Ann', '2024-Q4', 100])

describe('YEAR_END', () => {
  test('on the last day of the year it is what was won', () => {
    expect(cells(ask(yearEnd, ten, { as_of: '2024-12-31' }), 'done', 'projection')).toEqual([[1, 150_000]])
  })

  test('does without targets', () => {
    const answer = ask(yearEnd, { deals: tenDeals })
    expect(cells(answer, 'projection', 'rate')).toEqual([[expect.closeTo((150_000 * 366) / 91, 6), null]])
  })

  test('where the phasing puts nothing before as-of there is no seasonal projection, and the reason says so', () => {
    expect(reasons(ask(yearEnd, { deals: tenDeals, targets: late }, { method: 'seasonal' }))).toContain(
      'No part of the target of the year lies before as_of, so its phasing tells nothing.',
    )
  })

  test('a target of 0 is deliberately none', () => {
    const none = table('Metric, Owner, Period, Value', ['sales', 'Ann', '2024', 0])
    expect(cells(ask(yearEnd, { deals: tenDeals, targets: none }, { method: 'seasonal' }), 'projection')).toEqual([
      [null],
    ])
  })

  test('a split by time is refused', () => {
    expect(cells(ask(yearEnd, ten, { by: 'month' }))).toContain('argument: YEAR_END is about one year')
  })
})
