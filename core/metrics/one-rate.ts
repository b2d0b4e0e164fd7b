import type { Numbers, Texts } from '../dataset/columns.ts'
import { exchangeOf, isAtPlan } from '../dataset/conversion.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { GroupSums } from '../math/sum.ts'
import type { Context } from './define.ts'
import { isFilled } from './is-filled.ts'
import type { TwoLooks } from './two-looks.ts'

interface Money {
  readonly value: Numbers
  readonly amount: Numbers | null
  readonly currency: Texts | null
  readonly amount_base: Numbers | null
}

/** The rate of each currency, by its code, among the given rows: converted amounts ÷ amounts; NaN where none tells. */
const ratesAmong = (rows: Int32Array, amount: Numbers, base: Numbers, currency: Texts): Float64Array => {
  const [tops, bottoms] = [new GroupSums(currency.labels.length), new GroupSums(currency.labels.length)]
  for (const row of rows) {
    if (row < 0 || amount.isBlank(row) || base.isBlank(row)) continue
    tops.add(currency.code(row), Math.abs(base.at(row)))
    bottoms.add(currency.code(row), Math.abs(amount.at(row)))
  }
  return Float64Array.from(currency.labels, (_, code) => tops.at(code) / bottoms.at(code))
}

/** The rate of each currency, by its code: that of the table FX on a day, else what the source has converted tells. */
const ratesOf = (
  { amount, amount_base: base }: Money,
  currency: Texts,
  { before, after, to }: TwoLooks,
  data: Dataset,
): Float64Array => {
  const exchange = exchangeOf(data.seen({ asOf: to, exchange: 'as_of' }), 'snapshots')
  const listed = Float64Array.from(currency.labels, (label) => exchange.of(label.toUpperCase())(0))
  if (amount === null || base === null || !isFilled(base)) return listed
  const [late, early] = [ratesAmong(after, amount, base, currency), ratesAmong(before, amount, base, currency)]
  return listed.map((rate, code) => [late[code], early[code], rate].find(Number.isFinite) ?? NaN)
}

/**
 * What rows of two looks are worth at one rate per currency, that of the later look (of the earlier one for a currency
 * which the later has not), so that no change of a rate reads as a change of a deal; at plan rates where there are any.
 * A blank amount is 0.
 */
export const atOneRate = (money: Money, looks: TwoLooks, { data, note }: Context): ((row: number) => number) => {
  const { value, amount, currency } = money
  const plain = (row: number): number => value.at(row) || 0
  if (amount === null || currency === null || value.values === amount.values || isAtPlan(data)) return plain
  const rates = ratesOf(money, currency, looks, data)
  note('Amounts in other currencies are at one rate for both days, that of the second.')
  return (row) => {
    const rate = rates[currency.code(row)] ?? NaN
    return currency.isBlank(row) || amount.isBlank(row) || !Number.isFinite(rate) ? plain(row) : amount.at(row) * rate
  }
}
