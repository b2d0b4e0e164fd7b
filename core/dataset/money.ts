import { SpmError } from '../errors.ts'
import type { Numbers, Statuses, Texts } from './columns.ts'

export interface MoneyColumns {
  readonly table: string
  readonly amount: Numbers | null
  readonly actual: Numbers | null
  readonly base: Numbers | null
  readonly currency: Texts | null
  /** Currencies written in the amount's own cells. */
  readonly written: ReadonlyMap<number, string>
  readonly status: Statuses | null
}

/** Every currency the rows name, in the order they appear. */
export const currenciesOf = ({ currency, written }: MoneyColumns): readonly string[] => {
  const present = new Set<string>()
  if (currency !== null) {
    const seen = new Uint8Array(currency.labels.length)
    for (const code of currency.codes) seen[code] = 1
    currency.labels.forEach((label, code) => {
      if (code > 0 && seen[code] === 1) present.add(label.toUpperCase())
    })
  }
  for (const each of written.values()) present.add(each)
  return [...present]
}

/** Estimated amounts, replaced by what the deal was won for where the source keeps that apart. */
const amounts = ({ amount, actual, status }: MoneyColumns): Numbers | null => {
  if (amount === null || actual === null || status === null) return amount ?? actual
  return amount.map((value, row) => (status.isWon(row) && !actual.isBlank(row) ? actual.at(row) : value))
}

/**
 * Amounts in the base currency; NaN where blank. With one currency they are the amounts themselves; with several the
 * column that the source has converted counts, and without it no figure can be given.
 */
export const readValues = (columns: MoneyColumns, base: string): Numbers | null => {
  const own = amounts(columns)
  const currencies = currenciesOf(columns)
  if (currencies.length <= 1 && (base === '' || currencies.length === 0 || currencies[0] === base))
    return own ?? columns.base
  if (columns.base !== null) return columns.base
  throw new SpmError(
    'conflict',
    `${columns.table}: amounts are in ${currencies.join(', ')}${base === '' ? '' : ` and the base currency is ${base}`}, and no column holds them in one currency. Add an "Amount base" column, or keep one currency.`,
  )
}
