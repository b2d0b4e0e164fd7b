import { constraintsOf, type ConstraintName } from '../targets/constraints.ts'
import { daysPerMonth } from '../targets/creation.ts'
import type { Model } from '../targets/model.ts'
import { breakDown, type Branch, type Tree } from '../targets/tree.ts'
import { defineMetric } from './define.ts'
import { modelOf, noteIdleLimits, paramTable, paramVersion } from './param-table.ts'
import { orBlank } from './value.ts'

interface Kpi {
  readonly label: string
  readonly unit: string
  of(branch: Branch): number
  /** Of the period as a whole, as against what is done month by month. */
  readonly isLevel?: boolean
  readonly limit?: ConstraintName
}

/** From money to meetings, in the order of the tree. */
const kpis: readonly Kpi[] = [
  { label: 'New sales', unit: 'money', of: ({ target }) => target },
  { label: 'Deals to win', unit: 'number', of: ({ deals }) => deals },
  { label: 'Opportunities to create', unit: 'number', of: ({ opportunities }) => opportunities },
  { label: 'Pipeline to create', unit: 'money', of: ({ pipeline }) => pipeline },
  { label: 'Coverage needed', unit: 'times', of: ({ coverage }) => coverage, isLevel: true },
  { label: 'Contacts', unit: 'number', of: ({ contacts }) => contacts },
  { label: 'First meetings', unit: 'number', of: ({ firstMeetings }) => firstMeetings },
  { label: 'Progress meetings', unit: 'number', of: ({ progressMeetings }) => progressMeetings },
  { label: 'Meetings', unit: 'number', of: ({ meetings }) => meetings, limit: 'capacity' },
  { label: 'Selling hours', unit: 'hours', of: ({ hours }) => hours, limit: 'hours' },
  { label: 'Open opportunities needed', unit: 'number', of: ({ open }) => open, isLevel: true },
  { label: 'Open value needed', unit: 'money', of: ({ openValue }) => openValue, isLevel: true },
]

/** Of the whole alone. */
const ofTree: readonly (Omit<Kpi, 'of'> & { of(tree: Tree): number })[] = [
  { label: 'Selling cost', unit: 'money', of: ({ sellingCost }) => sellingCost },
  {
    label: 'Selling cost ratio',
    unit: 'share',
    of: (tree) => tree.sellingCostRatio,
    isLevel: true,
    limit: 'selling cost',
  },
  { label: 'Margin', unit: 'share', of: ({ margin }) => margin, isLevel: true, limit: 'margin' },
]

const rowOf = (segment: string, kpi: Omit<Kpi, 'of'>, value: number, model: Model) => {
  const { sellers, selling_months: sellingMonths, period_days: days } = model.values
  const months = Math.max(1, Math.round(days / daysPerMonth))
  const isShared = kpi.isLevel !== true && kpi.unit !== 'share'
  const limit = constraintsOf(model).find(({ name }) => segment === 'Total' && name === kpi.limit)
  return {
    segment,
    kpi: kpi.label,
    unit: kpi.unit,
    period: value,
    month: isShared ? value / months : null,
    seller: orBlank(isShared ? value / sellers : NaN),
    sellerMonth: orBlank(isShared ? value / sellers / sellingMonths : NaN),
    limit: limit?.limit ?? null,
    verdict: limit === undefined ? '' : limit.holds ? 'holds' : 'broken',
  }
}

export const breakdown = defineMetric({
  name: 'BREAKDOWN',
  title: 'Target breakdown',
  family: 'targets',
  about: 'A sales target broken down to the deals, opportunities, pipeline and meetings that it takes.',
  variant:
    'deals = new sales ÷ average deal; opportunities = deals ÷ win rate; pipeline = opportunities × average deal ÷ shrink; first meetings = opportunities ÷ meeting rate; contacts = first meetings ÷ contact rate; meetings = first meetings + opportunities × progress meetings; open opportunities by Little’s law: opportunities a day × mean age at closing; by segment and added up; a month is the period ÷ its months, per seller ÷ ramped sellers, and per seller and month ÷ selling months; limits: capacity per seller and selling month, hours, selling cost ratio and margin',
  params: {
    params: paramTable,
    paramsVersion: paramVersion,
    segments: { type: 'flag', default: false, about: 'TRUE lists every segment before the total.' },
  },
  columns: {
    segment: { label: 'Segment', kind: 'text' },
    kpi: { label: 'KPI', kind: 'text' },
    unit: { label: 'Unit', kind: 'text' },
    period: { label: 'Period', kind: 'decimal' },
    month: { label: 'Month', kind: 'decimal' },
    seller: { label: 'Per seller', kind: 'decimal' },
    sellerMonth: { label: 'Per seller and selling month', kind: 'decimal' },
    limit: { label: 'Limit', kind: 'decimal' },
    verdict: { label: 'Verdict', kind: 'status' },
  },
  sources: ['MX1', 'MX2', 'D-16', 'D-17', 'E-11'],
  compute({ params, paramsVersion: version, segments }, { note }) {
    const model = modelOf(params, version)
    const tree = breakDown(model)
    noteIdleLimits(model, note)
    const branches = segments && tree.segments.length > 1 ? [...tree.segments, tree.total] : [tree.total]
    const rows = [
      ...branches.flatMap((branch) => kpis.map((kpi) => rowOf(branch.name, kpi, kpi.of(branch), model))),
      ...ofTree.map((kpi) => rowOf('Total', kpi, kpi.of(tree), model)),
    ]
    const unknown = [...new Set(rows.filter(({ period }) => Number.isNaN(period)).map(({ kpi }) => kpi))]
    if (unknown.length > 0) note(`Not worked out, since Params do not give all that it takes: ${unknown.join(', ')}.`)
    return rows.filter(({ period }) => !Number.isNaN(period))
  },
})
