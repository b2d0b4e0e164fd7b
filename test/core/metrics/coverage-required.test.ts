import { describe, expect, test } from '@jest/globals'
import { coverageRequired } from '#core/metrics/coverage-required'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { ask, cells, notes, table } from './ask.ts'

const closed = (...rows: readonly (readonly [string, number])[]) =>
  table(
    'Deal ID, Status, Amount, Close date',
    ...rows.map(([status, amount], i) => [`D${i}`, status, amount, '2024-02-01']),
  )

describe('COVERAGE_REQUIRED', () => {
  test('a quarter that is running does not count', () => {
    expect(
      cells(ask(coverageRequired, { deals: tenDeals }, { as_of: '2024-03-30', lookback: 1 }), 'required', 'n'),
    ).toEqual([[null, 0]])
  })

  test('exactly half of the lost deals with an amount are enough for a rate by value', () => {
    const answer = ask(coverageRequired, { deals: closed(['won', 50], ['lost', 50], ['lost', 0]) })
    expect(cells(answer, 'required', 'basis')).toEqual([[2, 'won ÷ closed, by value']])
    expect(notes(answer)).toEqual([])
  })

  test('says that it takes the rate by count', () => {
    expect(notes(ask(coverageRequired, { deals: closed(['won', 50], ['lost', 0]) }))).toEqual([
      'Fewer than half of the lost deals have an amount, so the win rate is that by count.',
    ])
  })

  test('where nothing was won no coverage is enough', () => {
    expect(cells(ask(coverageRequired, { deals: closed(['lost', 50]) }), 'required', 'rate')).toEqual([[null, 0]])
  })
})
