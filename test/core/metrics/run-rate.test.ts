import { describe, expect, test } from '@jest/globals'
import { tenDeals, tenDealTargets } from '#core/metrics/examples/ten-deals'
import { runRate } from '#core/metrics/run-rate'
import { ask, cells, notes, reasons, table } from './ask.ts'

const targets = table('Metric, Owner, Period, Value', ['sales', 'Ann', '2024', 1_200])
const won = (...deals: readonly (readonly [string, number])[]) =>
  table(
    'Deal ID, Owner, Status, Amount, Close date',
    ...deals.map(([day, amount], i) => [`D${i}`, 'Ann', 'won', amount, day]),
  )

describe('RUN_RATE', () => {
  test('nine months are left after March, and the last three months tell the pace', () => {
    const answer = ask(runRate, { deals: won(['2024-01-10', 60], ['2024-03-31', 90]), targets })
    expect(cells(answer, 'remaining', 'months', 'needed', 'current', 'ratio')).toEqual([
      [1_050, 9, expect.closeTo(1_050 / 9, 9), 50, expect.closeTo(1_050 / 9 / 50, 9)],
    ])
  })

  test('what is won beyond the target is not needed', () => {
    const answer = ask(runRate, { deals: won(['2024-02-01', 1_300]), targets })
    expect(cells(answer, 'remaining', 'needed', 'next', 'ratio')).toEqual([[0, 'reached', 'reached', 'reached']])
  })

  test('without anything won lately there is no ratio, and without a target no rate', () => {
    expect(reasons(ask(runRate, { deals: won(['2023-02-01', 5]), targets }))).toEqual([
      'Nothing was won in the last three months.',
    ])
    expect(cells(ask(runRate, { deals: tenDeals, targets: tenDealTargets }, { period: '2025' }), 'needed')).toEqual([
      [null],
    ])
  })

  test('a period that has not begun is all to come', () => {
    expect(cells(ask(runRate, { deals: won(), targets }, { period: '2024-Q4' }), 'months')).toEqual([[3]])
  })

  test('says which days have no target', () => {
    expect(notes(ask(runRate, { deals: tenDeals, targets: tenDealTargets }))).toContain(
      'Only 182 of the 366 days of 2024 have a target.',
    )
  })
})
