import { contains } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric } from './define.ts'
import { oneGroup } from './grouping.ts'
import { common, from, maybe } from './params.ts'
import { noAnswer, ratio } from './value.ts'

const noClosed = 'No deal was closed in this period.'

export const winRate = defineMetric({
  name: 'WIN_RATE',
  title: 'Win rate',
  family: 'flow',
  about: 'The share of closed deals that were won.',
  variant: 'won ÷ (won + lost) of the deals closed in the period, by count unless unit=value; open deals are left out',
  params: {
    deals: from(deals, ['status'], ['closing', 'value', 'lost_reason']),
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
      values: ['closed', 'incl_overdue'],
      default: 'closed',
      about: 'What the won deals are compared with: closed deals, or closed deals and overdue open ones.',
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
  compute({ deals, period, asOf, by, unit, denominator, minAmount }, { settings, note }) {
    const groups = by ?? oneGroup(deals.rows)
    const won = new GroupSums(groups.size)
    const lost = new GroupSums(groups.size)
    const counts = new GroupCounts(groups.size)
    const neither = new Set(
      settings.not_lost_reasons
        .split(';')
        .map((reason) => reason.trim().toLowerCase())
        .filter(Boolean),
    )
    let leftOut = 0
    let lostDeals = 0
    let lostWithAmount = 0
    for (let row = 0; row < deals.rows; row++) {
      const day = deals.closing?.at(row) ?? NaN
      const overdue = denominator === 'incl_overdue' && deals.status.isOpen(row) && day < asOf
      if (!(deals.status.isClosed(row) || overdue) || !contains(period, day)) continue
      const value = deals.value?.at(row) ?? NaN
      const isNeither = deals.status.isLost(row) && neither.has(deals.lost_reason?.at(row).toLowerCase() ?? '')
      if (isNeither || (unit === 'count' && minAmount > 0 && !(value >= minAmount))) {
        leftOut++
        continue
      }
      const group = groups.of[row] ?? 0
      counts.add(group)
      if (!deals.status.isWon(row)) {
        lostDeals++
        if (value > 0) lostWithAmount++
      }
      const side = deals.status.isWon(row) ? won : lost
      side.add(group, unit === 'count' ? 1 : value)
    }
    if (leftOut > 0) note(`${leftOut} closed deals were left out by min_amount or as neither won nor lost.`)
    const thin = unit === 'value' && lostDeals > 0 && lostWithAmount * 2 < lostDeals
    const reason =
      'Fewer than half of the lost deals have an amount, so a rate by value would be too high. Use unit=count.'
    return groups.keys.flatMap((group, i) => {
      if (by !== null && counts.at(i) === 0) return []
      const [w, l] = [won.at(i), lost.at(i)]
      return [{ group, won: w, lost: l, rate: thin ? noAnswer(reason) : ratio(w, w + l, noClosed), n: counts.at(i) }]
    })
  },
})
