import { describe, expect, test } from '@jest/globals'
import { decimalOf, readClockHours, readNumberText, type Decimal } from '#core/cells/number-text'

const value = (text: string, decimal: Decimal = '.'): number | undefined => readNumberText(text, decimal)?.value

describe('readNumberText', () => {
  test.each([
    ['1054', '.', 1054],
    ['-57.5', '.', -57.5],
    ['1,234.56', '.', 1234.56],
    ['1.234,56', ',', 1234.56],
    ['1 234,50', ',', 1234.5],
    ['1 234,50 €', ',', 1234.5],
    ['€ 3.500,00', ',', 3500],
    ['$125,000', '.', 125000],
    ['USD 485,000.00', '.', 485000],
    ['(1,000)', '.', -1000],
    ['(1 000)', '.', -1000],
    ['90%', '.', 0.9],
    ['12,5 %', ',', 0.125],
    ['1e3', '.', 1000],
    ["1'234'567", '.', 1234567],
  ] as const)('reads %s with decimal %s', (text, decimal, expected) => {
    expect(value(text, decimal)).toBeCloseTo(expected, 9)
  })

  test.each(['tbd', '12a', '', '1,23,4567', '1.2.3', '(5', 'about 5', '12 of 20', '--5'])('refuses %j', (text) => {
    expect(readNumberText(text, '.')).toBeNull()
  })

  test('names the currency that stands beside the number', () => {
    expect(readNumberText('USD 485,000.00', '.')?.currency).toBe('USD')
    expect(readNumberText('485 EUR', '.')?.currency).toBe('EUR')
    expect(readNumberText('£12', '.')?.currency).toBe('GBP')
    expect(readNumberText('12', '.')?.currency).toBeNull()
  })
})

describe('decimalOf', () => {
  test('one proof decides for the whole column', () => {
    expect(decimalOf(['1.234', '12,5']).decimal).toBe(',')
    expect(decimalOf(['1,234', '12.5']).decimal).toBe('.')
    expect(decimalOf(['1.234.567', '1.234']).decimal).toBe(',')
  })

  test('without proof a comma groups thousands', () => {
    expect(decimalOf(['1,234', '125,000'])).toEqual({ decimal: '.', ambiguous: null })
  })

  test('a point before three digits with nothing else is read as decimal, and said to be open', () => {
    expect(decimalOf(['3.500', '12'])).toEqual({ decimal: '.', ambiguous: '3.500' })
    expect(decimalOf(['3.500', '0.75'])).toEqual({ decimal: '.', ambiguous: null })
    expect(decimalOf(['1234.567'])).toEqual({ decimal: '.', ambiguous: null })
    expect(decimalOf(['1234,567'])).toEqual({ decimal: ',', ambiguous: null })
  })
})

describe('readClockHours', () => {
  test.each([
    ['1:30', 1.5],
    ['00:15', 0.25],
    ['01:00:36', 1.01],
    ['120:00', 120],
  ])('%s are %s hours', (text, expected) => {
    expect(readClockHours(text)).toBeCloseTo(expected, 9)
  })

  test.each(['1:60', '1.30', '', '1:5', 'an hour'])('%j is no duration', (text) => {
    expect(readClockHours(text)).toBeNull()
  })
})
