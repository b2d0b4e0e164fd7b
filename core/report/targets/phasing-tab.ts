import { areaAddress, cellAddress, fixed } from '../a1.ts'
import { line, type Draft } from '../draft.ts'
import type { Content, FormatName, Instruction } from '../instructions.ts'
import { creationFor, lagOfCycle, type Creation } from '../../targets/creation.ts'
import type { Model } from '../../targets/model.ts'
import type { Tree } from '../../targets/tree.ts'
import { normalise } from '../../targets/weights.ts'
import { guarded, type BreakdownTab } from './breakdown-tab.ts'
import type { ParamsTab } from './params-tab.ts'
import { finishTab, startTab, styleHeader, targetTabs } from './target-tabs.ts'

/** The months of the period, each with its weight and, where People tell it, its ramped sellers. */
export interface MonthPlan {
  readonly label: string
  readonly weight: number
  /** `null`: as many as in Params. */
  readonly sellers: number | null
}

const headings = [
  'Month',
  'No.',
  'Weight',
  'Share',
  'New sales',
  'Deals to win',
  'Opportunities to create',
  'First meetings',
  'Meetings',
  'Ramped sellers',
  'Meetings per seller',
] as const

/** What each segment creates in each month: opportunities, each as many months before its win as its cycle lasts. */
const creationsOf = ({ segments }: Model, tree: Tree, shares: readonly number[]): readonly Creation[] =>
  segments.map(({ values }, i) => {
    const branch = tree.segments[i]
    const wins = shares.map((share) => share * (branch?.deals ?? 0))
    const cycle = Number.isNaN(values.cycle_won) ? 0 : values.cycle_won
    return creationFor(wins, branch?.winRate ?? NaN, lagOfCycle(cycle))
  })

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** A volume of each segment in proportion to its opportunities of a month. */
const volumeIn = (
  creations: readonly Creation[],
  tree: Tree,
  key: 'opportunities' | 'firstMeetings' | 'meetings',
  pick: (creation: Creation) => number,
): number =>
  sum(
    creations.map((creation, i) => {
      const branch = tree.segments[i]
      if (branch === undefined || branch.opportunities === 0) return 0
      return (pick(creation) * branch[key]) / branch.opportunities
    }),
  )

const orBlank = (value: number): number | string => (Number.isFinite(value) ? value : '')

const volumeKeys = ['opportunities', 'firstMeetings', 'meetings'] as const

/** The model worked out by month, and where its cells stand. */
interface Phased {
  readonly top: number
  readonly months: readonly MonthPlan[]
  readonly model: Model
  readonly params: ParamsTab
  readonly breakdown: BreakdownTab
  readonly shares: readonly number[]
  readonly creations: readonly Creation[]
}

const at = (row: number, column: number): string => cellAddress({ row, column })

/** The cells of a column in all months, the row before the period left out. */
const column = ({ top, months }: Phased, index: number): string =>
  fixed(areaAddress({ row: top + 2, column: index, rows: months.length, columns: 1 }))

/** Σ over the segments of a volume × the shares of the months that a criterion picks, each segment by its own lag. */
const volumes = (phased: Phased, criterion: string, pick: (creation: Creation) => number): readonly Content[] => {
  const { breakdown, model, creations } = phased
  return volumeKeys.map((key) => {
    const range = breakdown.range(key)
    const months = `SUMIF(${column(phased, 1)},${criterion},${column(phased, 3)})`
    return {
      formula: `IF(COUNT(${range})<${model.segments.length},"",SUMPRODUCT(${range},${months}))`,
      value: orBlank(volumeIn(creations, breakdown.tree, key, pick)),
    }
  })
}

const beforePeriod = (phased: Phased): readonly Content[] => [
  'Before the period',
  ...new Array<null>(5).fill(null),
  ...volumes(phased, `"<="&${phased.breakdown.range('lag')}`, (creation) => sum(creation.before)),
  null,
  null,
]

const monthRow = (phased: Phased, { label, weight, sellers }: MonthPlan, i: number): readonly Content[] => {
  const { top, breakdown, params, model, shares, creations } = phased
  const { total } = breakdown.tree
  const row = top + 2 + i
  const [share = 0] = [shares[i]]
  const [own, people] = [params.ref('sellers'), sellers ?? model.values.sellers]
  const created = (creation: Creation): number => creation.months[i] ?? 0
  const meetings = volumeIn(creations, breakdown.tree, 'meetings', created)
  return [
    label,
    i + 1,
    weight,
    { formula: `${at(row, 2)}/SUM(${column(phased, 2)})`, value: share },
    { formula: `${breakdown.total('target')}*${at(row, 3)}`, value: total.target * share },
    { formula: `${breakdown.total('deals')}*${at(row, 3)}`, value: total.deals * share },
    ...volumes(phased, `${at(row, 1)}+${breakdown.range('lag')}`, created),
    sellers ?? guarded([own], own, people),
    guarded([at(row, 8), at(row, 9)], `${at(row, 8)}/${at(row, 9)}`, meetings / people),
  ]
}

const totalRow = ({ top, months, breakdown }: Phased): readonly Content[] => {
  const { target, deals, opportunities, firstMeetings, meetings } = breakdown.tree.total
  const values = [1, target, deals, opportunities, firstMeetings, meetings]
  const sums = values.map((value, i): Content => {
    const range = areaAddress({ row: top + 1, column: i + 3, rows: months.length + 1, columns: 1 })
    return { formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, value: orBlank(value) }
  })
  return ['Total', null, null, ...sums, null, null]
}

const formats = [
  'count',
  'decimal',
  'percent',
  'money',
  ...new Array<'decimal'>(6).fill('decimal'),
] as const satisfies readonly FormatName[]

const dress = (draft: Draft, { top, months }: Phased): void => {
  styleHeader(draft, top, headings.length, 1)
  draft.style({ row: top + 1, column: 0, rows: months.length + 1, columns: headings.length }, 'body')
  for (const input of [2, 9]) draft.style({ row: top + 2, column: input, rows: months.length, columns: 1 }, 'input')
  draft.style(line(top + months.length + 2, headings.length), 'total')
  formats.forEach((format, i) => {
    draft.format({ row: top + 1, column: i + 1, rows: months.length + 2, columns: 1 }, format)
  })
}

const footnote =
  'Before the period: what must be in the funnel on its first day. What the last months create beyond this closes after the period.'

/** When what has to be won and created: wins by the phasing, creation before them by the cycle of each segment. */
export const phasingTab = (
  model: Model,
  months: readonly MonthPlan[],
  params: ParamsTab,
  breakdown: BreakdownTab,
): readonly Instruction[] => {
  const draft = startTab(
    targetTabs.phasing,
    'Phasing',
    'When does what have to be won, and how much earlier does it have to be created?',
    'Wins by the weights, which can be changed; creation as many months earlier as the cycle of won deals lasts.',
  )
  const shares = normalise(months.map(({ weight }) => weight))
  const creations = creationsOf(model, breakdown.tree, shares)
  const phased: Phased = { top: draft.row, months, model, params, breakdown, shares, creations }
  draft.write({ row: draft.row, column: 0 }, [
    headings,
    beforePeriod(phased),
    ...months.map((month, i) => monthRow(phased, month, i)),
    totalRow(phased),
  ])
  dress(draft, phased)
  draft.row += months.length + 4
  draft.write({ row: draft.row, column: 0 }, [[footnote]])
  draft.style(line(draft.row, 1), 'note')
  draft.row++
  return finishTab(draft, [20, 8, 10, 10, 16, 14, 16, 14, 14, 14, 14], { rows: phased.top + 1, columns: 1 })
}
