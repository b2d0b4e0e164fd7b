import { areaAddress, cellAddress, fixed } from '../a1.ts'
import { line, type Draft } from '../draft.ts'
import type { Content, Formula, Instruction } from '../instructions.ts'
import { constraintsOf, type ConstraintName } from '../../targets/constraints.ts'
import { daysPerMonth } from '../../targets/creation.ts'
import type { Model } from '../../targets/model.ts'
import type { ModelKey } from '../../targets/parameters.ts'
import { breakDown, type Tree } from '../../targets/tree.ts'
import { breakdownLines, daysText, type BreakdownKey, type BreakdownLine, type Names } from './breakdown-lines.ts'
import type { ParamsTab } from './params-tab.ts'
import { finishTab, onTab, startTab, styleHeader, targetTabs } from './target-tabs.ts'

/** The first column of a segment. */
const first = 1

/** A formula with its value, blank where a cell that it needs is. */
export const guarded = (needs: readonly string[], formula: string, value: number): Formula => ({
  formula: needs.length === 0 ? formula : `IF(COUNT(${needs.join(',')})<${needs.length},"",${formula})`,
  value: Number.isFinite(value) ? value : '',
})

export interface BreakdownTab {
  readonly instructions: readonly Instruction[]
  readonly tree: Tree
  /** The cells of all segments in a row, and that of the whole, as a formula on another tab names them. */
  range(key: BreakdownKey): string
  total(key: BreakdownKey): string
}

/** Where things stand on the tab. */
interface Places {
  readonly top: number
  readonly segments: number
  cell(key: BreakdownKey, column: number): string
  range(key: BreakdownKey): string
}

const placesFor = (top: number, segments: number): Places => {
  const rowOf = (key: BreakdownKey): number => top + 1 + breakdownLines.findIndex((each) => each.key === key)
  return {
    top,
    segments,
    cell: (key, column) => cellAddress({ row: rowOf(key), column }),
    range: (key) => areaAddress({ row: rowOf(key), column: first, rows: 1, columns: segments }),
  }
}

const wholeOf = ({ key, whole, valueOfAll }: BreakdownLine, tree: Tree, { cell, range, segments }: Places): Content => {
  if (whole === null) return null
  const value = valueOfAll(tree)
  const own = range(key)
  const formula = whole === undefined ? `SUM(${own})` : whole((other) => cell(other, first + segments), range)
  return { formula: `IF(COUNT(${own})<${segments},"",${formula})`, value: Number.isFinite(value) ? value : '' }
}

const branchCells = (each: BreakdownLine, model: Model, tree: Tree, params: ParamsTab, { cell }: Places) =>
  model.segments.map((segment, i): Content => {
    const branch = tree.segments[i]
    if (branch === undefined) return null
    const names: Names = {
      of: (key) => params.ref(key, segment.name),
      all: (key) => params.ref(key),
      row: (key) => cell(key, first + i),
    }
    return guarded(each.needs(names), each.formula(names), each.value(branch, segment, model))
  })

/** What is done month by month, as against how things stand, can be shared out. */
const shared: ReadonlySet<BreakdownKey> = new Set([
  'target',
  'deals',
  'opportunities',
  'pipeline',
  'firstMeetings',
  'contacts',
  'progressMeetings',
  'meetings',
  'hours',
])

const perParts = ({ key, valueOfAll }: BreakdownLine, model: Model, tree: Tree, params: ParamsTab, total: string) => {
  if (!shared.has(key)) return [null, null, null]
  const { period_days: days, sellers, selling_months: selling } = model.values
  const months = Math.max(1, Math.round(days / daysPerMonth))
  const value = valueOfAll(tree)
  const [perSeller, perMonth] = [params.ref('sellers'), params.ref('selling_months')]
  return [
    guarded([total], `${total}/MAX(1,ROUND(${params.ref('period_days')}/${daysText},0))`, value / months),
    guarded([total, perSeller], `${total}/${perSeller}`, value / sellers),
    guarded([total, perSeller], `${total}/${perSeller}/${perMonth}`, value / sellers / selling),
  ]
}

interface Check {
  readonly name: ConstraintName
  readonly label: string
  readonly limit: ModelKey
  /** Above 0 where the limit is the lowest that may be. */
  readonly isLeast?: true
}

const checks: readonly Check[] = [
  { name: 'capacity', label: 'Meetings per seller and selling month', limit: 'capacity' },
  { name: 'hours', label: 'Selling hours per seller', limit: 'hours_available' },
  { name: 'selling cost', label: 'Selling cost ÷ sales', limit: 'cost_cap' },
  { name: 'margin', label: 'Margin', limit: 'margin_target', isLeast: true },
]

