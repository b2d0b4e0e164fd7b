import { isoDay, type Day } from '../cells/day.ts'
import { plural } from '../cells/plural.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { basisOf } from '../dataset/money-unit.ts'
import { findLines } from '../dataset/lines.ts'
import type { PackContext } from './pack-context.ts'
import type { TrustView } from './trust-view.ts'

/** The last day, up to as-of, on which a deal was created or changed; `null` where nothing tells. */
export const freshness = (data: Dataset): Day | null => {
  let last = -Infinity
  for (const column of [data.column('deals', 'last_modified'), data.column('deals', 'created')])
    for (let row = 0; row < (column?.length ?? 0); row++) {
      const day = Math.floor(column?.at(row) ?? NaN)
      if (day <= data.asOf && day > last) last = day
    }
  return Number.isFinite(last) ? last : null
}

/** Rows that share an ID are lines of one deal. */
const countDeals = (data: Dataset): number => {
  const ids = data.column('deals', 'deal_id')
  return (ids === null ? null : findLines(ids, null))?.first.length ?? data.rows('deals')
}

const moneyIn = ({ currency, data }: PackContext): string => {
  const basis = basisOf(data)
  if (currency === '') return 'Currency not stated'
  return currency === basis ? `Currency not stated, amounts ${basis}` : `Money in ${currency}`
}

/** The line under every title: period, as-of, freshness of the data, currency, deals, trust. */
export const metaLine = (pack: PackContext, trust: TrustView): string => {
  const fresh = freshness(pack.data)
  return [
    `Quarter ${pack.quarter(0).label}`,
    `As of ${isoDay(pack.asOf)}`,
    ...(fresh === null ? [] : [`Data up to ${isoDay(fresh)}`]),
    moneyIn(pack),
    plural(countDeals(pack.data), 'opportunity', 'opportunities'),
    `Trust: ${trust.status}`,
  ].join('   ·   ')
}
