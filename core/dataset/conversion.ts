import type { Day } from '../cells/day.ts'
import { SpmError } from '../errors.ts'
import { Numbers } from './columns.ts'
import type { Dataset } from './dataset.ts'
import type { TableName } from './tables/index.ts'

/** What one unit of a currency is worth in the base currency, for the money of a row; NaN where nothing tells. */
export type Conversion = (row: number) => number

/** How the money of one table is converted. */
export interface Exchange {
  /** ISO code; empty where none is set. */
  readonly base: string
  readonly hasRates: boolean
  /** Every amount at the one plan rate of its currency, whatever the source has converted. */
  readonly atPlan: boolean
  of(currency: string): Conversion
}

/** The day whose rate counts, of tables whose rows have a day of their own. */
const dayFields: Readonly<Partial<Record<TableName, string>>> = {
  snapshots: 'snapshot_at',
  offers: 'sent',
  sales: 'date',
  costs: 'start',
}

const ownDay = (data: Dataset, name: TableName): ((row: number) => Day) => {
  const field = dayFields[name]
  const days = field === undefined ? null : data.anyColumn(name, field)
  return (row) => (days instanceof Numbers ? days.at(row) : NaN)
}

/** Of a closed deal its closing day, of an open one the as-of day. */
const dealDay = (data: Dataset): ((row: number) => Day) => {
  const [status, closing] = [data.column('deals', 'status'), data.column('deals', 'closing')]
  return (row) => (status?.isClosed(row) === true ? (closing?.at(row) ?? NaN) : data.asOf)
}

const dayOf = (data: Dataset, name: TableName): ((row: number) => Day) => {
  if (data.exchange === 'as_of') return () => data.asOf
  return name === 'deals' ? dealDay(data) : ownDay(data, name)
}

/** Whether amounts are at plan rates: those were asked for, and there are some. */
export const isAtPlan = (data: Dataset): boolean => data.exchange === 'plan' && data.rates()?.has('plan') === true

/**
 * The rule by which amounts are converted. A metric that asks for plan rates has those of the setting where there are
 * none.
 *
 * @throws SpmError `setting` where the setting asks for plan rates, and FX has none
 */
export const exchangeOf = (data: Dataset, name: TableName): Exchange => {
  const rates = data.rates()
  const atPlan = isAtPlan(data)
  if (!atPlan && rates !== null && data.settings.exchange_rate === 'plan')
    throw new SpmError(
      'setting',
      `Setting exchange_rate is plan, and "${data.table('fx')?.name ?? 'FX'}" has no plan rates. Give them the type plan, or set exchange_rate to close.`,
    )
  const base = data.settings.base_currency.toUpperCase()
  const day = dayOf(data, name)
  return {
    base,
    hasRates: rates !== null,
    atPlan,
    of: (currency) => {
      if (currency === base) return () => 1
      if (rates === null || currency === '') return () => NaN
      const planned = rates.at(currency, 'plan', data.asOf)
      return atPlan ? () => planned : (row) => rates.at(currency, 'spot', day(row))
    },
  }
}
