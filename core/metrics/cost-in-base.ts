import type { Numbers } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { currenciesIn } from '../dataset/derive.ts'
import { numberAt } from './cell-at.ts'

interface CostColumns {
  readonly cost: Numbers | null
  readonly amount: Numbers | null
  readonly amount_base: Numbers | null
}

/**
 * What each deal costs in the base currency; NaN where it is not known. Costs are in the currency of the deal's amount,
 * and follow its conversion where the deals are in several.
 */
export const costInBase = (deals: CostColumns, data: Dataset): ((row: number) => number) => {
  const own = (row: number): number => numberAt(deals.cost, row)
  if (currenciesIn(data.whole, 'deals').length <= 1) return own
  return (row) => {
    const rate = numberAt(deals.amount_base, row) / numberAt(deals.amount, row)
    return Number.isFinite(rate) ? own(row) * rate : NaN
  }
}