const verdictOf = (used: string, limit: string, isLeast: boolean): string =>
  `IF(COUNT(${used},${limit})<2,"",IF(${isLeast ? `${limit}-${used}` : `${used}-${limit}`}<=0.000000001*MAX(0.001,ABS(${limit})),"Holds","Broken"))`

/** Selling cost, and what the plan uses of each limit. */
const addChecks = (draft: Draft, model: Model, tree: Tree, params: ParamsTab, places: Places): void => {
  const total = (key: BreakdownKey): string => places.cell(key, first + places.segments)
  const p = params.ref
  const [meetings, share] = [total('meetings'), p('virtual_share')]
  const top = draft.row
  const costCell = cellAddress({ row: top + 1, column: 1 })
  const cost = guarded(
    [meetings, p('cost_virtual'), p('cost_f2f')],
    `${p('fixed_cost')}+${p('commission_rate')}*${p('target')}+${meetings}*(${share}*${p('cost_virtual')}+(1-${share})*${p('cost_f2f')})`,
    tree.sellingCost,
  )
  const perSeller = cellAddress({
    row: places.top + 1 + breakdownLines.findIndex(({ key }) => key === 'meetings'),
    column: first + places.segments + 3,
  })
  const { hours } = tree.total
  const used: Readonly<Record<ConstraintName, Formula>> = {
    capacity: guarded([perSeller], perSeller, tree.perSellerMonth),
    hours: guarded([total('hours'), p('sellers')], `${total('hours')}/${p('sellers')}`, hours / model.values.sellers),
    'selling cost': guarded([costCell], `${costCell}/${p('target')}`, tree.sellingCostRatio),
    margin: guarded([total('margin')], total('margin'), tree.margin),
  }
  const told = constraintsOf(model)
  const rows = checks.map(({ name, label, limit, isLeast }, i): readonly Content[] => {
    const own = cellAddress({ row: top + 2 + i, column: 1 })
    const bound = model.values[limit]
    const found = told.find((each) => each.name === name)
    return [
      label,
      used[name],
      guarded([p(limit)], p(limit), bound),
      {
        formula: verdictOf(own, p(limit), isLeast === true),
        value: found === undefined ? '' : found.holds ? 'Holds' : 'Broken',
      },
    ]
  })
  draft.write({ row: top, column: 0 }, [['Limits', 'Used', 'Limit', 'Verdict'], ['Selling cost', cost], ...rows])
  draft.style(line(top, 4), 'header')
  draft.style({ row: top + 1, column: 0, rows: rows.length + 1, columns: 4 }, 'body')
  draft.format({ row: top + 1, column: 1, rows: 1, columns: 1 }, 'money')
  draft.format({ row: top + 2, column: 1, rows: 2, columns: 2 }, 'decimal')
  draft.format({ row: top + 4, column: 1, rows: 2, columns: 2 }, 'percent')
  const area = { row: top + 2, column: 3, rows: rows.length, columns: 1 }
  draft.add({ do: 'rule', tab: draft.tab, area, rule: { kind: 'status', good: ['Holds'], warn: [], bad: ['Broken'] } })
  draft.row = top + rows.length + 2
}

/** From Params to meetings per seller and month, in formulas that need nothing but the workbook. */
export const breakdownTab = (model: Model, params: ParamsTab): BreakdownTab => {
  const draft = startTab(
    targetTabs.breakdown,
    'Target breakdown',
    'How many deals, opportunities and meetings does the target take, in all, a month and per seller?',
    `Every figure is a formula over ${targetTabs.params}; open opportunities by Little’s law: opportunities a day × mean age at closing.`,
  )
  const tree = breakDown(model)
  const segments = model.segments.length
  const places = placesFor(draft.row, segments)
  const total = first + segments
  const names = [
    'KPI',
    ...model.segments.map(({ name }) => name),
    'Total',
    'Month',
    'Per seller',
    'Per seller and selling month',
  ]
  draft.write({ row: places.top, column: 0 }, [
    names,
    ...breakdownLines.map((each) => [
      each.label,
      ...branchCells(each, model, tree, params, places),
      wholeOf(each, tree, places),
      ...perParts(each, model, tree, params, places.cell(each.key, total)),
    ]),
  ])
  styleHeader(draft, places.top, names.length, first)
  breakdownLines.forEach(({ format }, i) => {
    const row = places.top + 1 + i
    draft.style(line(row, names.length), 'body')
    draft.format({ row, column: first, rows: 1, columns: names.length - 1 }, format)
  })
  draft.row = places.top + breakdownLines.length + 2
  addChecks(draft, model, tree, params, places)
  return {
    instructions: finishTab(draft, [36, ...names.slice(1).map(() => 17)], { rows: places.top + 1, columns: 1 }),
    tree,
    range: (key) => onTab(targetTabs.breakdown, fixed(places.range(key))),
    total: (key) => onTab(targetTabs.breakdown, fixed(places.cell(key, total))),
  }
}
