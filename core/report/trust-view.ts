import { trust } from '../metrics/trust.ts'
import { isNoAnswer, type Value } from '../metrics/value.ts'
import type { PackContext } from './pack-context.ts'
import type { TableRow } from './report.ts'
import type { Result } from '../metrics/run.ts'

export type TrustStatus = 'OK' | 'Watch' | 'Fix' | 'Unknown'

/** What the pack says about its own numbers. */
export interface TrustView {
  readonly status: TrustStatus
  /** One sentence for the cover. */
  readonly sentence: string
  /** The four checks, without the overall row. */
  readonly result: Result | null
  readonly checks: readonly TableRow[]
}

const statusOf = (value: Value | undefined): TrustStatus =>
  value === 'OK' || value === 'Watch' || value === 'Fix' ? value : 'Unknown'

const silentOf = (checks: readonly TableRow[]): number =>
  checks.filter((row) => isNoAnswer(row['status'] ?? null)).length

const areMostSilent = (checks: readonly TableRow[]): boolean => silentOf(checks) * 2 > checks.length

const named = (checks: readonly TableRow[], status: TrustStatus): string =>
  checks
    .filter((row) => statusOf(row['status']) === status)
    .map((row) => String(row['check']).toLowerCase())
    .join(', ')

/** The colour of the verdict. Where most checks are silent, it is not green. */
export const trustTone = ({ status, checks }: TrustView): 'good' | 'warn' | 'bad' => {
  if (status === 'Fix') return 'bad'
  return status === 'OK' && !areMostSilent(checks) ? 'good' : 'warn'
}

/** The verdict in words, and what follows from it. */
export const trustSentence = (status: TrustStatus, checks: readonly TableRow[]): string => {
  const silent = silentOf(checks)
  const unanswered = silent === 0 ? '' : ` ${silent} of ${checks.length} checks could not be answered.`
  switch (status) {
    case 'OK':
      if (areMostSilent(checks))
        return `Take these numbers with care: only ${checks.length - silent} of ${checks.length} checks could be answered, and found nothing above its limit.`
      return `These numbers can be used: every check that could be answered is within its limit.${unanswered}`
    case 'Watch':
      return `Use these numbers with care. Above the first limit: ${named(checks, 'Watch')}.${unanswered}`
    case 'Fix':
      return `Fix the data first. Above the limit: ${named(checks, 'Fix')}. Agree on data fixes before any other decision.${unanswered}`
    case 'Unknown':
      return 'None of the trust checks could be answered from this data: part 0 says what is missing.'
  }
}

/** Runs the four checks once for the whole pack. */
export const viewTrust = (pack: PackContext): TrustView => {
  const result = pack.ask(trust, 'trust')
  const overall = result?.rows.find((row) => row['check'] === 'Overall')
  const checks = result?.rows.filter((row) => row['check'] !== 'Overall') ?? []
  const status = statusOf(overall?.['status'])
  return { status, sentence: trustSentence(status, checks), result, checks }
}
