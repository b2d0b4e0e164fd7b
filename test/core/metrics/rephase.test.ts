import { describe, expect, test } from '@jest/globals'
import { rephase } from '#core/metrics/rephase'
import { ask, cells } from './ask.ts'

const rows = (args: Record<string, unknown>): unknown => cells(ask(rephase, {}, args), 'kind', 'target', 'change')

describe('REPHASE', () => {
  test('before anything is over, the plan stays as it is', () => {
    expect(rows({ total: 10, weights: '2,3' })).toEqual([
      ['Target', 4, 0],
      ['Target', 6, 0],
    ])
  })

  test('exactly at the total nothing is left, and there is no surplus', () => {
    expect(rows({ total: 10, actuals: 10, weights: '1,1' })).toEqual([
      ['Actual', 10, 1],
      ['Target', 0, -1],
    ])
  })

  test('a period that the plan left out has no change', () => {
    expect(rows({ total: 10, actuals: [[3]], weights: '0,1' })).toEqual([
      ['Actual', 3, null],
      ['Target', 7, expect.closeTo(-0.3, 12)],
    ])
  })

  test('takes the names of the periods from a range, commas and all', () => {
    const args = { total: 4, weights: '1,1', periods: [['Q1, spring', 'Q2, summer']], step: 0 }
    expect(cells(ask(rephase, {}, args), 'label')).toEqual([['Q1, spring'], ['Q2, summer']])
  })

  test.each([
    [{ weights: '1,1' }, 'argument: total is missing: give a number, such as 100000.'],
    [{ total: 1 }, 'argument: weights is missing: give a range, or numbers with commas, such as 6,7,9.'],
  ])('refuses %j', (args, reason) => {
    expect(rows(args)).toBe(reason)
  })
})
