import { describe, expect, test } from '@jest/globals'
import { soldDeals, soldLines } from '#core/metrics/examples/sold-lines'
import { mix } from '#core/metrics/mix'
import { ask, cells, notes, reasons, table } from './ask.ts'

const deals = soldDeals

describe('MIX', () => {
  test('shares add up to 1 and gaps to 0 where the target adds up to 1', () => {
    const rows = cells(ask(mix, { deals }, { target: 'Pumps=0.7;Service=0.3' }), 'share', 'gap')
    expect(rows).toEqual([
      [0.64, expect.closeTo(-0.06, 9)],
      [0.36, expect.closeTo(0.06, 9)],
    ])
  })

  test('a target mix that does not add up to 1 is told, and what it does not name has no target', () => {
    const answer = ask(mix, { deals }, { target: 'Pumps=0.7' })
    expect(notes(answer)).toEqual(['The shares of the target mix add up to 70.0%, not 100%. Correct them.'])
    expect(cells(answer, 'product', 'target')).toEqual([
      ['Pumps', 0.7],
      ['Service', null],
    ])
    expect(reasons(answer)).toEqual(['The target mix has no share for it.', 'The target mix has no share for it.'])
  })

  test('names in the target mix match whatever their case and spaces; what a whole mix leaves out has 0', () => {
    const answer = ask(mix, { deals }, { target: ' pumps = 100% ' })
    expect(cells(answer, 'product', 'target')).toEqual([
      ['Pumps', 1],
      ['Service', 0],
    ])
    expect(notes(answer)).toEqual([])
  })

  test('by segment, region or month, with blanks as (none)', () => {
    const sold = table(
      'Deal ID, Status, Amount, Close date, Segment',
      ['A', 'won', 30, '2024-01-05', 'Food'],
      ['B', 'won', 10, '2024-02-05', null],
    )
    expect(cells(ask(mix, { deals: sold }, { by: 'segment' }), 'segment', 'share')).toEqual([
      ['Food', 0.75],
      ['(none)', 0.25],
    ])
    expect(cells(ask(mix, { deals: sold }, { by: 'month' }), 'month', 'share')).toEqual([
      ['2024-01', 0.75],
      ['2024-02', 0.25],
    ])
  })

  test('values that add up to 0 have no shares', () => {
    const credit = table('Deal ID, Status, Amount, Product', ['A', 'won', 30, 'X'], ['B', 'won', -30, 'Y'])
    const answer = ask(mix, { deals: credit }, { target: 'X=1' })
    expect(cells(answer, 'value', 'share', 'gap')).toEqual([
      [30, null, null],
      [-30, null, null],
    ])
    expect(new Set(reasons(answer))).toEqual(
      new Set(['The values do not add up to more than 0, so there are no shares.']),
    )
  })

  test('lines split what the deal calls by one product', () => {
    expect(
      cells(ask(mix, { deals, lines: soldLines }, { by: 'owner,product', scope: 'Anna' }), 'product', 'value'),
    ).toEqual([
      ['Pump P2', 8_000],
      ['Service visit', 2_000],
    ])
  })

  test.each([
    ['Pumps', 'is no share'],
    ['Pumps=60', 'is no share'],
    ['Pumps=-1%', 'is no share'],
    ['=1', 'is no share'],
    ['Pumps=0.5;PUMPS=0.5', '"PUMPS" has two shares; give it one.'],
  ])('refuses the target %s', (target, reason) => {
    expect(cells(ask(mix, { deals }, { target }), 'share')).toContain(reason)
  })

  test('refuses a target mix where it is split by two columns', () => {
    expect(cells(ask(mix, { deals }, { by: 'owner,product', target: 'Pumps=1' }), 'share')).toBe(
      'argument: target is a mix of single items: split by one column, such as by=product.',
    )
  })
})
