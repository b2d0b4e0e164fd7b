import { fail } from '../errors.ts'
import { marginAfter } from './margin.ts'
import type { Model, Segment } from './model.ts'
import { parameterOf, type SegmentKey } from './parameters.ts'
import { openNeeded } from './stock.ts'

/** What one segment, or all of them, take in the period. NaN where an input is not given. */
export interface Branch {
  readonly name: string
  readonly target: number
  readonly deals: number
  readonly opportunities: number
  /** Value at opening of the opportunities to create. */
  readonly pipeline: number
  readonly coverage: number
  readonly firstMeetings: number
  readonly contacts: number
  readonly progressMeetings: number
  readonly meetings: number
  readonly hours: number
  /** Opportunities to have open at any time, and their value at opening. */
  readonly open: number
  readonly openValue: number
  readonly winRate: number
  readonly avgDeal: number
}

export interface Tree {
  readonly segments: readonly Branch[]
  readonly total: Branch
  readonly perSeller: number
  /** Meetings of one ramped seller in a selling month. */
  readonly perSellerMonth: number
  readonly sellingCost: number
  readonly sellingCostRatio: number
  readonly margin: number
}

const needed: readonly SegmentKey[] = ['avg_deal', 'shrink', 'win_rate', 'meeting_rate', 'contact_rate']

const refuseZeros = ({ name, values }: Segment): void => {
  const zero = needed.find((key) => values[key] <= 0)
  if (zero === undefined) return
  fail(
    'no-answer',
    `The ${parameterOf(zero).label.toLowerCase()} of ${name} is ${values[zero]} (parameter ${zero}); nothing can be divided by it. Write a value above 0.`,
  )
}

const branchOf = (model: Model, segment: Segment): Branch => {
  refuseZeros(segment)
  const { values: all } = model
  const of = segment.values
  const target = Math.max(0, all.target - all.secured) * of.mix
  const winRate = of.win_rate * (1 - all.virtual_penalty * all.virtual_share)
  const deals = target / of.avg_deal
  const opportunities = deals / winRate
  const pipeline = (opportunities * of.avg_deal) / of.shrink
  const firstMeetings = opportunities / of.meeting_rate
  const progressMeetings = opportunities * of.progress_meetings
  const meetings = firstMeetings + progressMeetings
  const { cycle_won: cycleWon, cycle_lost: cycleLost } = of
  const open = openNeeded({ opportunities, periodDays: all.period_days, winRate, cycleWon, cycleLost })
  return {
    name: segment.name,
    target,
    deals,
    opportunities,
    pipeline,
    coverage: 1 / (winRate * of.shrink),
    firstMeetings,
    contacts: firstMeetings / of.contact_rate,
    progressMeetings,
    meetings,
    hours: meetings * (all.virtual_share * all.hours_virtual + (1 - all.virtual_share) * all.hours_f2f),
    open,
    openValue: (open * of.avg_deal) / of.shrink,
    winRate,
    avgDeal: of.avg_deal,
  }
}

const added = [
  'target',
  'deals',
  'opportunities',
  'pipeline',
  'firstMeetings',
  'contacts',
  'progressMeetings',
  'meetings',
  'hours',
  'open',
  'openValue',
] as const

/** The whole: volumes add up, rates are those of the volumes. A segment without a share of the target adds nothing. */
const totalOf = (branches: readonly Branch[]): Branch => {
  const sums = Object.fromEntries(
    added.map((key) => [key, branches.reduce((sum, each) => sum + (each.target === 0 ? 0 : each[key]), 0)]),
  ) as Record<(typeof added)[number], number>
  return {
    name: 'Total',
    ...sums,
    coverage: sums.pipeline / sums.target,
    winRate: sums.deals / sums.opportunities,
    avgDeal: sums.target / sums.deals,
  }
}

const costOf = ({ values }: Model, meetings: number): number =>
  values.fixed_cost +
  values.commission_rate * values.target +
  meetings * (values.virtual_share * values.cost_virtual + (1 - values.virtual_share) * values.cost_f2f)

/** Net margin of the mix after the discount: Σ μ × g(d). */
const marginOf = ({ values, segments }: Model): number =>
  segments.reduce((sum, { values: of }) => sum + of.mix * marginAfter(of.list_margin, values.discount), 0)

/**
 * Breaks a target down to deals, opportunities, pipeline and meetings, by segment and in all. Fractions are kept, so
 * that the tree adds up.
 *
 * @throws SpmError `no-answer` that names the rate that is 0
 */
export const breakDown = (model: Model): Tree => {
  const segments = model.segments.map((segment) => branchOf(model, segment))
  const total = totalOf(segments)
  const { values } = model
  const sellingCost = costOf(model, total.meetings)
  return {
    segments,
    total,
    perSeller: total.meetings / values.sellers,
    perSellerMonth: total.meetings / values.sellers / values.selling_months,
    sellingCost,
    sellingCostRatio: sellingCost / values.target,
    margin: marginOf(model),
  }
}
