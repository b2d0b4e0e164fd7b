import { cellAddress } from '../a1.ts'
import type { Content, FormatName, Instruction } from '../instructions.ts'
import { scaled, type Model } from '../../targets/model.ts'
import { parameterOf, type ModelKey, type ParameterKey } from '../../targets/parameters.ts'
import { breakDown, type Tree } from '../../targets/tree.ts'
import type { BreakdownKey } from './breakdown-lines.ts'
import { guarded, type BreakdownTab } from './breakdown-tab.ts'
import type { ParamsTab } from './params-tab.ts'
import { finishTab, startTab, styleHeader, targetTabs } from './target-tabs.ts'

const moved = [
  'target',
  'avg_deal',
  'win_rate',
  'meeting_rate',
  'progress_meetings',
] as const satisfies readonly ParameterKey[]
type Moved = (typeof moved)[number]

interface Scenario {
  readonly name: string
  readonly factors: Readonly<Record<Moved, number>>
}

const same = { target: 1, avg_deal: 1, win_rate: 1, meeting_rate: 1, progress_meetings: 1 }

/** Where people begin; every factor can be changed. */
const scenarios: readonly Scenario[] = [
  { name: 'Base', factors: same },
  { name: 'Stretch', factors: { ...same, avg_deal: 1.1, win_rate: 1.1 } },
  { name: 'Low', factors: { ...same, avg_deal: 0.9, win_rate: 0.9 } },
  { name: 'Higher target', factors: { ...same, target: 1.1 } },
]

/** How an outcome's formula names cells. */
interface Names {
  /** A parameter, and a base figure on the breakdown. */
  param(key: ModelKey): string
  base(key: BreakdownKey): string
  /** A factor, and an outcome above, of the same scenario. */
  factor(key: Moved): string
  own(label: string): string
}

interface Outcome {
  readonly label: string
  readonly format: FormatName
  of(tree: Tree): number
  needs(names: Names): readonly string[]
  formula(names: Names): string
}

/** Each out of the base figures and the factors: what all segments share multiplies their sum. */
const outcomes: readonly Outcome[] = [
  {
    label: 'New sales',
    format: 'money',
    of: ({ total }) => total.target,
    needs: ({ base }) => [base('target')],
    formula: ({ param, factor }) => `MAX(0,${param('target')}*${factor('target')}-${param('secured')})`,
  },
  {
    label: 'Deals to win',
    format: 'decimal',
    of: ({ total }) => total.deals,
    needs: ({ base }) => [base('deals')],
    formula: ({ base, own, factor }) => `${base('deals')}*${own('New sales')}/${base('target')}/${factor('avg_deal')}`,
  },
  {
    label: 'Opportunities to create',
    format: 'decimal',
    of: ({ total }) => total.opportunities,
    needs: ({ own, base }) => [own('Deals to win'), base('opportunities')],
    formula: ({ base, own, factor }) =>
      `${base('opportunities')}*${own('Deals to win')}/${base('deals')}/${factor('win_rate')}`,
  },
  {
    label: 'Pipeline to create',
    format: 'money',
    of: ({ total }) => total.pipeline,
    needs: ({ base }) => [base('pipeline')],
    formula: ({ base, own, factor }) =>
      `${base('pipeline')}*${own('New sales')}/${base('target')}/${factor('win_rate')}`,
  },
  {
    label: 'First meetings',
    format: 'decimal',
    of: ({ total }) => total.firstMeetings,
    needs: ({ own, base }) => [own('Opportunities to create'), base('firstMeetings')],
    formula: ({ base, own, factor }) =>
      `${base('firstMeetings')}*${own('Opportunities to create')}/${base('opportunities')}/${factor('meeting_rate')}`,
  },
  {
    label: 'Progress meetings',
    format: 'decimal',
    of: ({ total }) => total.progressMeetings,
    needs: ({ own, base }) => [own('Opportunities to create'), base('progressMeetings')],
    formula: ({ base, own, factor }) =>
      `${base('progressMeetings')}*${own('Opportunities to create')}/${base('opportunities')}*${factor('progress_meetings')}`,
  },
  {
    label: 'Meetings',
    format: 'decimal',
    of: ({ total }) => total.meetings,
    needs: ({ own }) => [own('First meetings'), own('Progress meetings')],
    formula: ({ own }) => `${own('First meetings')}+${own('Progress meetings')}`,
  },
  {
    label: 'Meetings per seller and selling month',
    format: 'decimal',
    of: ({ perSellerMonth }) => perSellerMonth,
    needs: ({ own, param }) => [own('Meetings'), param('sellers')],
    formula: ({ own, param }) => `${own('Meetings')}/${param('sellers')}/${param('selling_months')}`,
  },
]

const inScenario = (model: Model, { factors }: Scenario): Tree =>
  breakDown(moved.reduce((made, key) => scaled(made, { key, segment: null }, factors[key]), model))

/** The version of Params that does not count, for comparison. */
export interface OtherVersion {
  readonly name: string
  readonly tree: Tree
}

/** What the target takes if inputs turn out higher or lower, side by side; the other version of Params as it is. */
export const scenariosTab = (
  model: Model,
  params: ParamsTab,
  breakdown: BreakdownTab,
  other: OtherVersion | null,
): readonly Instruction[] => {
  const draft = startTab(
    targetTabs.scenarios,
    'Scenarios',
    'What does the target take if things turn out better or worse?',
    'Each factor multiplies the value in Params: 1.1 is a tenth more. Change them, and the figures follow.',
  )
  const top = draft.row
  const first = top + moved.length + 1
  const trees = scenarios.map((scenario) => inScenario(model, scenario))
  const namesIn = (column: number): Names => ({
    param: params.ref,
    base: breakdown.total,
    factor: (key) => cellAddress({ row: top + 1 + moved.indexOf(key), column }),
    own: (label) => cellAddress({ row: first + outcomes.findIndex((each) => each.label === label), column }),
  })
  const outcomeRows = outcomes.map(({ label, of, needs, formula }): readonly Content[] => [
    label,
    ...trees.map((tree, i) => guarded(needs(namesIn(i + 1)), formula(namesIn(i + 1)), of(tree))),
    ...(other === null ? [] : [Number.isFinite(of(other.tree)) ? of(other.tree) : null]),
  ])
  const names = ['Scenario', ...scenarios.map(({ name }) => name), ...(other === null ? [] : [`Version ${other.name}`])]
  draft.write({ row: top, column: 0 }, [
    names,
    ...moved.map((key) => [
      `× ${parameterOf(key).label.toLowerCase()}`,
      ...scenarios.map(({ factors }) => factors[key]),
    ]),
    ...outcomeRows,
  ])
  styleHeader(draft, top, names.length, 1)
  const inputs = { row: top + 1, column: 1, rows: moved.length, columns: scenarios.length }
  draft.style({ row: top + 1, column: 0, rows: moved.length + outcomes.length, columns: names.length }, 'body')
  draft.style(inputs, 'input')
  draft.format(inputs, 'decimal')
  outcomes.forEach(({ format }, i) => {
    draft.format({ row: first + i, column: 1, rows: 1, columns: names.length - 1 }, format)
  })
  draft.row = first + outcomes.length
  return finishTab(draft, [38, ...names.slice(1).map(() => 17)], { rows: top + 1, columns: 1 })
}
