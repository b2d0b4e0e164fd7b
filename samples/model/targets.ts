import { dayOf } from '#core/cells/day'
import { monthName, sampleMonths, type Month } from './calendar.ts'
import { capacityOn, joiningDay, sellers, type Seller } from './people.ts'
import type { DealType } from './products.ts'

export interface Target {
  readonly metric: 'sales' | 'meetings' | 'opportunities_created'
  readonly owner: string
  /** `2026-03`. */
  readonly period: string
  readonly value: number
  readonly type: DealType | null
  readonly note: string | null
}

/** Share of a year's sales by month, in percent. */
const phasing = [7.4, 7.8, 8.8, 8.2, 8.2, 8.8, 7.2, 7.0, 8.6, 8.8, 9.2, 10]
const typeShares: readonly (readonly [DealType, number])[] = [
  ['new', 0.34],
  ['expansion', 0.42],
  ['renewal', 0.24],
]

const quotaOf = (seller: Seller, year: number): number =>
  year === 2024 || year === 2025 || year === 2026 ? seller.quota[year] : 0

const toHundreds = (value: number): number => Math.round(value / 100) * 100

/** A seller who works in the middle of the month has a target for it, in a ramp the matching part of it. */
const capacityIn = (seller: Seller, { year, month }: Month): number => capacityOn(seller, dayOf(year, month, 15))

const rampNote = (seller: Seller, capacity: number): string | null =>
  seller.start === joiningDay && capacity < 1 ? `Ramp: ${Math.round(capacity * 100)}% of a full target` : null

const salesTargets = (seller: Seller, month: Month, capacity: number): readonly Target[] => {
  const value = (quotaOf(seller, month.year) * (phasing[month.month - 1] ?? 0) * capacity) / 100
  const common = {
    metric: 'sales' as const,
    owner: seller.name,
    period: monthName(month),
    note: rampNote(seller, capacity),
  }
  return typeShares.map(([type, share]) => ({ ...common, type, value: toHundreds(value * share) }))
}

const activityTargets = (seller: Seller, month: Month, capacity: number): readonly Target[] => {
  const common = { owner: seller.name, period: monthName(month), type: null, note: rampNote(seller, capacity) }
  const meetings = { ...common, metric: 'meetings' as const, value: Math.round(seller.meetingsMonth * capacity) }
  if (seller.opportunitiesMonth === null) return [meetings]
  const created = Math.round(seller.opportunitiesMonth * capacity)
  return [meetings, { ...common, metric: 'opportunities_created', value: created }]
}

/** Monthly targets of every seller for the nine quarters. */
export const targets: readonly Target[] = sellers.flatMap((seller) =>
  sampleMonths.flatMap((month) => {
    const capacity = capacityIn(seller, month)
    return capacity === 0 ? [] : [...salesTargets(seller, month, capacity), ...activityTargets(seller, month, capacity)]
  }),
)
