import { isoDay, type Day } from '../cells/day.ts'
import { SpmError } from '../errors.ts'
import { Numbers, Texts } from './columns.ts'
import { more, type Finding } from './findings.ts'
import type { Table } from './table.ts'

export type RateType = 'spot' | 'plan'

/** Exchange rates to the base currency. Every look-up is by currency, type and day: none is kept for a currency alone. */
export interface Rates {
  has(type: RateType): boolean
  /** The latest rate at or before a day, of a currency in capitals; NaN where there is none. */
  at(currency: string, type: RateType, day: Day): number
}

/** One currency's rates of one type, in order of their days; a rate without a day holds from the beginning. */
interface Series {
  readonly days: number[]
  readonly rates: number[]
  readonly rows: number[]
}

const keyOf = (currency: string, type: string): string => `${type} ${currency}`

const refuseTwo = (table: Table, currency: string, series: Series, i: number): void => {
  const [day = NaN, row = 0, other = 0] = [series.days[i], series.rows[i], series.rows[i - 1]]
  if (day !== series.days[i - 1] || series.rates[i] === series.rates[i - 1]) return
  const when = day === -Infinity ? 'without a date' : `of ${isoDay(day)}`
  throw new SpmError(
    'conflict',
    `"${table.name}", rows ${table.sheetRow(other)} and ${table.sheetRow(row)}: there are two rates of ${currency} ${when}, ${series.rates[i - 1]} and ${series.rates[i]}. Keep one of them.`,
  )
}

const inOrder = (table: Table, currency: string, { days, rates, rows }: Series): Series => {
  const order = days.map((_, i) => i).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b)
  const pick = (values: readonly number[]): number[] => order.map((i) => values[i] ?? NaN)
  const sorted = { days: pick(days), rates: pick(rates), rows: pick(rows) }
  sorted.days.forEach((_, i) => {
    if (i > 0) refuseTwo(table, currency, sorted, i)
  })
  return sorted
}

const latest = ({ days, rates }: Series, day: Day): number => {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? Infinity) <= day) low = middle + 1
    else high = middle
  }
  return rates[low - 1] ?? NaN
}

const useless = (table: Table, rows: readonly number[]): Finding | null => {
  const [first] = rows
  if (first === undefined) return null
  const [row, column, count] = [table.sheetRow(first), table.header('rate_to_base'), rows.length]
  const text = `"${table.name}", row ${row}, column "${column}": a rate needs a currency, a number above 0 and the type spot or plan${more(count)}; it is not used. Write what one unit of the currency is worth in the base currency.`
  return { level: 'warn', code: 'fx-rate', table: table.name, column, row, count, text }
}

interface RateColumns {
  readonly currency: Texts
  readonly rate: Numbers
  readonly date: Numbers | null
  readonly type: Texts | null
}

const columnsOf = (table: Table): RateColumns | null => {
  const [currency, rate] = [table.read('currency'), table.read('rate_to_base')]
  const [date, type] = [table.read('date'), table.read('type')]
  return currency instanceof Texts && rate instanceof Numbers
    ? { currency, rate, date: date instanceof Numbers ? date : null, type: type instanceof Texts ? type : null }
    : null
}

/** What the rate of a row is of; `null` where the row is of no use. */
const keyAt = ({ currency, rate, type }: RateColumns, row: number): string | null => {
  const word = type?.at(row).toLowerCase() || 'spot'
  const isUseful = !currency.isBlank(row) && rate.at(row) > 0 && (word === 'spot' || word === 'plan')
  return isUseful ? keyOf(currency.at(row).toUpperCase(), word) : null
}

const readRows = (table: Table, note: (finding: Finding) => void): ReadonlyMap<string, Series> => {
  const columns = columnsOf(table)
  if (columns === null) return new Map()
  const { rate, date } = columns
  const found = new Map<string, Series>()
  const unused: number[] = []
  for (let row = 0; row < table.rows; row++) {
    const key = keyAt(columns, row)
    if (key === null) {
      unused.push(row)
      continue
    }
    const series = found.get(key) ?? { days: [], rates: [], rows: [] }
    series.days.push(date === null || date.isBlank(row) ? -Infinity : date.at(row))
    series.rates.push(rate.at(row))
    series.rows.push(row)
    found.set(key, series)
  }
  const finding = useless(table, unused)
  if (finding !== null) note(finding)
  return new Map([...found].map(([key, series]) => [key, inOrder(table, key.slice(key.indexOf(' ') + 1), series)]))
}

/**
 * The rates of the table FX; `null` without it.
 *
 * @throws SpmError `conflict` where a currency has two rates of one type and day
 */
export const readRates = (table: Table | null, note: (finding: Finding) => void): Rates | null => {
  if (table === null) return null
  const all = readRows(table, note)
  return {
    has: (type) => [...all.keys()].some((key) => key.startsWith(`${type} `)),
    at: (currency, type, day) => {
      const series = all.get(keyOf(currency, type))
      return series === undefined ? NaN : latest(series, day)
    },
  }
}
