import type { Day } from '../cells/day.ts'
import type { Numbers, Statuses, Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import type { StageOrder } from '../dataset/stage-order.ts'
import { StepList, type Steps } from '../dataset/stage-steps.ts'
import { deals } from '../dataset/tables/deals.ts'
import { history } from '../dataset/tables/history.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { stages } from '../dataset/tables/stages.ts'
import { numberAt, textAt } from './cell-at.ts'
import { followedScope } from './owned-scope.ts'
import { maybe, type Inputs } from './params.ts'
import { createPlaces } from './places.ts'
import { numberDeals } from './standings.ts'

/** Where a step leads: the position of an open stage, or one of these. */
export const won = -1
export const lost = -2
/** A stage on hold, or one that nothing tells the place of. */
export const elsewhere = -3
/** Deleted or merged, by a snapshot. */
export const removed = -4

/** The tables that tell how deals went through the stages. */
export const journeyTables = {
  deals: maybe(
    deals,
    [],
    ['deal_id', 'stage', 'status', 'pipeline', 'closing', 'created', 'last_open_stage'],
    'The opportunities: when they came and closed, and where they are now.',
  ),
  history: maybe(history, ['deal_id', 'to_stage', 'changed_at'], ['from_stage']),
  snapshots: {
    ...maybe(snapshots, ['deal_id', 'snapshot_at', 'stage'], ['status', 'status_text', 'pipeline']),
    unscoped: true,
  },
  stages: maybe(stages, ['stage'], ['order', 'type', 'alias', 'pipeline']),
} as const

type JourneyTables = Inputs<typeof journeyTables>

/** How every deal went through the stages up to as-of. */
export interface Journeys extends Steps {
  readonly from: 'history' | 'snapshots' | 'deals'
  readonly size: number
  /** Whether the history or the snapshots have the deal; if not, its steps are what the opportunities tell. */
  isTold(deal: number): boolean
  /** Empty where the opportunities do not say. */
  pipelineOf(deal: number): string
  /** What a reader should know about the source, in sentences. */
  readonly notes: readonly string[]
}

interface DealColumns {
  readonly deal_id: Texts | null
  readonly stage: Texts | null
  readonly status: Statuses | null
  readonly pipeline: Texts | null
  readonly closing: Numbers | null
  readonly created: Numbers | null
  readonly last_open_stage: Texts | null
}

/** Numbers for places, and the stages that have none. */
const readPlaces = (order: StageOrder) => {
  const places = createPlaces(order)
  const strange = new Set<string>()
  const placeOf = (stage: string, pipeline: string): number => {
    const { kind, position, label } = places.at(places.inStage(stage, pipeline))
    if (kind === 'won') return won
    if (kind === 'lost') return lost
    if (position < 0 && kind === 'stage') strange.add(label)
    return order.stages[position]?.type === 'open' ? position : elsewhere
  }
  return { placeOf, strange }
}
type PlaceOf = (stage: string, pipeline: string) => number

const momentOf = (created: number): number => (Number.isNaN(created) ? -Infinity : created)

const closedPlace = (status: Statuses | null, row: number): number | null =>
  status === null || row < 0 || !status.isClosed(row) ? null : status.isWon(row) ? won : lost

/** The stage that each deal was in before its first change, then every change. */
const addHistory = (
  list: StepList,
  { history: past, deals: now }: JourneyTables,
  rowOf: Int32Array,
  asOf: Day,
  placeOf: PlaceOf,
): void => {
  if (past === null) return
  const first = new Int32Array(rowOf.length).fill(-1)
  const counts = (row: number): boolean => past.changed_at.at(row) < asOf + 1 && !past.deal_id.isBlank(row)
  for (let row = 0; row < past.rows; row++) {
    if (!counts(row)) continue
    const deal = past.deal_id.code(row)
    const before = first[deal] ?? -1
    if (before < 0 || past.changed_at.at(row) < past.changed_at.at(before)) first[deal] = row
  }
  const pipelineOf = (deal: number): string => textAt(now?.pipeline ?? null, rowOf[deal] ?? -1)
  first.forEach((row, deal) => {
    const left = textAt(past.from_stage, row)
    if (left === '') return
    const created = momentOf(numberAt(now?.created ?? null, rowOf[deal] ?? -1))
    list.add(deal, placeOf(left, pipelineOf(deal)), Math.min(created, past.changed_at.at(row)))
  })
  for (let row = 0; row < past.rows; row++) {
    const deal = past.deal_id.code(row)
    if (counts(row)) list.add(deal, placeOf(past.to_stage.at(row), pipelineOf(deal)), past.changed_at.at(row))
  }
}

const addSnapshots = (
  list: StepList,
  { snapshots: past }: JourneyTables,
  asOf: Day,
  placeOf: PlaceOf,
  data: Dataset,
): void => {
  if (past === null) return
  const inScope = followedScope(data, past, asOf)
  const gone = past.status_text?.find('removed') ?? -1
  for (let row = 0; row < past.rows; row++) {
    if (!(past.snapshot_at.at(row) <= asOf) || past.deal_id.isBlank(row) || !inScope(row)) continue
    const isGone = gone >= 0 && past.status_text?.code(row) === gone
    const place = isGone
      ? removed
      : (closedPlace(past.status, row) ?? placeOf(past.stage.at(row), textAt(past.pipeline, row)))
    list.add(past.deal_id.code(row), place, past.snapshot_at.at(row))
  }
}

/** What the opportunities tell of a deal that the past does not have: where it is, or was before it was closed. */
const addUntold = (list: StepList, now: DealColumns, row: number, deal: number, asOf: Day, placeOf: PlaceOf): void => {
  const created = momentOf(numberAt(now.created, row))
  if (!(created < asOf + 1)) return
  const closed = closedPlace(now.status, row)
  const stage = textAt(closed === null ? now.stage : now.last_open_stage, row)
  list.add(deal, stage === '' ? elsewhere : placeOf(stage, textAt(now.pipeline, row)), created)
  const closing = numberAt(now.closing, row)
  if (closed !== null && !(closing > asOf))
    list.add(deal, closed, Number.isNaN(closing) ? created : Math.max(closing, created))
}

/** What became of a deal after its last step: it was closed; by snapshots also that it moved on. */
const addLatest = (list: StepList, now: DealColumns, row: number, deal: number, asOf: Day, nowOf: PlaceOf | null) => {
  const { place, moment } = list.latest(deal)
  const closed = closedPlace(now.status, row)
  const closing = numberAt(now.closing, row)
  if (closed === null) {
    if (nowOf === null || now.stage === null) return
    list.add(deal, nowOf(now.stage.at(row), textAt(now.pipeline, row)), asOf)
  } else if (closed !== place && !(closing > asOf))
    list.add(deal, closed, Number.isNaN(closing) ? moment : Math.max(closing, moment))
}

const sourceNotes: Readonly<Record<Journeys['from'], string>> = {
  history: 'By the stage history.',
  snapshots: 'By snapshots: a deal counts as in a stage from the day of the first snapshot that shows it there.',
  deals: 'By the furthest stage that is known of each deal, as if it had come there when it was created.',
}

const strangeNote = (strange: ReadonlySet<string>): readonly string[] =>
  strange.size === 0
    ? []
    : [
        `These stages have no place in the order, so nothing is counted in them: ${[...strange]
          .sort()
          .map((label) => `"${label}"`)
          .join(', ')}. Add them to the Stages table.`,
      ]

/** The row of each deal in the opportunities, -1 where it is not in them; of the past first, as {@link numberDeals} says. */
const rowsOfDeals = ({ history: changes, snapshots: shots, deals: now }: JourneyTables): Int32Array => {
  const past = changes?.deal_id ?? shots?.deal_id
  if (past === undefined) return Int32Array.from({ length: now?.rows ?? 0 }, (_, row) => row)
  const ids = now?.deal_id ?? null
  return numberDeals(past, now === null || ids === null ? null : { rows: now.rows, deal_id: ids })
}

const sourceOf = ({ history: changes, snapshots: shots }: JourneyTables): Journeys['from'] =>
  changes !== null ? 'history' : shots !== null ? 'snapshots' : 'deals'

/** Adds what the opportunities tell; says which deals had steps before. */
const addDeals = (
  list: StepList,
  now: DealColumns | null,
  rowOf: Int32Array,
  asOf: Day,
  placeOf: PlaceOf,
  nowOf: PlaceOf | null,
): Uint8Array => {
  const told = Uint8Array.from(rowOf, (_, deal) => (list.has(deal) ? 1 : 0))
  if (now === null) return told
  rowOf.forEach((row, deal) => {
    if (row < 0) return
    if (told[deal] === 0) addUntold(list, now, row, deal, asOf, placeOf)
    else addLatest(list, now, row, deal, asOf, nowOf)
  })
  return told
}

/**
 * The way of every deal through the stages: by the stage history, else by snapshots, else as far as the opportunities
 * tell. A deal that was closed without a step that says so is closed from its closing date on.
 */
export const readJourneys = (tables: JourneyTables, order: StageOrder, asOf: Day, data: Dataset): Journeys => {
  const from = sourceOf(tables)
  const rowOf = rowsOfDeals(tables)
  const { placeOf, strange } = readPlaces(order)
  const pastRows = (tables.history ?? tables.snapshots)?.rows ?? 0
  const list = new StepList(rowOf.length, pastRows + 2 * rowOf.length)
  if (from === 'history') addHistory(list, tables, rowOf, asOf, placeOf)
  if (from === 'snapshots') addSnapshots(list, tables, asOf, placeOf, data)
  const told = addDeals(list, tables.deals, rowOf, asOf, placeOf, from === 'snapshots' ? placeOf : null)
  const pipeline = tables.deals?.pipeline ?? null
  return {
    ...list.sorted(),
    from,
    size: rowOf.length,
    isTold: (deal) => told[deal] === 1,
    pipelineOf: (deal) => textAt(pipeline, rowOf[deal] ?? -1),
    notes: [sourceNotes[from], ...strangeNote(strange)],
  }
}
