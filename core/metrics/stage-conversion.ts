import type { Day } from '../cells/day.ts'
import { contains, type Period } from '../dataset/period.ts'
import { SpmError } from '../errors.ts'
import { GroupCounts } from '../math/sum.ts'
import { defineMetric, type Context } from './define.ts'
import { needColumn } from './missing-column.ts'
import { needStageOrder } from './need-stage-order.ts'
import { common, type Inputs } from './params.ts'
import { journeyTables, readJourneys, removed, type Journeys } from './stage-journeys.ts'
import { stageLines, type StageLines } from './stage-lines.ts'
import { readPassings, skips, type Passing } from './stage-passing.ts'
import { isNoAnswer, ratio, type Value } from './value.ts'

const noneEntered = 'No deal counts as having entered this stage in the period.'

const params = {
  ...journeyTables,
  period: {
    ...common.period,
    about: `${common.period.about} Of each deal and stage the day of its first entry counts.`,
  },
  asOf: common.asOf,
  skip: {
    type: 'choice',
    values: skips,
    default: 'fill',
    about:
      'Stages that a deal skipped: fill counts them as passed; any leaves them out; all counts only deals that came through every earlier stage in order; direct only moves from a stage straight to the next.',
  },
  withinDays: {
    type: 'number',
    default: null,
    minimum: 1,
    whole: true,
    about:
      'How many days after its entry a deal must have come further. Deals that entered later than that are too young: they count as still in, and not in the conversion.',
  },
} as const
type In = Inputs<typeof params>

interface Question {
  readonly period: Period | null
  readonly asOf: Day
  readonly withinDays: number | null
}

const createTally = (lanes: number) => ({
  entered: new GroupCounts(lanes),
  advanced: new GroupCounts(lanes),
  around: new GroupCounts(lanes),
  lost: new GroupCounts(lanes),
  young: new GroupCounts(lanes),
  gone: 0,
  guessed: 0,
  unplaced: 0,
  undated: 0,
})
type Tally = ReturnType<typeof createTally>

/** Counts one deal in one stage, by what has become of it there. */
const tallyLane = (tally: Tally, lane: number, way: Passing, { asOf, withinDays }: Question): void => {
  const since = Math.floor(way.entered[lane] ?? NaN)
  const inTime = (moment: number): boolean =>
    !Number.isNaN(moment) && (withinDays === null || Math.floor(moment) - since <= withinDays)
  tally.entered.add(lane)
  if (withinDays !== null && asOf - since < withinDays) tally.young.add(lane)
  else if (inTime(way.advanced[lane] ?? NaN)) tally.advanced.add(lane)
  else if (inTime(way.around[lane] ?? NaN)) tally.around.add(lane)
  else if (inTime(way.lostAt)) tally.lost.add(lane)
}

/** Counts one deal in every stage that it entered in the period. */
const tallyDeal = (tally: Tally, way: Passing, question: Question): void => {
  const isDated = question.period !== null || question.withinDays !== null
  way.entered.forEach((moment, lane) => {
    if (Number.isNaN(moment) || (isDated && moment === -Infinity)) return
    if (contains(question.period, moment)) tallyLane(tally, lane, way, question)
  })
  if (way.unplaced) tally.unplaced++
  if (way.guessed) tally.guessed++
  if (isDated && way.entered.includes(-Infinity)) tally.undated++
}

const tallyUp = (
  journeys: Journeys,
  lanes: number,
  passingOf: (deal: number) => Passing,
  question: Question,
): Tally => {
  const tally = createTally(lanes)
  for (let deal = 0; deal < journeys.size; deal++) {
    const last = (journeys.starts[deal + 1] ?? 0) - 1
    if (last < (journeys.starts[deal] ?? 0)) continue
    if (journeys.places[last] === removed) tally.gone++
    else tallyDeal(tally, passingOf(deal), question)
  }
  return tally
}

const tallyNotes = ({ gone, guessed, unplaced, undated }: Tally): readonly string[] => [
  ...(gone > 0 ? [`Deals that were deleted or merged, which are left out: ${gone}.`] : []),
  ...(guessed > 0
    ? [`Lost deals whose last open stage is not known, which count as lost in the first stage: ${guessed}.`]
    : []),
  ...(unplaced > 0 ? [`Closed deals without a stage or pipeline that is known, which are left out: ${unplaced}.`] : []),
  ...(undated > 0
    ? [`Deals of which it is not known when they entered a stage, which are left out there: ${undated}.`]
    : []),
]

