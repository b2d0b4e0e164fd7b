import type { Period } from '../dataset/period.ts'
import { readQuota, type Quota } from '../dataset/quota.ts'
import type { TargetColumns } from '../dataset/target-rows.ts'
import { fail } from '../errors.ts'
import type { Context } from './define.ts'
import type { Grouping } from './grouping.ts'

/** The sales targets. */
export const openQuota = (
  targets: TargetColumns,
  { data, note }: Context,
  phasing: 'days' | 'workdays' = 'days',
): Quota => readQuota(targets, data, { phasing, note })

/** Says how many days of a period have no target of anybody, where some have one. */
export const noteUncovered = (
  quota: Quota,
  period: Period,
  by: Grouping | null,
  note: (text: string) => void,
): void => {
  const split = by?.inTime === false || (by?.columns.length ?? 0) > 1
  const [covered, days] = [quota.daysCovered(period, split), period.end - period.start + 1]
  if (covered > 0 && covered < days) note(`Only ${covered} of the ${days} days of ${period.label} have a target.`)
}

/** The period that is asked for, else all days that have a target. */
export const orTargetSpan = (
  period: Period | null,
  quota: Quota,
  asOf: number,
  note: (text: string) => void,
): Period => {
  if (period !== null) return period
  const { span } = quota
  if (span === null) return fail('no-answer', quota.of(null, { start: asOf, end: asOf, label: 'all dates' }).why)
  note(`No period was given: deals and targets are compared from ${span.label}.`)
  return span
}
