import { expect, test } from '@jest/globals'
import { isCurrency } from '#core/dataset/currency-codes'
import { fieldLabel, headerKey, repeated } from '#core/dataset/header'

test.each([
  ['  Close   Date ', 'closedate'],
  ['Prévu/À faire', 'prevuafaire'],
  ['Deal - Value', 'value'],
  ['deal  -  Value', 'value'],
  ['  Person - Name', 'name'],
  ['Organization - Name', 'name'],
  ['Organisation - Name', 'name'],
  ['Activity - Type', 'type'],
  ['Big deal - Value', 'bigdealvalue'],
  ['Deal-Value', 'dealvalue'],
  ['Probability (%)', 'probability'],
])('the key of "%s" is %s', (header, key) => {
  expect(headerKey(header)).toBe(key)
})

test.each([
  ['close_date', 'Close date'],
  ['deal_id', 'Deal ID'],
  ['last_open_stage', 'Last open stage'],
  ['paid', 'Paid'],
])('the label of %s is "%s"', (field, label) => {
  expect(fieldLabel(field)).toBe(label)
})

test.each([
  ['Close Date (2)', 'Close Date'],
  ['Close Date  (9)', 'Close Date'],
  ['Close Date (1)', 'Close Date (1)'],
  ['Close Date (2) old', 'Close Date (2) old'],
  ['Stage (2)', 'Stage (2)'],
])('"%s" repeats "%s"', (header, first) => {
  expect(repeated(header, new Set(['Close Date', 'Close Date old']))).toBe(first)
})

test('a currency is an ISO code, in capitals or not', () => {
  expect(['EUR', 'usd', 'Zmw', 'ANG', 'HRK'].map(isCurrency)).toEqual([true, true, true, true, true])
  expect(['', 'EURO', 'XAU', 'AB', 'E UR', 'EUR GBP'].map(isCurrency)).toEqual(Array(6).fill(false))
})
