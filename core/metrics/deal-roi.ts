import { rowsWhere } from '../dataset/columns.ts'
import { stageOrderOf } from '../dataset/stage-order.ts'
import { activities } from '../dataset/tables/activities.ts'
import { deals } from '../dataset/tables/deals.ts'
import { stages } from '../dataset/tables/stages.ts'
import { unitCosts } from '../dataset/tables/unit-costs.ts'
import { costInBase } from './cost-in-base.ts'
import { listCells, listColumns } from './deal-list.ts'
import { byValue } from './deal-order.ts'
import { defineMetric } from './define.ts'
import { costOfMeeting, countMeetings, meetingsToWin } from './meeting-effort.ts'
import { common, from, maybe } from './params.ts'
import { known, orBlank, type Value } from './value.ts'
import { winChance } from './win-chance.ts'

const whyNot = 'The deal has no amount, no probability, or no cost (nor is a margin given).'

/** What a deal is expected to leave, for what is still to be spent on it. */
interface Return {
  readonly row: number
  readonly chance: number
  readonly margin: number
  readonly expected: number
  readonly held: number
  readonly left: number
  readonly cost: number
}

/** No effort left first, then the highest return; deals of which it is not known last. */
const rankOf = ({ expected, cost }: Return): number => {
  if (Number.isNaN(expected)) return -Infinity
  return cost > 0 ? expected / cost : Infinity
}

/** Equal ones stay in the order in which they stand. */
const inOrder = (a: Return, b: Return): number => {
  if (rankOf(a) !== rankOf(b)) return rankOf(b) > rankOf(a) ? 1 : -1
  return Number.isNaN(a.expected) ? 0 : b.expected - a.expected
}

const returnOf = ({ expected, cost }: Return): Value => {
  if (cost > 0) return known(expected / cost, whyNot)
  return Number.isNaN(expected) ? known(expected, whyNot) : 'no effort left'
}

export const dealRoi = defineMetric({
  name: 'DEAL_ROI',
  title: 'Deal return',
  family: 'economics',
  about: 'Which open deals bring the most margin for the selling effort they still take.',
  variant:
    'probability × (value − cost) ÷ (meetings still to be held × cost of a meeting) of the open deals; still to be held = meetings that a won deal takes − meetings held; deals that take none any more come first',
  params: {
    deals: from(
      deals,
      ['status', 'deal_id', 'value'],
      ['name', 'account', 'owner', 'stage', 'pipeline', 'probability', 'cost', 'rate'],
    ),
    activities: maybe(
      activities,
      ['date', 'deal_id'],
      ['type', 'class', 'owner', 'activity_id', 'channel', 'done', 'status_text', 'cancelled'],
    ),
    unitCosts: maybe(unitCosts, ['channel', 'cost_per_meeting']),
    stages: maybe(stages, ['stage'], ['probability', 'alias', 'pipeline']),
    asOf: common.asOf,
    meetings: {
      type: 'number',
      default: null,
      minimum: 0,
      about: 'How many meetings a deal takes until it is won. Left out, the mean of the won deals that had any.',
    },
    meetingCost: {
      type: 'number',
      default: null,
      minimum: 0.01,
      about: 'What a meeting costs. Left out, by UnitCosts and the channels of the meetings that were held.',
    },
    margin: {
      type: 'number',
      default: null,
      minimum: 0,
      about: 'The margin of deals that state no cost, such as 0.4 for 40%. Left out, their return is not known.',
    },
  },
  columns: {
    ...listColumns,
    chance: { label: 'Probability', kind: 'percent' },
    margin: { label: 'Margin', kind: 'money' },
    held: { label: 'Meetings held', kind: 'count' },
    left: { label: 'Meetings left', kind: 'decimal' },
    cost: { label: 'Cost left', kind: 'money' },
    roi: { label: 'Return', kind: 'ratio' },
  },
  sources: ['C-12'],
  compute({ deals, activities, unitCosts, meetings, meetingCost, margin }, context) {
    const { data, note, tell } = context
    const met = countMeetings(activities, deals.deal_id, context)
    const needed = meetings ?? meetingsToWin(met, deals, context)
    const price = meetingCost ?? costOfMeeting(met, unitCosts, context)
    const chanceOf = winChance(deals, stageOrderOf(data), 'deal')
    const costOf = costInBase(deals)
    const marginOf = (row: number): number => {
      const [value, cost] = [deals.value.at(row), costOf(row)]
      return Number.isNaN(cost) ? value * (margin ?? NaN) : value - cost
    }
    tell('deals', (row) => (deals.status.isOpen(row) ? null : 'not open'))
    const open = byValue(
      rowsWhere(deals.rows, (row) => deals.status.isOpen(row)),
      deals,
    )
    const returns = open.map((row): Return => {
      const [chance, left] = [chanceOf(row), marginOf(row)]
      const held = met.byDeal[deals.deal_id.code(row)] ?? 0
      const still = Math.max(0, needed - held)
      return { row, chance, margin: left, expected: chance * left, held, left: still, cost: still * price }
    })
    const unknown = returns.filter(({ expected }) => Number.isNaN(expected)).length
    if (unknown > 0) note(`Open deals without an amount, a probability or a cost, which come last: ${unknown}.`)
    return returns.sort(inOrder).map((each) =>
      Object.assign(listCells(deals, each.row), {
        chance: orBlank(each.chance),
        margin: orBlank(each.margin),
        held: each.held,
        left: each.left,
        cost: each.cost,
        roi: returnOf(each),
      }),
    )
  },
})
