import type { Statuses, Texts } from '../dataset/columns.ts'
import { nameKey } from '../dataset/people.ts'
import type { Settings } from '../dataset/settings.ts'

interface Lost {
  readonly status: Statuses
  readonly lost_reason: Texts | null
}

/**
 * Tells the deals that count as neither won nor lost: those lost for a reason that the setting `not_lost_reasons`
 * lists, such as a duplicate.
 */
export const neitherWonNorLost = ({ status, lost_reason }: Lost, settings: Settings): ((row: number) => boolean) => {
  const listed = new Set(settings.not_lost_reasons.split(';').map(nameKey).filter(Boolean))
  if (lost_reason === null || listed.size === 0) return () => false
  const neither = lost_reason.labels.map((label) => listed.has(nameKey(label)))
  return (row) => status.isLost(row) && neither[lost_reason.code(row)] === true
}
