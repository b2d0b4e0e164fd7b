import { describe, expect, test } from '@jest/globals'
import { noAnswer, type ResultKind, type Value } from '#core/metrics/value'
import { showValue } from '#core/report/show-value'

describe('showValue', () => {
  test.each<[Value, ResultKind, string]>([
    [1234567.4, 'money', '1,234,567 EUR'],
    [-1234.5, 'money', '−1,235 EUR'],
    [-0.4, 'money', '0 EUR'],
    [0.625, 'percent', '62.5%'],
    [0.034, 'points', '+3.4%'],
    [-0.034, 'points', '−3.4%'],
    [0, 'points', '0.0%'],
    [2.4331, 'ratio', '2.43×'],
    [1234.5, 'decimal', '1,234.50'],
    [45382, 'date', '2024-03-31'],
    [1512, 'count', '1,512'],
    [52.5, 'days', '52.5'],
    ['Fix', 'status', 'Fix'],
    [null, 'money', ''],
    [true, 'text', 'true'],
    [noAnswer('nothing was sold'), 'money', 'no answer: nothing was sold'],
  ])('%p as %s is "%s"', (value, kind, text) => {
    expect(showValue(value, kind, 'EUR')).toBe(text)
  })

  test('money without a currency is a plain number', () => {
    expect(showValue(1000, 'money')).toBe('1,000')
  })
})
