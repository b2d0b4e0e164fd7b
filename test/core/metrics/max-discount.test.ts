import { describe, expect, test } from '@jest/globals'
import { maxDiscount } from '#core/metrics/max-discount'
import { ask, cells, notes, reasons } from './ask.ts'

const ceiling = (args: Record<string, unknown>): unknown => cells(ask(maxDiscount, {}, args), 'product', 'ceiling')

describe('MAX_DISCOUNT', () => {
  test('a margin below the target already asks for a higher price, and says so', () => {
    const answer = ask(maxDiscount, {}, { margins: 0.4, target: 0.5 })
    expect(cells(answer, 'ceiling')).toEqual([[expect.closeTo(-0.2, 12)]])
    expect(notes(answer)).toEqual([
      'The margin at list prices is below the target: prices have to rise, by the discount below 0.',
    ])
  })

  test('a margin of 0 may be given away, which no volume makes up for', () => {
    const answer = ask(maxDiscount, {}, { margins: 0.6, target: 0 })
    expect(cells(answer, 'ceiling', 'volume')).toEqual([[0.6, null]])
    expect(reasons(answer)).toEqual(['Nothing is left of the margin.'])
  })

  test('products without shares count the same', () => {
    expect(ceiling({ margins: [[0.6], [0.5]], target: 0.5 })).toEqual([
      ['All', expect.closeTo(0.1, 12)],
      ['Product 1', expect.closeTo(0.2, 12)],
      ['Product 2', 0],
    ])
  })

  test.each([
    [{ target: 0.5 }, 'argument: margins is missing: give a range, or numbers with commas, such as 0.65,0.55,0.4.'],
    [{ margins: 0.6 }, 'argument: target is missing: give a number, such as 0.5.'],
    [{ margins: 0.6, target: 50 }, 'argument: target is 50; write it as a share of 1, such as 0.5 for 50%.'],
    [{ margins: 0.6, target: 1 }, 'argument: The target margin is 1 (100%); it must be below that.'],
    [
      { margins: '0.6,0.5', target: 0.5, shares: '1' },
      'argument: shares has 1 values for 2 rows; give one for each, blank where there is none.',
    ],
  ])('refuses %j', (args, reason) => {
    expect(ceiling(args)).toBe(reason)
  })
})
