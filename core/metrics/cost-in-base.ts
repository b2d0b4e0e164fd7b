import type { Numbers } from '../dataset/columns.ts'
import { numberAt } from './cell-at.ts'

interface CostColumns {
  readonly cost: Numbers | null
  /** `null` where all money is in the base currency. */
  readonly rate: Numbers | null
}

/**
 * What each deal costs in the base currency; NaN where it is not known. Costs are in the currency of the deal's amount,
 * and follow its conversion where the deals are in several.
 */
export const costInBase = ({ cost, rate }: CostColumns): ((row: number) => number) =>
  rate === null ? (row) => numberAt(cost, row) : (row) => numberAt(cost, row) * rate.at(row)
