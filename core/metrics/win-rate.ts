import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { closingIn } from './closing-in.ts'
import { defineMetric, type Context } from './define.ts'
import { oneGroup } from './grouping.ts'
import { needColumn } from './missing-column.ts'
import { neitherWonNorLost } from './neither-reasons.ts'
import { common, from, maybe } from './params.ts'
import { reachedStage } from './qualified.ts'
import { noAnswer, ratio } from './value.ts'

const noClosed = 'No deal was closed in this period.'
const thinReason =
  'Fewer than half of the lost deals have an amount, so a rate by value would be too high. Use unit=count.'

type Unit = 'count' | 'value'
type Denominator = 'closed' | 'qualified' | 'incl_overdue'

interface RatedDeals {
  readonly status: Statuses
  readonly closing: Numbers | null
  readonly value: Numbers | null
  readonly lost_reason: Texts | null
  readonly last_open_stage: Texts | null
  readonly pipeline: Texts | null
}

interface Options {
  readonly asOf: Day
  readonly unit: Unit
  readonly denominator: Denominator
  readonly minStage: string | null
  readonly minAmount: number
}

/** Tells the overdue open deals, where these count as lost. */
const overdueAsLost = (deals: RatedDeals, { asOf, denominator }: Options, { data }: Context) => {
  if (denominator !== 'incl_overdue') return () => false
  const due = needColumn(data, 'deals', 'closing', deals.closing)
  return (row: number): boolean => deals.status.isOpen(row) && due.at(row) < asOf
}

/** Whether a deal had come far enough for its loss to count. */
const qualifying = (deals: RatedDeals, { denominator, minStage }: Options, { data }: Context) => {
  if (denominator === 'qualified' && minStage !== null) return reachedStage(deals, minStage, data)
  if (denominator !== 'qualified' && minStage === null) return () => true
  throw new SpmError(
    'argument',
    minStage === null
      ? 'denominator=qualified needs min_stage, the stage that a lost deal must have reached.'
      : `min_stage counts only with denominator=qualified, and denominator is ${denominator}.`,
  )
}

const reasons = {
  neither: 'lost, and neither won nor lost by the setting not_lost_reasons',
  small: 'below min_amount, or without an amount',
  early: 'lost before min_stage was reached',
  unknown: 'lost, and the last open stage is not known',
} as const

/** Why a closed deal is left out of the rate, if it is. */
const leavingOut = (deals: RatedDeals, options: Options, context: Context) => {
  const { unit, minAmount } = options
  const least = unit === 'count' && minAmount > 0 ? minAmount : null
  const value = least === null ? null : needColumn(context.data, 'deals', 'value', deals.value)
  const isNeither = neitherWonNorLost(deals, context.settings)
  const reached = qualifying(deals, options, context)
  const counts = { neither: 0, small: 0, early: 0, unknown: 0 }
  const reasonOf = (row: number): keyof typeof reasons | null => {
    if (isNeither(row)) return 'neither'
    if (least !== null && value !== null && !(value.at(row) >= least)) return 'small'
    const far = deals.status.isLost(row) ? reached(row) : true
    return far === null ? 'unknown' : far ? null : 'early'
  }
  return {
    leaves: (row: number): string | null => {
      const reason = reasonOf(row)
      if (reason === null) return null
      counts[reason]++
      return reasons[reason]
    },
    noteAll: (): void => {
      const said = {
        neither: 'Lost deals that count as neither won nor lost, by the setting not_lost_reasons',
        small: 'Deals below min_amount or without an amount, which are left out',
        early: 'Lost deals that had not reached min_stage, which are left out',
        unknown:
          'Lost deals whose last open stage is blank or has no place in the order of the stages, which are left out',
      }
      for (const reason of ['neither', 'small', 'early', 'unknown'] as const)
        if (counts[reason] > 0) context.note(`${said[reason]}: ${counts[reason]}.`)
    },
  }
}

export const winRate = defineMetric({
  name: 'WIN_RATE',
  title: 'Win rate',
  family: 'flow',
  about: 'The share of closed deals that were won.',
  variant: 'won ÷ (won + lost) of the deals closed in the period, by count unless unit=value; open deals are left out',
  params: {
    deals: from(deals, ['status'], ['closing', 'value', 'lost_reason', 'last_open_stage', 'pipeline']),
    stages: maybe(stages, ['stage', 'type']),
    period: common.period,
    asOf: common.asOf,
    by: common.by,
    unit: {
      type: 'choice',
      values: ['count', 'value'],
      default: 'count',
      about: 'Whether each deal counts once, or by what it is worth.',
    },
    denominator: {
      type: 'choice',
      values: ['closed', 'qualified', 'incl_overdue'],
      default: 'closed',
      about:
        'What the won deals are compared with: closed deals; closed deals without the lost ones that never reached min_stage; or closed deals and overdue open ones.',
    },
    minStage: {
      type: 'text',
      about: 'The stage that a lost deal must have reached to count, with denominator=qualified.',
    },
    minAmount: {
      type: 'number',
      default: 'min_amount',
      minimum: 0,
      about: 'Leaves smaller deals out of a rate by count; 0 takes every deal, whatever its amount.',
    },
  },
  columns: {
    won: { label: 'Won', kind: 'decimal' },
    lost: { label: 'Lost', kind: 'decimal' },
    rate: { label: 'Win rate', kind: 'percent' },
    n: { label: 'Closed deals', kind: 'count' },
  },
  scalar: 'rate',
  sources: ['C-07', 'C-20', 'AT1', 'AT2', 'SF11', 'LK2', 'ZO1', 'SG1'],
  compute({ deals, period, by, ...options }, context) {
    const groups = by ?? oneGroup(deals.rows)
    const won = new GroupSums(groups.size)
    const lost = new GroupSums(groups.size)
    const counts = new GroupCounts(groups.size)
    const { unit } = options
    const worth = unit === 'count' ? null : needColumn(context.data, 'deals', 'value', deals.value)
    const isOverdue = overdueAsLost(deals, options, context)
    const closing = closingIn(period, deals.closing, context.data)
    const out = leavingOut(deals, options, context)
    let lostDeals = 0
    let lostWithAmount = 0
    const leaves = context.sift('deals', (row) =>
      deals.status.isClosed(row) || isOverdue(row) ? (closing.leaves(row) ?? out.leaves(row)) : 'not closed',
    )
    for (let row = 0; row < deals.rows; row++) {
      if (leaves(row) !== null) continue
      const group = groups.of[row] ?? 0
      const value = worth === null ? 1 : worth.at(row)
      counts.add(group)
      if (deals.status.isWon(row)) won.add(group, value)
      else {
        lost.add(group, value)
        lostDeals++
        if (value > 0) lostWithAmount++
      }
    }
    closing.noteUndated(context.note, 'Closed deals')
    out.noteAll()
    const thin = lostWithAmount * 2 < lostDeals
    return groups.keys.flatMap((group, i) => {
      if (by !== null && counts.at(i) === 0) return []
      const [w, l] = [won.at(i), lost.at(i)]
      return [
        { group, won: w, lost: l, rate: thin ? noAnswer(thinReason) : ratio(w, w + l, noClosed), n: counts.at(i) },
      ]
    })
  },
})
