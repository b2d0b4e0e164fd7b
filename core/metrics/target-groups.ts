import { nameKey } from '../dataset/people.ts'
import { clip, partsOf } from '../dataset/period-parts.ts'
import type { FiscalCalendar, Period } from '../dataset/period.ts'
import { quotaFields, type QuotaField, type QuotaOf } from '../dataset/quota-rows.ts'
import type { Quota, Quoted } from '../dataset/quota.ts'
import type { GroupCounts } from '../math/sum.ts'
import { none, type Grouping } from './grouping.ts'

/** One line of an answer that sets deals beside their target. */
export interface TargetGroup {
  readonly key: readonly string[]
  /** Number of the group of deals; the number after the last where no deal is in it. */
  readonly deals: number
  readonly target: Quoted
  /** The target of other days. */
  targetIn(counted: Period): Quoted
}

export interface TargetTime {
  readonly period: Period
  /** The days of the period whose targets count. */
  readonly counted: Period
  readonly calendar: FiscalCalendar
}

/** A column that the answer is split by, and what targets have in it. */
type Dimension =
  | { readonly kind: 'time'; readonly column: string; readonly parts: ReadonlyMap<string, Period> }
  | { readonly kind: 'field'; readonly column: string; readonly field: QuotaField; readonly labels: readonly string[] }
  | { readonly kind: 'other'; readonly column: string }

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const

const dimensionOf = (column: string, quota: Quota, { period, counted, calendar }: TargetTime): Dimension => {
  const grain = grains.find((each) => each === column)
  const field = quotaFields.find((each) => each === column)
  if (grain !== undefined) {
    const parts = partsOf(period, grain, calendar).map((part) => [part.label, part] as const)
    return { kind: 'time', column, parts: new Map(parts) }
  }
  if (field !== undefined) return { kind: 'field', column, field, labels: quota.labels(field, counted) }
  return { kind: 'other', column }
}

const labelsIn = (dimension: Dimension): readonly string[] => {
  switch (dimension.kind) {
    case 'time':
      return [...dimension.parts.keys()]
    case 'field':
      return dimension.labels
    case 'other':
      return []
  }
}

/** Every combination of one label from each list. */
const combine = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (keys, labels) => keys.flatMap((key) => labels.map((label) => [...key, label])),
    [[]],
  )

const sameKey = (key: readonly string[]): string => key.map(nameKey).join('\n')

const inOrder = (dimensions: readonly Dimension[]) => (a: TargetGroup, b: TargetGroup) => {
  for (const [i, { kind }] of dimensions.entries()) {
    const [left = '', right = ''] = [a.key[i], b.key[i]]
    if (left === right) continue
    if (kind !== 'time' && (left === none || right === none)) return left === none ? 1 : -1
    return left < right ? -1 : 1
  }
  return 0
}

const without = (why: string): Quoted => ({ value: NaN, why })
const noTable = without('There is no Targets table with owner, period and value.')

/** The target of one line: of the whole, or of one person, team … and one part of the period. */
const targetOf = (key: readonly string[], dimensions: readonly Dimension[], quota: Quota, days: Period): Quoted => {
  let whose: QuotaOf = null
  let counted: Period | null = days
  for (const [i, dimension] of dimensions.entries()) {
    const label = key[i] ?? none
    if (dimension.kind === 'other') return without(`Targets are not split by ${dimension.column}.`)
    if (dimension.kind === 'field') {
      if (whose !== null) return without('Targets are looked up by one of owner, team, region, product … at a time.')
      whose = { field: dimension.field, label }
    } else {
      const part = dimension.parts.get(label)
      counted = part === undefined || counted === null ? null : clip(part, counted)
    }
  }
  return counted === null ? without(`It is not a part of ${days.label}.`) : quota.of(whose, counted)
}

const allGroups = (by: Grouping | null, quota: Quota | null, time: TargetTime): readonly TargetGroup[] => {
  const dimensions = quota === null ? [] : (by?.columns ?? []).map(({ key }) => dimensionOf(key, quota, time))
  const group = (key: readonly string[], deals: number): TargetGroup => {
    const targetIn = (days: Period): Quoted => (quota === null ? noTable : targetOf(key, dimensions, quota, days))
    return { key, deals, target: targetIn(time.counted), targetIn }
  }
  if (by === null) return [group([], 0)]
  const keys = by.keys.map((key) => key.map((label) => (typeof label === 'string' ? label : none)))
  const present = new Set(keys.map(sameKey))
  const added = quota === null ? [] : combine(dimensions.map(labelsIn)).filter((key) => !present.has(sameKey(key)))
  return [...keys.map(group), ...added.map((key) => group(key, by.size))].sort(inOrder(dimensions))
}

/**
 * The groups in which deals count, and those that have a target without any deal, each with its target: by owner or
 * another column of targets, by a part of the period, by both, or all in one. `counts` has a group more than `by`, for
 * those without a deal.
 */
export const targetGroups = (
  by: Grouping | null,
  counts: GroupCounts,
  quota: Quota | null,
  time: TargetTime,
): readonly TargetGroup[] =>
  allGroups(by, quota, time).filter(
    ({ deals, target }) => by === null || counts.at(deals) > 0 || !Number.isNaN(target.value),
  )
