import { describe, expect, test } from '@jest/globals'
import type { Exchange } from '#core/dataset/conversion'
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

/** Without rates: what is not in the base currency cannot be converted. */
const unrated = (base: string): Exchange => ({
  base,
  hasRates: false,
  atPlan: false,
  of: (currency) => (currency === base ? () => 1 : () => NaN),
})

const values = (given: Partial<MoneyColumns>, base = ''): readonly number[] | null => {
  const { values: column } = readValues(columns(given), unrated(base))
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
    expect(values({ amount, base, currency: textsOf('EUR', 'USD', 'EUR') }, 'EUR')).toEqual([9, 19, 29])
    expect(values({ amount, base, currency: textsOf('USD', 'USD', 'USD') }, 'EUR')).toEqual([9, 19, 29])
  })

  test('an amount that is in the base currency needs no conversion; one that is not, and has none, is missing', () => {
    const money = {
      amount: numbersOf(10, 20, 30),
      base: numbersOf(null, 19, null),
      currency: textsOf('EUR', 'USD', 'SEK'),
    }
    expect(values(money, 'EUR')).toEqual([10, 19, NaN])
    expect(readValues(columns(money), unrated('EUR')).missing).toEqual({ row: 2, currency: 'SEK', count: 1 })
  })

  test('a currency that is written in the cell goes before that of the column', () => {
    const written = new Map([[1, 'EUR']])
    const money = { amount: numbersOf(10, 20), base: numbersOf(9, null), currency: textsOf('USD', 'USD'), written }
    expect(values(money, 'EUR')).toEqual([9, 20])
  })

  test('several currencies without a base currency are an error that asks for it (D6)', () => {
    const several = { amount, currency: textsOf('EUR', 'USD', 'EUR') }
    const reason =
      'Deals: amounts are in EUR, USD. Say with the setting base_currency which one figures are to be in, such as EUR.'
    expect(() => values(several)).toThrow(reason)
    expect(() => values({ ...several, base: numbersOf(9, 19, 29) })).toThrow(reason)
  })

  test('nothing to convert them by is an error, also of one currency that is not the base currency', () => {
    expect(() => values({ amount, currency: textsOf('EUR', 'USD', 'EUR') }, 'EUR')).toThrow(
      'Deals: amounts are in EUR, USD and the base currency is EUR, and nothing tells what they are worth in it. Give a table FX (currency, date, rate_to_base), add an "Amount base" column, or keep one currency.',
    )
    expect(() => values({ amount, written: new Map([[0, 'USD']]) }, 'EUR')).toThrow(
      'Deals: amounts are in USD and the base currency is EUR',
    )
  })
})
