import type { Numbers, Texts } from '../dataset/columns.ts'
import { GroupSums } from '../math/sum.ts'
import { isFilled } from './is-filled.ts'

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

/**
 * What rows of two looks are worth at one rate per currency, that of the later look (of the earlier one for a currency
 * which the later has not), so that no change of a rate reads as a change of a deal. A blank amount is 0.
 */
export const atOneRate = (
  { value, amount, currency, amount_base: base }: Money,
  { before, after }: { readonly before: Int32Array; readonly after: Int32Array },
  note: (text: string) => void,
): ((row: number) => number) => {
  const plain = (row: number): number => value.at(row) || 0
  if (amount === null || currency === null || base === null || !isFilled(base) || value.values === amount.values)
    return plain
  const [late, early] = [ratesAmong(after, amount, base, currency), ratesAmong(before, amount, base, currency)]
  const rates = late.map((rate, code) => (code === 0 || Number.isFinite(rate) ? rate : (early[code] ?? NaN)))
  note('Amounts in other currencies are at one rate for both days, that of the second.')
  return (row) => {
    const rate = rates[currency.code(row)] ?? NaN
    return currency.isBlank(row) || amount.isBlank(row) || !Number.isFinite(rate) ? plain(row) : amount.at(row) * rate
  }
}
