import { isoDay, type Day } from '../cells/day.ts'
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

/** The last weekly or pack snapshot before the as-of day; without one, a week before it. */
export const lastReview = ({ data, asOf }: PackContext): LastReview => {
  const [at, kind] = [data.column('snapshots', 'snapshot_at'), data.column('snapshots', 'kind')]
  let last = -Infinity
  for (let row = 0; row < (at?.length ?? 0); row++) {
    const day = at?.at(row) ?? NaN
    const counts = kind === null || kind.at(row) === 'weekly' || kind.at(row) === 'pack'
    if (counts && day < asOf && day > last) last = day
  }
  const found = Number.isFinite(last)
  const day = found ? last : asOf - week
  return {
    day,
    period: `${isoDay(day + 1)}/${isoDay(asOf)}`,
    words: found ? `${isoDay(day)}, the last snapshot of a meeting` : `${isoDay(day)}, a week before the as-of day`,
  }
}
