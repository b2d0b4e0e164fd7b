import { SpmError } from '../errors.ts'
import { Numbers, type Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { currencyOf } from './derive.ts'
import { headerKey } from './header.ts'
import type { TargetColumns } from './target-rows.ts'

const inMoney = new Set(['sales', 'newsales', 'margin', 'pipelinecreated', 'avgdeal'])

const noPlanRate = (data: Dataset, row: number, currency: string, base: string): SpmError => {
  const name = data.table('targets')?.name ?? 'Targets'
  return new SpmError(
    'conflict',
    `"${name}", row ${data.sheetRow('targets', row)}: the target is in ${currency}, and the deals are in ${base}. Write targets in ${base}, or give a plan rate of ${currency} in FX.`,
  )
}

/** The rows that are in another currency than the base. */
const others = (currency: Texts, rows: Uint32Array, base: string): Uint32Array => {
  const isOther = currency.labels.map((label) => label !== '' && label.toUpperCase() !== base)
  return rows.filter((row) => isOther[currency.code(row)] === true)
}

/**
 * The targets of one metric in the base currency, those in another one at its plan rate.
 *
 * @throws SpmError `conflict` that names the row of a target without a plan rate
 */
export const inBaseCurrency = (
  targets: TargetColumns,
  rows: Uint32Array,
  metric: string,
  data: Dataset,
): TargetColumns => {
  const base = currencyOf(data.whole)
  if (targets.currency === null || base === '' || !inMoney.has(headerKey(metric))) return targets
  const foreign = others(targets.currency, rows, base)
  if (foreign.length === 0) return targets
  const values = Float64Array.from(targets.value.values)
  for (const row of foreign) {
    const currency = targets.currency.at(row).toUpperCase()
    const rate = data.rates()?.at(currency, 'plan', data.asOf) ?? NaN
    if (Number.isNaN(rate)) throw noPlanRate(data, row, currency, base)
    values[row] = targets.value.at(row) * rate
  }
  return { ...targets, value: new Numbers(values) }
}
