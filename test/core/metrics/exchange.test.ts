import { describe, expect, test } from '@jest/globals'
import { attainment } from '#core/metrics/attainment'
import { coverage } from '#core/metrics/coverage'
import { dealChanges } from '#core/metrics/deal-changes'
import { pipeline } from '#core/metrics/pipeline'
import { waterfall } from '#core/metrics/waterfall'
import { won } from '#core/metrics/won'
import { ask, cells, notes, table } from './ask.ts'

const [first, second] = ['2024-01-31', '2024-02-29']
const spot = [
  ['USD', '2024-01-01', 0.9, 'spot'],
  ['USD', '2024-02-15', 0.8, 'spot'],
] as const
const fx = table('Currency, Date, Rate to base, Type', ...spot, ['USD', null, 0.5, 'plan'])
const spotOnly = table('Currency, Date, Rate to base, Type', ...spot)
const base = { base_currency: 'EUR' }

const snapshots = table(
  'Snapshot at, Deal ID, Status, Amount, Currency',
  [first, 'A', 'open', 100, 'USD'],
  [first, 'B', 'open', 50, 'EUR'],
  [second, 'A', 'open', 120, 'USD'],
)
const moved = (rates: typeof fx): unknown =>
  cells(ask(waterfall, { snapshots, fx: rates }, { from: first, to: second }, base), 'movement', 'value')

describe('WATERFALL and DEAL_CHANGES in several currencies (D11)', () => {
  // plan: 100 × 0.5 + 50 = 100; 20 × 0.5 = 10 more; 120 × 0.5 + 50 = 110
  test('take plan rates, so that a rate that moved is no movement', () => {
    expect(moved(fx)).toEqual(
      expect.arrayContaining([
        ['Opening', 100],
        ['Increased', 10],
        ['Decreased', 0],
        ['Closing', 110],
        ['Check', 0],
      ]),
    )
    const answer = ask(waterfall, { snapshots, fx }, { from: first, to: second }, base)
    expect(notes(answer)).toContain('Amounts in other currencies are at plan rates.')
    expect(notes(answer).join(' ')).not.toContain('one rate for both days')
  })

  // the rate of 29 February on both days: 100 × 0.8 + 50 = 130; 20 × 0.8 = 16
  test('without plan rates take the rate of the second day for both', () => {
    expect(moved(spotOnly)).toEqual(
      expect.arrayContaining([
        ['Opening', 130],
        ['Increased', 16],
        ['Closing', 146],
        ['Check', 0],
      ]),
    )
    const answer = ask(waterfall, { snapshots, fx: spotOnly }, { from: first, to: second }, base)
    expect(notes(answer)).toContain('Amounts in other currencies are at one rate for both days, that of the second.')
  })

  test('a change of a deal is its change in its own currency', () => {
    const changes = (rates: typeof fx): unknown =>
      cells(ask(dealChanges, { snapshots, fx: rates }, { from: first, to: second }, base), 'id', 'field', 'by')
    expect(changes(fx)).toEqual([['A', 'Amount', 10]])
    expect(changes(spotOnly)).toEqual([['A', 'Amount', 16]])
  })
})

describe('targets in several currencies (D11)', () => {
  const deals = table(
    'Deal ID, Status, Amount, Currency, Close date',
    ['A', 'won', 100, 'USD', '2024-01-31'],
    ['B', 'won', 10, 'EUR', '2024-01-31'],
    ['C', 'open', 100, 'USD', '2024-03-31'],
  )
  const targets = table('Metric, Owner, Period, Value, Currency', ['sales', 'ALL', '2024-Q1', 200, 'USD'])
  const quarter = { period: '2024-Q1' }

  test('what was won is at the rate of its day on its own, and at the plan rate beside a target', () => {
    expect(cells(ask(won, { deals, fx }, quarter, base), 'value')).toEqual([[100]])
    expect(cells(ask(attainment, { deals, targets, fx }, quarter, base), 'actual', 'target', 'rate')).toEqual([
      [60, 100, 0.6],
    ])
  })

  // remaining: 200 × 0.5 − (100 × 0.5 + 10) = 40; open 100 × 0.5 = 50
  test('coverage compares open and remaining at plan rates', () => {
    expect(cells(ask(coverage, { deals, targets, fx }, quarter, base), 'coverage')).toEqual([[50 / 40]])
  })

  test('a target in a currency without a plan rate is refused with its row', () => {
    expect(cells(ask(attainment, { deals, targets, fx: spotOnly }, quarter, base), 'rate')).toBe(
      'conflict: "targets", row 2: the target is in USD, and the deals are in EUR. Write targets in EUR, or give a plan rate of USD in FX.',
    )
  })

  test('the as_of argument decides the rate of open deals', () => {
    const ofDay = (asOf: string): unknown => cells(ask(pipeline, { deals, fx }, { as_of: asOf }, base), 'value')
    expect(ofDay('2024-02-01')).toEqual([[90]])
    expect(ofDay('2024-02-15')).toEqual([[80]])
    expect(ofDay('2023-12-31')).toEqual([[0]])
  })

  test('with the setting exchange_rate=plan all are at plan rates, and say so', () => {
    const answer = ask(pipeline, { deals, fx }, {}, { ...base, exchange_rate: 'plan' })
    expect(cells(answer, 'value')).toEqual([[50]])
    expect(notes(answer)).toEqual(['Amounts in other currencies are at plan rates.'])
  })
})
