import { isoDay, type Day } from '../cells/day.ts'
import type { Dataset } from '../dataset/dataset.ts'
import type { PackContext } from './pack-context.ts'

/** The day since which a meeting asks what has changed. */
export interface LastReview {
  readonly day: Day
  /** The days after it, up to as-of, as a period. */
  readonly period: string
  /** For a sentence: what the day is. */
  readonly words: string
}

const week = 7

/** Snapshots that a meeting leaves behind; those without a kind count as well. */
const kinds: ReadonlySet<string> = new Set(['', 'weekly', 'pack'])

const lastSnapshot = ({ whole, asOf }: Dataset): { readonly day: Day; readonly kind: string } | null => {
  const [at, kind] = [whole.column('snapshots', 'snapshot_at'), whole.column('snapshots', 'kind')]
  if (at === null) return null
  let last = -Infinity
  let lastKind = ''
  for (let row = 0; row < at.length; row++) {
    const day = Math.floor(at.at(row))
    const own = kind?.at(row) ?? ''
    if (day < asOf && day > last && kinds.has(own)) [last, lastKind] = [day, own]
  }
  return Number.isFinite(last) ? { day: last, kind: lastKind } : null
}

/**
 * The last weekly or pack snapshot before the as-of day; without one, a week before it. Everybody's snapshots count,
 * whatever the scope, since a snapshot holds only the rows that had changed.
 */
export const lastReview = ({ data, asOf }: PackContext): LastReview => {
  const found = lastSnapshot(data)
  const day = found?.day ?? asOf - week
  return {
    day,
    period: `${isoDay(day + 1)}/${isoDay(asOf)}`,
    words:
      found === null
        ? `${isoDay(day)}, a week before the as-of day`
        : `${isoDay(day)}, the day of the last ${`${found.kind} snapshot`.trim()}`,
  }
}
