import { isAtPlan } from '../dataset/conversion.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { currenciesIn } from '../dataset/derive.ts'
import type { Metric } from './define.ts'

/** Says that amounts are at plan rates, where the answer converts any. */
export const noteExchange = ({ params }: Metric, data: Dataset, note: (text: string) => void): void => {
  if (!isAtPlan(data)) return
  const base = data.settings.base_currency.toUpperCase()
  const isConverted = Object.values(params).some(
    (param) =>
      param.type === 'table' &&
      [...param.need, ...param.use].includes('value') &&
      param.table !== 'targets' &&
      currenciesIn(data.whole, param.table).some((currency) => currency !== base),
  )
  if (isConverted) note('Amounts in other currencies are at plan rates.')
}
