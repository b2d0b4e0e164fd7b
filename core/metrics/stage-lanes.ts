import type { Statuses, Texts } from '../dataset/columns.ts'
import type { StageOrder } from '../dataset/stage-order.ts'

interface StagedDeals {
  readonly rows: number
  readonly status: Statuses
  readonly stage: Texts
  readonly pipeline: Texts | null
}

/** The rows of a funnel, in order, and in which of them each open deal belongs; the last is for stages without a place. */
export interface Lanes {
  readonly labels: readonly string[]
  /** The pipeline of each; empty where it belongs to none. */
  readonly pipelines: readonly string[]
  of(row: number): number
  /** What a reader should know about the order and the stages, in sentences. */
  readonly notes: readonly string[]
}

const openCodes = ({ rows, status, stage }: StagedDeals): ReadonlySet<number> => {
  const codes = new Set<number>()
  for (let row = 0; row < rows; row++) if (status.isOpen(row)) codes.add(stage.code(row))
  return codes
}

/** Nothing tells the order: the stages of the open deals by name. */
const byName = (deals: StagedDeals): Lanes => {
  const { stage } = deals
  const named = [...openCodes(deals)].filter((code) => code !== 0)
  named.sort((a, b) => (stage.label(a) < stage.label(b) ? -1 : 1))
  const lanes = new Map(named.map((code, lane) => [code, lane]))
  return {
    labels: [...named.map((code) => stage.label(code)), 'Unmapped stage'],
    pipelines: [...named, 0].map(() => ''),
    of: (row) => lanes.get(stage.code(row)) ?? named.length,
    notes: ['Nothing tells the order of the stages, so they are listed by name. Add a Stages table to set it.'],
  }
}

const orderNotes: Readonly<Record<StageOrder['from'], readonly string[]>> = {
  table: [],
  crm: ['The stages are in the order that the source system comes with. Add a Stages table to set your own.'],
  probability: [
    'The stages are ordered by the mean probability of their open deals. Add a Stages table to set the order.',
  ],
}

const unmappedNote = (labels: ReadonlySet<string>): readonly string[] => {
  if (labels.size === 0) return []
  const shown = [...labels].sort().map((label) => (label === '' ? '(blank)' : `"${label}"`))
  return [
    `These stages of open deals are not among the open stages: ${shown.join(', ')}. Add them to the Stages table.`,
  ]
}

const inOrder = (deals: StagedDeals, order: StageOrder): Lanes => {
  const last = order.open.length
  const laneOf = new Int32Array(order.stages.length).fill(last)
  order.open.forEach((position, lane) => (laneOf[position] = lane))
  const positions = order.positions(deals.stage, deals.pipeline)
  const lane = (row: number): number => laneOf[positions[row] ?? -1] ?? last
  const strange = new Set<number>()
  for (let row = 0; row < deals.rows; row++)
    if (deals.status.isOpen(row) && lane(row) === last) strange.add(deals.stage.code(row))
  return {
    labels: [...order.open.map(order.label), 'Unmapped stage'],
    pipelines: [...order.open.map((position) => order.stages[position]?.pipeline ?? ''), ''],
    of: lane,
    notes: [...orderNotes[order.from], ...unmappedNote(new Set([...strange].map((code) => deals.stage.label(code))))],
  }
}

/** The open stages in the order of the process, empty ones too; a last lane takes the deals in none of them. */
export const stageLanes = (deals: StagedDeals, order: StageOrder | null): Lanes =>
  order === null ? byName(deals) : inOrder(deals, order)
