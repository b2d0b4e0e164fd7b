import type { Dataset } from './dataset.ts'
import { currencyOf } from './derive.ts'

/** Whether amounts are those of a whole contract or of a year of it; empty where the settings do not say. */
export const basisOf = ({ settings }: Pick<Dataset, 'settings'>): string =>
  settings.amount_basis === 'stated' ? '' : settings.amount_basis

/**
 * What a heading over money names: `EUR`, or with the setting `amount_basis` `EUR, annual`; empty where neither is known.
 *
 * @throws SpmError `conflict` where deals are in several currencies, and no base currency is set
 */
export const moneyUnitOf = (data: Dataset): string => [currencyOf(data), basisOf(data)].filter(Boolean).join(', ')
