import { describe, expect, test } from '@jest/globals'
import { mixForMargin } from '#core/metrics/mix-for-margin'
import { ask, cells, notes } from './ask.ts'

const shares = (args: Record<string, unknown>): unknown => cells(ask(mixForMargin, {}, args), 'product', 'share')

describe('MIX_FOR_MARGIN', () => {
  test('a mix that has the margin already stays as it is, and says so', () => {
    const answer = ask(mixForMargin, {}, { margins: '0.6,0.4', target: 0.45, mix: '0.5,0.5' })
    expect(cells(answer, 'share', 'shift')).toEqual([
      [expect.closeTo(0.5, 12), expect.closeTo(0, 12)],
      [expect.closeTo(0.5, 12), expect.closeTo(0, 12)],
      [1, null],
    ])
    expect(notes(answer)).toEqual(['The mix of today has that margin already, within the bounds.'])
  })

  test('two products with a mix of today meet where the closed form says', () => {
    expect(shares({ margins: [[0.58], [0.42]], target: 0.5, mix: [[0.2], [0.8]] })).toEqual([
      ['Product 1', expect.closeTo(0.5, 9)],
      ['Product 2', expect.closeTo(0.5, 9)],
      ['All', 1],
    ])
  })

  test.each([
    [{ target: 0.5 }, 'argument: margins is missing: give a range, or numbers with commas, such as 0.58,0.42.'],
    [{ margins: '0.6,0.4' }, 'argument: target is missing: give a number, such as 0.5.'],
    [
      { margins: '0.6,0.4', target: 0.7 },
      'no-answer: A margin of 0.7 lies outside what the two products have, 0.4 to 0.6.',
    ],
    [
      { margins: '0.6,0.4', target: 0.5, mix: '0.6,0.6' },
      'argument: mix: the shares of today add up to 1.2; they must add up to 1.',
    ],
    [
      { margins: '0.6,0.4', target: 0.5, upper: '0.2,0.2' },
      'no-answer: The highest shares add up to 0.4, less than 1. Raise one of them.',
    ],
  ])('refuses %j', (args, reason) => {
    expect(shares(args)).toBe(reason)
  })
})
