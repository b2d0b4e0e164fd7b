import { describe, expect, test } from '@jest/globals'
import { currenciesOf, readValues, type MoneyColumns } from '#core/dataset/money'
import { numbersOf, statusesOf, textsOf } from './in-columns.ts'

const columns = (given: Partial<MoneyColumns>): MoneyColumns => ({
  table: 'Deals',
  amount: null,
  actual: null,
  base: null,
  currency: null,
  written: new Map(),
  status: null,
  ...given,
})

const values = (given: Partial<MoneyColumns>, base = ''): readonly number[] | null => {
  const column = readValues(columns(given), base)
  return column === null ? null : [...column.values]
}

describe('currenciesOf', () => {
  test('lists every currency once, from the column and from the cells', () => {
    const written = new Map([
      [0, 'USD'],
      [2, 'GBP'],
    ])
    expect(currenciesOf(columns({ currency: textsOf('eur', 'EUR', '', 'USD'), written }))).toEqual([
      'EUR',
      'USD',
      'GBP',
    ])
  })

  test('names none that no row has', () => {
    const currency = textsOf('EUR', 'USD').pick(Uint32Array.of(0))
    expect(currenciesOf(columns({ currency }))).toEqual(['EUR'])
  })
})

describe('readValues (D6, D7)', () => {
  const amount = numbersOf(10, 20, null)

  test('in one currency the amounts themselves count', () => {
    expect(values({ amount })).toEqual([10, 20, NaN])
    expect(values({ amount, currency: textsOf('EUR', 'EUR', '') })).toEqual([10, 20, NaN])
    expect(values({ amount, currency: textsOf('eur', 'EUR', '') }, 'EUR')).toEqual([10, 20, NaN])
  })

  test('of a won deal the actual amount counts, where there is one (D7)', () => {
    const status = statusesOf('won', 'open', 'won')
    expect(values({ amount, actual: numbersOf(9, 19, 29), status })).toEqual([9, 20, 29])
    expect(values({ amount, actual: numbersOf(null, 19, null), status })).toEqual([10, 20, NaN])
  })

  test('without an estimate the actual amount counts, without both the converted one', () => {
    expect(values({ actual: numbersOf(9) })).toEqual([9])
    expect(values({ base: numbersOf(8) })).toEqual([8])
    expect(values({})).toBeNull()
  })

  test('in several currencies the converted amounts count', () => {
    const base = numbersOf(9, 19, 29)
    expect(values({ amount, base, currency: textsOf('EUR', 'USD', 'EUR') })).toEqual([9, 19, 29])
    expect(values({ amount, base, currency: textsOf('USD', 'USD', 'USD') }, 'EUR')).toEqual([9, 19, 29])
  })

  test('several currencies and nothing converted is an error that names them (D6)', () => {
    expect(() => values({ amount, currency: textsOf('EUR', 'USD', 'EUR') })).toThrow(
      'Deals: amounts are in EUR, USD, and no column holds them in one currency. Add an "Amount base" column, or keep one currency.',
    )
  })

  test('so is one currency that is not the base currency', () => {
    expect(() => values({ amount, written: new Map([[0, 'USD']]) }, 'EUR')).toThrow(
      'Deals: amounts are in USD and the base currency is EUR, and no column',
    )
  })
})
