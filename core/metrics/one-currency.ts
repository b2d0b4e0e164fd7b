import type { Dataset } from '../dataset/dataset.ts'
import { currenciesIn } from '../dataset/derive.ts'
import type { TableName } from '../dataset/tables/index.ts'
import { SpmError } from '../errors.ts'

/**
 * Tables whose money is set off against each other must be in one currency.
 *
 * @throws SpmError `conflict` that names the tables and their currencies
 */
export const refuseOtherCurrency = (data: Dataset, first: TableName, second: TableName): void => {
  if (data.settings.base_currency !== '') return
  const [a, b] = [currenciesIn(data.whole, first), currenciesIn(data.whole, second)]
  if (a.length !== 1 || b.length !== 1 || a[0] === b[0]) return
  const nameOf = (name: TableName): string => data.table(name)?.name ?? name
  throw new SpmError(
    'conflict',
    `"${nameOf(first)}" is in ${a[0] ?? ''} and "${nameOf(second)}" in ${b[0] ?? ''}. Write both in one currency, or set base_currency and give the rates in a table FX.`,
  )
}
