import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import { contains, type Period } from '../dataset/period.ts'
import { deals } from '../dataset/tables/deals.ts'
import { GroupCounts, GroupSums } from '../math/sum.ts'
import { defineMetric, type Context } from './define.ts'
import { oneGroup, type Grouping } from './grouping.ts'
import { neitherWonNorLost } from './neither-reasons.ts'
import { common, from } from './params.ts'
import { isNoAnswer, ratio, type NoAnswer } from './value.ts'

const noClosed = 'No deal was closed in this period.'
const noSize = 'No deal with a positive amount was won in this period.'
const noCycle = 'No deal closed in this period has a creation date that lies before its close date.'

interface FlowingDeals {
  readonly rows: number
  readonly status: Statuses
  readonly value: Numbers
  readonly created: Numbers
  readonly closing: Numbers
  readonly lost_reason: Texts | null
}

const neither = 'neither won nor lost, by the setting not_lost_reasons'

const createTally = (size: number) => ({
  open: new GroupCounts(size),
  won: new GroupCounts(size),
  lost: new GroupCounts(size),
  sized: new GroupCounts(size),
  values: new GroupSums(size),
  timed: new GroupCounts(size),
  days: new GroupSums(size),
  neither: 0,
  small: 0,
  large: 0,
  untimed: 0,
})
type Tally = ReturnType<typeof createTally>

interface Options {
  readonly period: Period | null
  readonly basis: 'won' | 'all'
}

const tallyUp = (
  deals: FlowingDeals,
  groups: Grouping,
  { period, basis }: Options,
  { settings, sift }: Context,
): Tally => {
  const tally = createTally(groups.size)
  const isNeither = neitherWonNorLost(deals, settings)
  const { min_amount: least, mega_deal: most } = settings
  const addSize = (group: number, value: number): void => {
    if (most > 0 && value > most) tally.large++
    else if (value > 0) {
      tally.sized.add(group)
      tally.values.add(group, value)
    }
  }
  const addClosed = (row: number, group: number, value: number): void => {
    const isWon = deals.status.isWon(row)
    const days = deals.closing.at(row) - Math.floor(deals.created.at(row))
    if (least > 0 && !(value >= least)) tally.small++
    else (isWon ? tally.won : tally.lost).add(group)
    if (isWon) addSize(group, value)
    if (!isWon && basis === 'won') return
    if (days > 0) {
      tally.timed.add(group)
      tally.days.add(group, days)
    } else tally.untimed++
  }
  const leaves = sift('deals', (row) => {
    if (deals.status.isOpen(row)) return null
    if (!deals.status.isClosed(row)) return 'on hold'
    if (!contains(period, deals.closing.at(row))) return 'not closed in the period'
    return isNeither(row) ? neither : null
  })
  for (let row = 0; row < deals.rows; row++) {
    const group = groups.of[row] ?? 0
    const reason = leaves(row)
    if (reason === neither) tally.neither++
    if (reason !== null) continue
    if (deals.status.isOpen(row)) tally.open.add(group)
    else addClosed(row, group, deals.value.at(row))
  }
  return tally
}

const said: Readonly<Record<'neither' | 'small' | 'large' | 'untimed', string>> = {
  neither: 'Lost deals that count as neither won nor lost, by the setting not_lost_reasons',
  small: 'Deals below the setting min_amount, which are left out of the win rate',
  large: 'Won deals above the setting mega_deal, which are left out of the average size',
  untimed:
    'Deals closed before or on the day they were created, or without one of the dates, which are left out of the cycle',
}

/** The product ÷ the cycle; no answer, with the first reason, where one of them has none. */
const moneyPerDay = (
  count: number,
  size: number | NoAnswer,
  rate: number | NoAnswer,
  cycle: number | NoAnswer,
): number | NoAnswer => {
  if (isNoAnswer(size)) return size
  if (isNoAnswer(rate)) return rate
  return isNoAnswer(cycle) ? cycle : (count * size * rate) / cycle
}

const cellsOf = (tally: Tally, i: number) => {
  const closed = tally.won.at(i) + tally.lost.at(i)
  const count = tally.open.at(i)
  const rate = ratio(tally.won.at(i), closed, noClosed)
  const size = ratio(tally.values.at(i), tally.sized.at(i), closed === 0 ? noClosed : noSize)
  const cycle = ratio(tally.days.at(i), tally.timed.at(i), closed === 0 ? noClosed : noCycle)
  return { count, size, rate, cycle, perDay: moneyPerDay(count, size, rate, cycle), closed }
}

export const velocity = defineMetric({
  name: 'VELOCITY',
  title: 'Velocity',
  family: 'flow',
  about: 'How much money the open deals bring in per day at the usual win rate, deal size and sales cycle.',
  variant:
    'number of open deals × average won deal with a positive amount × win rate by count ÷ mean days from creation to closing; these of the deals closed in the period; the days of won deals, as is usual, or with basis=all of won and lost ones, which gives what really comes in per day when the pipeline is steady',
  params: {
    deals: from(deals, ['status', 'value', 'created', 'closing'], ['lost_reason']),
    period: {
      ...common.period,
      default: 'L365D',
      about: `Closed deals of this period give size, win rate and cycle. ${common.period.about.replace('Left out, all dates.', 'Left out, the 365 days up to as-of.')}`,
    },
    asOf: common.asOf,
    by: common.by,
    basis: {
      type: 'choice',
      values: ['won', 'all'],
      default: 'won',
      about:
        'Whose days make the cycle: those of won deals, which nearly everybody reports; or of all closed deals, to compare with targets and capacity, since lost deals leave earlier.',
    },
  },
  columns: {
    count: { label: 'Open deals', kind: 'count' },
    size: { label: 'Average won deal', kind: 'money' },
    rate: { label: 'Win rate', kind: 'percent' },
    cycle: { label: 'Mean cycle', kind: 'days' },
    perDay: { label: 'Per day', kind: 'money' },
    closed: { label: 'Closed deals', kind: 'count' },
  },
  scalar: 'perDay',
  rank: 'perDay',
  chart: { kind: 'bar', category: 'by', series: ['perDay'] },
  sources: ['HS8', 'QO1', 'SO1'],
  compute({ deals, period, by, basis }, context) {
    const groups = by ?? oneGroup(deals.rows)
    const tally = tallyUp(deals, groups, { period, basis }, context)
    for (const reason of ['neither', 'small', 'large', 'untimed'] as const)
      if (tally[reason] > 0) context.note(`${said[reason]}: ${tally[reason]}.`)
    return groups.keys.flatMap((group, i) => {
      const cells = cellsOf(tally, i)
      return by !== null && cells.count + cells.closed === 0 ? [] : [{ group, ...cells }]
    })
  },
})