const missingPast = (sentence: string): SpmError =>
  new SpmError('missing-table', sentence, { table: 'history', field: null })

/** What only a history or snapshots can answer. */
const pastOption = ({ skip, withinDays }: In): string | null =>
  skip !== 'fill' ? `skip=${skip}` : withinDays !== null ? 'within_days' : null

/** Only a history or snapshots tell more than the furthest stage; of lost deals not even that is in the stage column. */
const refuseUntold = (inputs: In, { data }: Context): void => {
  const { deals } = inputs
  const option = pastOption(inputs)
  if (deals === null)
    throw missingPast('STAGE_CONVERSION needs the table StageHistory, Snapshots or Opportunities; none was given.')
  if (option !== null)
    throw missingPast(
      `${option} needs the table StageHistory or Snapshots: the opportunities alone tell only how far each deal came.`,
    )
  needColumn(data, 'deals', 'stage', deals.stage)
  const { status } = deals
  if (status?.codes.some((_, row) => status.isLost(row)) === true)
    needColumn(data, 'deals', 'last_open_stage', deals.last_open_stage)
}

const product = (a: Value, b: Value): Value =>
  isNoAnswer(a) ? a : isNoAnswer(b) ? b : typeof a === 'number' && typeof b === 'number' ? a * b : null

const rowsOf = (tally: Tally, lines: StageLines) => {
  let cumulative: Value = 1
  return Array.from({ length: lines.lanes }, (_, lane) => {
    const [entered, advanced, gone] = [tally.entered.at(lane), tally.advanced.at(lane), tally.lost.at(lane)]
    const n = entered - tally.young.at(lane)
    const conversion = ratio(advanced, n, noneEntered)
    const isFirst = lines.isFirst(lane)
    cumulative = isFirst ? conversion : product(cumulative, conversion)
    const around = tally.around.at(lane)
    const stillIn = entered - advanced - around - gone
    return { stage: lines.label(lane), entered, advanced, around, lost: gone, stillIn, conversion, cumulative, n }
  })
}

export const stageConversion = defineMetric({
  name: 'STAGE_CONVERSION',
  title: 'Stage conversion',
  family: 'flow',
  about: 'Of the deals that came to a stage, how many went further.',
  variant:
    'deals by their first entry to each stage in the period; advanced = reached any later stage, or was won, by the as-of day; a deal that comes back counts once, a lost one counts as lost, an open one as still in; with skip=all or direct, one that came further by another way has a column of its own; conversion = advanced ÷ entered; cumulative = the product from the first stage on; by the stage history, else snapshots, else the furthest stage known',
  params,
  columns: {
    stage: { label: 'Stage', kind: 'text' },
    entered: { label: 'Entered', kind: 'count' },
    advanced: { label: 'Advanced', kind: 'count' },
    around: { label: 'Another way', kind: 'count' },
    lost: { label: 'Lost', kind: 'count' },
    stillIn: { label: 'Still in', kind: 'count' },
    conversion: { label: 'Conversion', kind: 'percent' },
    cumulative: { label: 'Cumulative', kind: 'percent' },
    n: { label: 'Deals in the conversion', kind: 'count' },
  },
  chart: { kind: 'bar', category: 'stage', series: ['conversion', 'cumulative'] },
  sources: ['C-07', 'HS1', 'AT8', 'CD1', 'BX1', 'WM1', 'SO1'],
  compute(inputs, context) {
    const { period, asOf, skip, withinDays } = inputs
    if (inputs.history === null && inputs.snapshots === null) refuseUntold(inputs, context)
    const order = needStageOrder(context.data)
    const lines = stageLines(order)
    const journeys = readJourneys(inputs, order, asOf, context.data)
    const tally = tallyUp(journeys, lines.lanes, readPassings(journeys, lines, skip), { period, asOf, withinDays })
    for (const text of [...journeys.notes, ...tallyNotes(tally)]) context.note(text)
    return rowsOf(tally, lines)
  },
})
