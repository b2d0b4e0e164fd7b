import { dayOf } from '#core/cells/day'
import { monthName, sampleMonths, type Month } from './calendar.ts'
import { capacityOn, type Seller } from './person.ts'
import { joiningDay, sellers } from './sellers.ts'
import type { DealType } from './products.ts'

export interface Target {
  readonly metric: 'sales' | 'meetings' | 'opportunities_created'
  readonly owner: string
  /** `2026-03` or `2027-Q1`. */
  readonly period: string
  readonly grain: 'month' | 'quarter'
  readonly value: number
  readonly type: DealType | null
  readonly version: 'plan' | 'current'
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

type Frame = Pick<Target, 'owner' | 'period' | 'grain' | 'version' | 'note'>

const salesTargets = (frame: Frame, value: number): readonly Target[] =>
  typeShares.map(([type, share]) => ({ ...frame, metric: 'sales', type, value: toHundreds(value * share) }))

const activityTargets = (frame: Frame, seller: Seller, capacity: number): readonly Target[] => {
  const target = (metric: Target['metric'], month: number | null): readonly Target[] =>
    month === null ? [] : [{ ...frame, metric, type: null, value: Math.round(month * capacity) }]
  return [...target('meetings', seller.meetingsMonth), ...target('opportunities_created', seller.opportunitiesMonth)]
}

const monthTargets = (seller: Seller, month: Month): readonly Target[] => {
  const capacity = capacityIn(seller, month)
  if (capacity === 0) return []
  const frame: Frame = {
    owner: seller.name,
    period: monthName(month),
    grain: 'month',
    version: 'plan',
    note: rampNote(seller, capacity),
  }
  const sales = (quotaOf(seller, month.year) * (phasing[month.month - 1] ?? 0) * capacity) / 100
  return [...salesTargets(frame, sales), ...activityTargets(frame, seller, capacity)]
}

/** Vienna had to make up for a weak summer: from November on its current targets lie above the plan. */
const rephasedTeam = 'Vienna'
const rephasedMonths: readonly Month[] = [
  { year: 2026, month: 11 },
  { year: 2026, month: 12 },
]
const catchUp = 1.12

const rephased = (seller: Seller): readonly Target[] =>
  rephasedMonths.flatMap((month) => {
    const sales = (quotaOf(seller, month.year) * (phasing[month.month - 1] ?? 0)) / 100
    const note = 'Re-phased in October 2026'
    return salesTargets(
      { owner: seller.name, period: monthName(month), grain: 'month', version: 'current', note },
      sales * catchUp,
    )
  })

const growth2027 = 1.04

/** Next year is planned by quarter so far. */
const draftOf2027 = (seller: Seller): readonly Target[] =>
  [1, 2, 3].flatMap((quarter) => {
    const share = phasing.slice(quarter * 3 - 3, quarter * 3).reduce((sum, each) => sum + each, 0) / 100
    const note = 'First draft of the plan for 2027'
    return salesTargets(
      { owner: seller.name, period: `2027-Q${quarter}`, grain: 'quarter', version: 'plan', note },
      seller.quota[2026] * growth2027 * share,
    )
  })

const staying = sellers.filter(({ end }) => end === null)

/** Monthly targets of every seller for the nine quarters, what was changed since, and the draft for 2027. */
export const targets: readonly Target[] = [
  ...sellers.flatMap((seller) => sampleMonths.flatMap((month) => monthTargets(seller, month))),
  ...staying.filter(({ team }) => team === rephasedTeam).flatMap(rephased),
  ...staying.flatMap(draftOf2027),
]
