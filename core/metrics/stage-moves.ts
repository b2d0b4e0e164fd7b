import { isoDay, type Day } from '../cells/day.ts'
import type { Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { codesIn } from '../dataset/join-codes.ts'
import { stageOrderOf, type StageOrder } from '../dataset/stage-order.ts'
import { snapshotDays } from '../dataset/states.ts'
import { deals } from '../dataset/tables/deals.ts'
import { history } from '../dataset/tables/history.ts'
import { snapshots } from '../dataset/tables/snapshots.ts'
import { stages } from '../dataset/tables/stages.ts'
import { SpmError } from '../errors.ts'
import { createSum, type Sum } from '../math/sum.ts'
import { defineMetric, type Context } from './define.ts'
import { ownedScope } from './owned-scope.ts'
import { common, maybe, type Inputs } from './params.ts'
import { absent, createPlaces, handedOver, lost, won, type Place, type Places } from './places.ts'
import {
  numberDeals,
  standingByHistory,
  standingBySnapshots,
  standingNow,
  withClosed,
  type Standing,
} from './standings.ts'

const params = {
  deals: maybe(deals, ['deal_id'], ['stage', 'status', 'pipeline', 'closing', 'created', 'value', 'last_open_stage']),
  history: maybe(history, ['deal_id', 'to_stage', 'changed_at'], ['from_stage', 'amount']),
  snapshots: {
    ...maybe(snapshots, ['deal_id', 'snapshot_at', 'stage'], ['status', 'status_text', 'pipeline', 'value']),
    unscoped: true,
  },
  stages: maybe(stages, ['stage'], ['order', 'type', 'alias', 'pipeline']),
  asOf: common.asOf,
  from: {
    type: 'day',
    about: 'The day at whose end the first look is taken. Left out, the day of the last snapshot before the second.',
  },
  to: {
    type: 'day',
    about: 'The day at whose end the second look is taken. Left out, the opportunities as they are now.',
  },
} as const

type In = Inputs<typeof params>
type Direction =
  'forward' | 'back' | 'new' | 'won' | 'lost' | 'reopened' | 'removed' | 'moved' | 'transferred in' | 'transferred out'

interface Looks {
  readonly before: Standing
  readonly after: Standing
}

const firstDay = ({ snapshots, from }: In, end: Day): Day => {
  const days = snapshots === null ? [] : snapshotDays(snapshots).filter((day) => day < end)
  const day = from ?? days[days.length - 1]
  if (day === undefined)
    throw new SpmError('argument', 'from is missing: give the day of the first look, such as 2026-03-01.')
  if (day < end) return day
  throw new SpmError(
    'argument',
    `from is ${isoDay(day)}; it must lie before ${isoDay(end)}, the day of the second look.`,
  )
}

const needFirstSnapshot = (days: readonly Day[], day: Day): void => {
  const [first] = days
  if (first !== undefined && first <= day) return
  throw new SpmError(
    'no-answer',
    `There is no snapshot at or before ${isoDay(day)}${first === undefined ? '' : `; the first is of ${isoDay(first)}`}. Take a later day as from.`,
  )
}

const needPast = (snapshots: In['snapshots']): NonNullable<In['snapshots']> => {
  if (snapshots !== null) return snapshots
  throw new SpmError(
    'missing-table',
    'STAGE_MOVES needs the table StageHistory or the table Snapshots; neither was given.',
    { table: 'history', field: null },
  )
}

/** The two looks from the stage history, else from the snapshots. */
const look = (inputs: In, places: Places, context: Context): Looks => {
  const { deals, history, asOf, to } = inputs
  const end = to ?? asOf
  const start = firstDay(inputs, end)
  if (history === null) return lookBySnapshots(inputs, start, places, context)
  const rowOf = numberDeals(history.deal_id, deals)
  const at = (day: Day): Standing => standingByHistory(history, deals, rowOf, day, places)
  context.note(`By the stage history: ${isoDay(start)} against ${isoDay(end)}.`)
  return { before: at(start), after: at(end) }
}

/** The second look is at the table of deals, unless another day is asked for. */
const lookBySnapshots = (
  { deals, snapshots, asOf, to }: In,
  start: Day,
  places: Places,
  { data, note }: Context,
): Looks => {
  const past = needPast(snapshots)
  needFirstSnapshot(snapshotDays(past), start)
  const rowOf = numberDeals(past.deal_id, deals)
  const inScope = ownedScope(data, past.deal_id)
  const at = (day: Day): Standing => standingBySnapshots(past, rowOf.length, day, places, inScope)
  const isNow = to === null && deals !== null
  note(`By snapshots: ${isoDay(start)} against ${isNow ? 'the opportunities as they are now' : isoDay(to ?? asOf)}.`)
  if (!isNow) return { before: at(start), after: at(to ?? asOf) }
  const now = standingNow(deals, rowOf, places)
  return {
    before: withClosed(at(start), deals, rowOf, start),
    after: { ...now, away: handedOverNow(past.deal_id, rowOf, data) },
  }
}

/** Deals that the opportunities have, but not within the scope. */
const handedOverNow = (past: Texts, rowOf: Int32Array, data: Dataset): Uint8Array => {
  const all = data.whole.column('deals', 'deal_id')
  const codes = all === null ? null : codesIn(all, past)
  return Uint8Array.from(rowOf, (row, deal) => (row < 0 && (codes?.[deal] ?? -1) > 0 ? 1 : 0))
}

const isClosed = ({ kind }: Place): boolean => kind === 'won' || kind === 'lost'

/** Stages of different pipelines, or without a place in the order, are neither before nor after one another. */
const between = (from: Place, to: Place, order: StageOrder | null): Direction => {
  const [a, b] = [order?.stages[from.position], order?.stages[to.position]]
  if (a === undefined || b === undefined || a.pipeline !== b.pipeline) return 'moved'
  return to.position > from.position ? 'forward' : 'back'
}

const directionOf = (from: Place, to: Place, order: StageOrder | null): Direction => {
  if (from.kind === 'handedOver') return 'transferred in'
  if (to.kind === 'handedOver') return 'transferred out'
  if (to.kind === 'won' || to.kind === 'lost') return to.kind
  if (to.kind === 'absent') return 'removed'
  if (from.kind === 'absent') return 'new'
  return isClosed(from) ? 'reopened' : between(from, to, order)
}

interface Move {
  readonly from: number
  readonly to: number
  count: number
  /** How many of them have a value. */
  valued: number
  readonly value: Sum
}

type Ends = readonly [from: number, to: number]

const isClosedPlace = (place: number): boolean => place === won || place === lost

/** A deal that was closed before it was handed over has not moved. */
const handingOver = (from: number, to: number, wasAway: boolean): Ends | null => {
  if (!wasAway) return from === absent || isClosedPlace(from) ? null : [from, handedOver]
  return to === absent || (isClosedPlace(from) && from === to) ? null : [handedOver, to]
}

/** Where a deal came from and went, as the scope sees it; `null` where it did not move. */
const endsOf = ({ before, after }: Looks, deal: number): Ends | null => {
  const [from, to] = [before.place[deal] ?? absent, after.place[deal] ?? absent]
  const [wasAway, isAway] = [before.away[deal] === 1, after.away[deal] === 1]
  if (wasAway || isAway) return wasAway && isAway ? null : handingOver(from, to, wasAway)
  return from === to ? null : [from, to]
}

/** Deals that are somewhere else than before, added up by where they were and are. */
const addUp = (looks: Looks): readonly Move[] => {
  const { before, after } = looks
  const moves = new Map<number, Move>()
  after.place.forEach((_, deal) => {
    const ends = endsOf(looks, deal)
    if (ends === null) return
    const [from, to] = ends
    const key = from * 100_003 + to
    const move = moves.get(key) ?? { from, to, count: 0, valued: 0, value: createSum() }
    const now = after.value[deal] ?? NaN
    const value = Number.isNaN(now) ? (before.value[deal] ?? NaN) : now
    move.count++
    if (!Number.isNaN(value)) {
      move.valued++
      move.value.add(value)
    }
    moves.set(key, move)
  })
  return [...moves.values()]
}

const ranks: Readonly<Record<Place['kind'], number>> = {
  absent: 0,
  handedOver: 1,
  stage: 2,
  unknown: 3,
  won: 4,
  lost: 5,
}

/** New and transferred deals first, then the stages in order, stages without a place by name, then closed ones. */
const compare = (a: Place, b: Place): number => {
  if (a.kind !== b.kind) return ranks[a.kind] - ranks[b.kind]
  if (a.position !== b.position) return a.position < 0 ? 1 : b.position < 0 ? -1 : a.position - b.position
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0
}

const toLabel = ({ kind, label }: Place): string =>
  kind === 'absent' ? 'Removed' : kind === 'handedOver' ? 'Transferred out' : label

export const stageMoves = defineMetric({
  name: 'STAGE_MOVES',
  title: 'Stage moves',
  family: 'flow',
  about: 'How many deals moved from one stage to another, came in, or were won or lost.',
  variant:
    'deals whose stage at the end of the second day differs from that at the end of the first, each counted once, whatever it passed between; with their amount at the second day, else now; by the stage history, else by snapshots; with a scope the deals whose owner is in it now, or with owner_scope=then and snapshots the owner then, so that a deal handed over is transferred in or out',
  params,
  columns: {
    from: { label: 'From', kind: 'text' },
    to: { label: 'To', kind: 'text' },
    direction: { label: 'Direction', kind: 'status' },
    count: { label: 'Deals', kind: 'count' },
    value: { label: 'Value', kind: 'money' },
  },
  sources: ['A-22', 'A-40', 'AK2', 'BX2', 'DY1'],
  compute(inputs, context) {
    const { data, note } = context
    const order = stageOrderOf(data)
    const places = createPlaces(order)
    const moves = addUp(look(inputs, places, context)).map(({ from, to, count, valued, value }) => ({
      from: places.at(from),
      to: places.at(to),
      count,
      value: valued === 0 ? null : value.total,
    }))
    if (order === null) note('The order of the stages is not known, so forward and back cannot be told apart.')
    return [...moves]
      .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to))
      .map((move) => ({
        from: move.from.label,
        to: toLabel(move.to),
        direction: directionOf(move.from, move.to, order),
        count: move.count,
        value: move.value,
      }))
  },
})
