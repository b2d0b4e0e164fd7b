import { GroupCounts } from '../math/sum.ts'
import { inShape, type Shape } from './define.ts'
import type { OpenTotals, TrustCheck, TrustStatus } from './trust-checks.ts'
import { noAnswer, orBlank, type NoAnswer, type Value } from './value.ts'

const statusOf = (check: TrustCheck, group: number): TrustStatus | NoAnswer => {
  const judged = check.at(group)
  return typeof judged === 'string' ? noAnswer(judged) : judged.status
}

/** The worst status of the checks that have an answer. */
const overall = (checks: readonly TrustCheck[], group: number): TrustStatus | NoAnswer => {
  const found = checks.map((check) => statusOf(check, group))
  const worst = (['Fix', 'Watch', 'OK'] as const).find((status) => found.includes(status))
  return worst ?? noAnswer('None of the four checks has an answer; each one says why.')
}

const noFigures = { share: null, valueShare: null, deals: null, value: null }

const checkRow = (check: TrustCheck) => {
  const { label, watch, fix } = check
  const judged = check.at(0)
  if (typeof judged === 'string') {
    const none = noAnswer(judged)
    return { check: label, figure: none, ...noFigures, watch, fix, status: none, remark: judged }
  }
  const { figure, status, remark } = judged
  const share = orBlank(judged.share)
  const valueShare = orBlank(judged.valueShare)
  const deals = orBlank(judged.deals)
  return { check: label, figure, share, valueShare, deals, value: orBlank(judged.value), watch, fix, status, remark }
}

export interface TrustChecks {
  readonly deviation: TrustCheck
  readonly overdue: TrustCheck
  readonly stale: TrustCheck
  readonly early: TrustCheck
}

const listed = ({ deviation, overdue, stale, early }: TrustChecks): readonly TrustCheck[] => [
  deviation,
  overdue,
  stale,
  early,
]

/** One row per check, and the overall status. */
export const checkRows = (all: TrustChecks) => {
  const checks = listed(all)
  const silent = checks.filter((check) => typeof check.at(0) === 'string').map(({ label }) => label)
  const remark = silent.length === 0 ? '' : `Left out, since they have no answer: ${silent.join(', ')}.`
  const blank = { figure: null, ...noFigures, watch: null, fix: null }
  return [...checks.map(checkRow), { check: 'Overall', ...blank, status: overall(checks, 0), remark }]
}

const groupColumns = {
  deviation: { label: 'Forecast deviation', kind: 'status' },
  overdue: { label: 'Overdue deals', kind: 'status' },
  stale: { label: 'Stale deals', kind: 'status' },
  early: { label: 'Early closers', kind: 'status' },
  status: { label: 'Overall', kind: 'status' },
  toFix: { label: 'Deals to fix', kind: 'count' },
  open: { label: 'Open deals', kind: 'count' },
} as const

/** How many deals any of the checks found, by group; a deal that several found counts once. */
const countToFix = (checks: readonly TrustCheck[], { size, ofDeal }: OpenTotals, rows: number): GroupCounts => {
  const seen = new Uint8Array(rows)
  const counts = new GroupCounts(size)
  for (const check of checks)
    for (const row of check.rows) {
      if (seen[row] === 0) counts.add(ofDeal(row))
      seen[row] = 1
    }
  return counts
}

/** One row per group with the status of each check; most deals to fix first. Groups without any answer are left out. */
export const groupShape = (
  checks: TrustChecks,
  keys: readonly (readonly Value[])[],
  open: OpenTotals,
  rows: number,
): Shape => {
  const all = listed(checks)
  const toFix = countToFix(all, open, rows)
  const answered = keys
    .map((_, group) => group)
    .filter((group) => all.some((check) => typeof check.at(group) !== 'string'))
    .sort((a, b) => toFix.at(b) - toFix.at(a) || a - b)
  return inShape(
    groupColumns,
    answered.map((group) => ({
      group: keys[group] ?? [],
      deviation: statusOf(checks.deviation, group),
      overdue: statusOf(checks.overdue, group),
      stale: statusOf(checks.stale, group),
      early: statusOf(checks.early, group),
      status: overall(all, group),
      toFix: toFix.at(group),
      open: open.counts.at(group),
    })),
  )
}
