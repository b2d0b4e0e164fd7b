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
    ['12,5', ',', 12.5],
    ['12', ',', 12],
    ['12.345', ',', 12345],
    ['1.234.567,89', ',', 1234567.89],
    ['$1234.56', '.', 1234.56],
    ['125,000.50', '.', 125000.5],
    ['1,234,567.89', '.', 1234567.89],
    ['12,34,567', '.', 1234567],
    ['$12,34,56,789.50', '.', 123456789.5],
    ['-1.25E+03', '.', -1250],
    ['12.5e-1', '.', 1.25],
    [' 2e10 ', '.', 2e10],
    ['CHF 1’234.50', '.', 1234.5],
    ['−1.234,50', ',', -1234.5],
    ['1 234,50 kr', ',', 1234.5],
    ['kr. 1.234,50', ',', 1234.5],
  ] as const)('reads %s with decimal %s', (text, decimal, expected) => {
    expect(value(text, decimal)).toBeCloseTo(expected, 9)
  })

  test.each([
    ...['tbd', '12a', '', '1,23,4567', '1.2.3', '(5', 'about 5', '12 of 20', '--5'],
    ...['1234,567', '1,2345', '123,45,678', '12,34,5678', '1,5e3', '1e3x', 'x1e3'],
  ])('refuses %j', (text) => {
    expect(readNumberText(text, '.')).toBeNull()
  })

  test.each(['12.5', '1.2', '1.2345', '1234.567', '1.234.56'])('refuses %j where the comma is decimal', (text) => {
    expect(readNumberText(text, ',')).toBeNull()
  })

  test('names the currency that stands beside the number', () => {
    expect(readNumberText('USD 485,000.00', '.')?.currency).toBe('USD')
    expect(readNumberText('485 EUR', '.')?.currency).toBe('EUR')
    expect(readNumberText('£12', '.')?.currency).toBe('GBP')
    expect(readNumberText('$12', '.')?.currency).toBe('USD')
    expect(readNumberText('¥ 12', '.')?.currency).toBe('JPY')
    expect(readNumberText('12 €', '.')?.currency).toBe('EUR')
    expect(readNumberText('12', '.')?.currency).toBeNull()
    expect(readNumberText('12 kr', '.')?.currency).toBeNull()
  })

  test('says whether a percent sign stands behind it', () => {
    expect(['5%', '5', '5 EUR', '1e3'].map((text) => readNumberText(text, '.')?.percent)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('decimalOf', () => {
  test('one proof decides for the whole column', () => {
    expect(decimalOf(['1.234', '12,5']).decimal).toBe(',')
    expect(decimalOf(['1,234', '12.5']).decimal).toBe('.')
    expect(decimalOf(['1.234.567', '1.234']).decimal).toBe(',')
    expect(decimalOf(['1,234,567', '3.500'])).toEqual({ decimal: '.', ambiguous: null })
    expect(decimalOf(['1.234,5']).decimal).toBe(',')
    expect(decimalOf(['.75', '3.500'])).toEqual({ decimal: '.', ambiguous: null })
    expect(decimalOf([',75', '3,500']).decimal).toBe(',')
  })

  test('what stands around a number leaves its proof as it is, and what is no number proves nothing', () => {
    expect(decimalOf([' € 12,5 ']).decimal).toBe(',')
    expect(decimalOf(['n.a.', 'approx. 3.5', '12,5']).decimal).toBe(',')
  })

  test('without proof a comma groups thousands', () => {
    expect(decimalOf(['1,234', '125,000'])).toEqual({ decimal: '.', ambiguous: null })
  })

  test('a point before three digits with nothing else is read as decimal, and said to be open', () => {
    expect(decimalOf(['3.500', '12', '4.500'])).toEqual({ decimal: '.', ambiguous: '3.500' })
    expect(decimalOf(['0.750'])).toEqual({ decimal: '.', ambiguous: null })
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
