import { describe, expect, test } from '@jest/globals'
import { cacPayback } from '#core/metrics/cac-payback'
import { ask, cells } from './ask.ts'

const months = (cac: unknown, revenue: unknown, margin: unknown): unknown =>
  cells(ask(cacPayback, {}, { cac, revenue, margin }), 'months')

describe('CAC_PAYBACK', () => {
  test('is a fraction of a month where it is quick, and 0 where the customer cost nothing', () => {
    expect(months(300, 1_000, 0.6)).toEqual([[0.5]])
    expect(months(0, 1_000, 0.6)).toEqual([[0]])
  })

  test.each([
    [1_000, 0],
    [0, 0.8],
    [1_000, -0.1],
  ])('revenue %d at a margin of %d never pays back', (revenue, margin) => {
    expect(months(100, revenue, margin)).toEqual([['never']])
  })

  test.each([
    [null, 1, 0.5, 'argument: cac is missing: give a number, such as 12000.'],
    [100, null, 0.5, 'argument: revenue is missing: give a number, such as 1500.'],
    [100, 1, null, 'argument: margin is missing: give a number, such as 0.8.'],
    [-1, 1, 0.5, 'argument: cac is -1; what a customer costs is 0 or more.'],
    [100, 1, 80, 'argument: margin is 80; write it as a share of 1, such as 0.8 for 80%.'],
    ['much', 1, 0.5, 'argument: cac is "much"; it must be a number.'],
  ])('refuses %j, %j, %j', (cac, revenue, margin, reason) => {
    expect(months(cac, revenue, margin)).toBe(reason)
  })
})
