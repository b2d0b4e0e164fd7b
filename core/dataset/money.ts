import { SpmError } from '../errors.ts'
import { Numbers, type Statuses, type Texts } from './columns.ts'
import type { Conversion, Exchange } from './conversion.ts'

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
 * The currency that money is added up in: the one that is set, else the only one present; empty where nothing tells.
 *
 * @throws SpmError `conflict` where there are several and none is set
 */
export const baseOf = (columns: MoneyColumns, set: string): string => {
  const currencies = currenciesOf(columns)
  if (set !== '' || currencies.length <= 1) return set || (currencies[0] ?? '')
  throw new SpmError(
    'conflict',
    `${columns.table}: amounts are in ${currencies.join(', ')}. Say with the setting base_currency which one figures are to be in, such as ${currencies[0] ?? ''}.`,
  )
}

/** Whether every amount is in the base currency as it stands. */
const isInBase = (columns: MoneyColumns, base: string): boolean =>
  currenciesOf(columns).every((currency) => currency === base)

const refuseUnconverted = (columns: MoneyColumns, base: string): SpmError =>
  new SpmError(
    'conflict',
    `${columns.table}: amounts are in ${currenciesOf(columns).join(', ')} and the base currency is ${base}, and nothing tells what they are worth in it. Give a table FX (currency, date, rate_to_base), add an "Amount base" column, or keep one currency.`,
  )

/** Rows whose amount has no exchange rate: the first, its currency and how many. */
export interface Unconverted {
  readonly row: number
  readonly currency: string
  readonly count: number
}

export interface Values {
  readonly values: Numbers | null
  readonly missing: Unconverted | null
}

const currencyReader = ({ currency, written }: MoneyColumns): ((row: number) => string) => {
  const labels = currency?.labels.map((label) => label.toUpperCase()) ?? ['']
  const stated = (row: number): string => labels[currency?.code(row) ?? 0] ?? ''
  return written.size === 0 ? stated : (row) => written.get(row) ?? stated(row)
}

/** How each row's amount becomes one in the base currency. */
const exchangeRows = (columns: MoneyColumns, own: Numbers, exchange: Exchange) => {
  const { base } = columns
  const currencyOf = currencyReader(columns)
  const known = new Map<string, Conversion>()
  const conversionOf = (row: number): Conversion => {
    const currency = currencyOf(row)
    const conversion = known.get(currency) ?? exchange.of(currency)
    known.set(currency, conversion)
    return conversion
  }
  const isGiven = (row: number): boolean => base !== null && !exchange.atPlan && !base.isBlank(row)
  return {
    currencyOf,
    value: (row: number): number => (isGiven(row) ? (base?.at(row) ?? NaN) : own.at(row) * conversionOf(row)(row)),
    rate: (row: number): number => (isGiven(row) ? (base?.at(row) ?? NaN) / own.at(row) : conversionOf(row)(row)),
  }
}

const unconverted = (values: Numbers, own: Numbers, currencyOf: (row: number) => string): Unconverted | null => {
  let [first, count] = [-1, 0]
  for (let row = 0; row < values.length; row++) {
    if (!values.isBlank(row) || own.isBlank(row)) continue
    if (first < 0) first = row
    count++
  }
  return first < 0 ? null : { row: first, currency: currencyOf(first), count }
}

const fill = (rows: number, at: (row: number) => number): Numbers => {
  const values = new Float64Array(rows)
  for (let row = 0; row < rows; row++) values[row] = at(row)
  return new Numbers(values)
}

/**
 * Amounts in the base currency; NaN where blank, or where nothing tells what they are worth in it. With one currency
 * they are the amounts themselves; with several, what the source has converted, else amount × rate. Plan rates go before
 * what the source has converted.
 *
 * @throws SpmError `conflict` for several currencies without a base currency, or with nothing to convert them by
 */
export const readValues = (columns: MoneyColumns, exchange: Exchange): Values => {
  const own = amounts(columns)
  if (isInBase(columns, baseOf(columns, exchange.base))) return { values: own ?? columns.base, missing: null }
  if (columns.base === null && !exchange.hasRates) throw refuseUnconverted(columns, exchange.base)
  if (own === null) return { values: columns.base, missing: null }
  const { value, currencyOf } = exchangeRows(columns, own, exchange)
  const values = fill(own.length, value)
  return { values, missing: unconverted(values, own, currencyOf) }
}

/** What one unit of each row's currency is worth in the base currency; `null` where all amounts are in it. */
export const readFactors = (columns: MoneyColumns, exchange: Exchange): Numbers | null => {
  const { amount, base } = columns
  if (amount === null || isInBase(columns, baseOf(columns, exchange.base))) return null
  if (base === null && !exchange.hasRates) throw refuseUnconverted(columns, exchange.base)
  return fill(amount.length, exchangeRows(columns, amount, exchange).rate)
}
