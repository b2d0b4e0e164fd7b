import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses } from '../dataset/columns.ts'
import { contains, type Period } from '../dataset/period.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { GroupSums } from '../math/sum.ts'
import { orCurrentQuarter, quarterPeriod } from './current-quarter.ts'
import { defineMetric, type Context } from './define.ts'
import { needShare, optionalNumber } from './need-number.ts'
import { openDue } from './open-due.ts'
import { noteUncovered, openQuota } from './open-quota.ts'
import { common, from, maybe } from './params.ts'
import { targetGroups } from './target-groups.ts'
import { targetTable } from './target-table.ts'
import { noAnswer, type NoAnswer } from './value.ts'
import { winChance } from './win-chance.ts'
import { wonByGroup } from './won-by-group.ts'

interface Deals {
  readonly rows: number
  readonly status: Statuses
  readonly created: Numbers | null
  readonly closing: Numbers
}

const tooLate =
  'Cannot be created in time: deals take longer than the days that are left. Win more of what is open, or larger.'

/**
 * Of deals created in the days that are left, evenly, the share that is won in them: Σ over won deals of the part of the
 * days on which a deal with that cycle can still begin ÷ closed deals. NaN without a closed deal that has a cycle.
 */
const rateInTime = (
  { rows, status, created, closing }: Deals,
  asOf: Day,
  daysLeft: number,
  lookback: number,
): number => {
  if (created === null) return NaN
  let [won, closed] = [0, 0]
  for (let row = 0; row < rows; row++) {
    const [begun, end] = [created.at(row), closing.at(row)]
    if (!status.isClosed(row) || !(end > asOf - lookback && end <= asOf) || !(begun <= end)) continue
    closed++
    if (status.isWon(row)) won += Math.max(0, 1 - (Math.floor(end) - Math.floor(begun)) / daysLeft)
  }
  return closed === 0 ? NaN : won / closed
}

const inTime = (rate: number): number | NoAnswer => {
  if (Number.isNaN(rate))
    return noAnswer(
      'No deal closed in that time has a creation date, so nothing tells how long deals take. Give win_rate.',
    )
  return rate > 0 ? rate : noAnswer(tooLate)
}

/** Weighted value of the open deals due in the period, by group. */
const expectedOf = (
  view: Parameters<typeof winChance>[0] & {
    readonly rows: number
    readonly status: Statuses
    readonly closing: Numbers
    readonly value: Numbers
  },
  of: Uint32Array | null,
  size: number,
  period: Period,
  asOf: Day,
  context: Context,
): GroupSums => {
  const sums = new GroupSums(size)
  const chance = winChance(view, stageOrderOf(context.data), 'deal')
  const silent: Context = { ...context, sift: (_, leaves) => leaves }
  let unrated = 0
  for (const row of openDue(view, { period, asOf, withOverdue: true, context: silent })) {
    const p = chance(row)
    if (Number.isNaN(p)) unrated++
    else sums.add(of?.[row] ?? 0, view.value.at(row) * p)
  }
  if (unrated > 0) context.note(`Open deals without a probability, of which nothing is expected: ${unrated}.`)
  return sums
}

/** The deals that the answer is made of: won in the period, open and due in it, or closed in the lookback. */
const tellUsed = ({ status, closing }: Deals, period: Period, asOf: Day, lookback: number, { tell }: Context): void => {
  tell('deals', (row) => {
    const day = closing.at(row)
    if (status.isOpen(row))
      return contains(period, day) || (contains(period, asOf) && day < period.start)
        ? null
        : 'open, and not due in the period'
    if (status.isWon(row) && contains(period, day)) return null
    return status.isClosed(row) && day > asOf - lookback && day <= asOf
      ? null
      : 'closed outside the period and the lookback'
  })
}

export const pipelineGap = defineMetric({
  name: 'PIPELINE_GAP',
  title: 'Pipeline to create',
  family: 'funnel',
  about:
    'How much pipeline has to be created now for the target of a period, after what is won and what open deals promise.',
  variant:
    'gap = target − won in the period − Σ value × probability of open deals due in it; pipeline to create = gap ÷ the win rate in time, by count, of deals created in the days left: Σ over the deals won in the lookback of max(0, 1 − cycle ÷ days left) ÷ deals closed in it; or ÷ win_rate where that is given',
  params: {
    deals: from(deals, ['status', 'value', 'closing'], ['created', 'probability', 'stage', 'pipeline']),
    targets: targetTable,
    stages: maybe(stages, ['stage', 'probability']),
    period: quarterPeriod,
    asOf: common.asOf,
    by: { ...common.by, about: 'Split by owner (or person), team, region, product, segment or type.' },
    winRate: optionalNumber('The share of newly created value that is won in the period. Left out, as history tells.', {
      minimum: 0,
    }),
    lookback: { type: 'number', default: 365, minimum: 1, whole: true, about: 'How many days back history reaches.' },
  },
  columns: {
    target: { label: 'Target', kind: 'money' },
    won: { label: 'Won', kind: 'money' },
    expected: { label: 'Expected from open', kind: 'money' },
    gap: { label: 'Gap', kind: 'money' },
    rate: { label: 'Win rate in time', kind: 'percent' },
    create: { label: 'Pipeline to create', kind: 'money' },
  },
  scalar: 'create',
  rank: 'gap',
  chart: { kind: 'stackedColumn', category: 'by', series: ['won', 'expected', 'gap'] },
  exchange: 'plan',
  sources: ['GO3'],
  compute({ deals, targets, period: given, asOf, by, winRate, lookback }, context) {
    const { calendar, note } = context
    const period = orCurrentQuarter(given, calendar, note)
    const quota = openQuota(targets, context)
    noteUncovered(quota, period, by, note)
    const silent: Context = { ...context, sift: (_, leaves) => leaves }
    const { counts, values: won } = wonByGroup(deals, by, period, silent)
    const open = expectedOf(deals, by?.of ?? null, (by?.size ?? 1) + 1, period, asOf, context)
    const daysLeft = Math.max(0, period.end - asOf)
    tellUsed(deals, period, asOf, winRate === null && daysLeft > 0 ? lookback : 0, context)
    const rate = inTime(
      winRate === null
        ? daysLeft === 0
          ? 0
          : rateInTime(deals, asOf, daysLeft, lookback)
        : needShare('win_rate', winRate),
    )
    return targetGroups(by, counts, quota, { period, counted: period, calendar }).map(
      ({ key, deals: group, target }) => {
        const facts = { group: key, won: won.at(group), expected: open.at(group), rate }
        const why = noAnswer(target.why)
        if (Number.isNaN(target.value)) return { ...facts, target: why, gap: why, create: why }
        const gap = Math.max(0, target.value - facts.won - facts.expected)
        const create = gap === 0 ? 0 : typeof rate === 'number' ? gap / rate : rate
        return { ...facts, target: target.value, gap, create }
      },
    )
  },
})
