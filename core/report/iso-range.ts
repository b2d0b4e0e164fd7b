import { isoDay } from '../cells/day.ts'
import type { Period } from '../dataset/period.ts'

/** A period as metrics take it: `2024-01-01/2024-03-31`. */
export const isoRange = ({ start, end }: Pick<Period, 'start' | 'end'>): string => `${isoDay(start)}/${isoDay(end)}`
