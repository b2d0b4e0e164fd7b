import type { Day } from '../cells/day.ts'
import { contains, type Period } from '../dataset/period.ts'
import { SpmError } from '../errors.ts'
import { GroupValues } from '../math/group-values.ts'
import { quantile } from '../math/quantile.ts'
import { defineMetric } from './define.ts'
import { needStageOrder } from './need-stage-order.ts'
import { common } from './params.ts'
import { journeyTables, readJourneys, removed, type Journeys } from './stage-journeys.ts'
import { stageLines, type StageLines } from './stage-lines.ts'
import { known, orBlank } from './value.ts'

const noneLeft = 'No deal has left this stage in the period.'

type Which = 'cumulative' | 'latest' | 'first'
type Stat = 'median' | 'mean' | 'p75'

const mean = (days: Float64Array): number => days.reduce((sum, each) => sum + each, 0) / days.length

/** NaN of nothing. */
const statOf = (days: Float64Array, stat: Stat): number => {
  switch (stat) {
    case 'median':
      return quantile(days, 0.5)
    case 'p75':
      return quantile(days, 0.75)
    case 'mean':
      return mean(days)
  }
}

/** How long one deal stayed in each stage; used again for the next deal. */
interface Stays {
  /** Days of the stays that are over, by lane; NaN without one. */
  readonly days: Float64Array
  /** Day on which the last of them ended. */
  readonly left: Float64Array
  /** The stage that the deal is in, -1 where it is in none. */
  openLane: number
  /** Days since it came there. */
  openDays: number
}

/** What counts of the stays of one deal in one stage, now that one more is over. */
const addStay = ({ days, left }: Stays, lane: number, stay: number, end: Day, which: Which): void => {
  const before = days[lane] ?? NaN
  if (which === 'first' && !Number.isNaN(before)) return
  days[lane] = which === 'cumulative' && !Number.isNaN(before) ? before + stay : stay
  left[lane] = end
}

/** A stay counts from the day a deal came to the day it left; one whose beginning is not known does not count. */
const readStays = (journeys: Journeys, lines: StageLines, deal: number, asOf: Day, which: Which, into: Stays): void => {
  into.days.fill(NaN)
  into.openLane = -1
  const [from = 0, to = 0] = journeys.starts.subarray(deal, deal + 2)
  for (let step = from; step < to; step++) {
    const lane = lines.laneOf(journeys.places[step] ?? removed)
    const came = Math.floor(journeys.moments[step] ?? NaN)
    const end = step + 1 < to ? Math.floor(journeys.moments[step + 1] ?? NaN) : null
    if (lane < 0) continue
    if (end === null) {
      into.openLane = lane
      into.openDays = asOf - came
    } else if (came > -Infinity) addStay(into, lane, end - came, end, which)
  }
}

/** A deal that is back in a stage has not finished its time there, unless only the first stay counts. */
const reopen = (stays: Stays, which: Which): void => {
  const lane = stays.openLane
  if (lane < 0 || which === 'first') return
  const before = stays.days[lane] ?? NaN
  if (which === 'cumulative' && !Number.isNaN(before)) stays.openDays += before
  stays.days[lane] = NaN
}

interface Question {
  readonly period: Period | null
  readonly asOf: Day
  readonly which: Which
}

const tallyUp = (journeys: Journeys, lines: StageLines, { period, asOf, which }: Question) => {
  const finished = new GroupValues(lines.lanes, journeys.places.length)
  const open = new GroupValues(lines.lanes, journeys.size)
  const stays: Stays = {
    days: new Float64Array(lines.lanes),
    left: new Float64Array(lines.lanes),
    openLane: -1,
    openDays: NaN,
  }
  let [gone, untold] = [0, 0]
  for (let deal = 0; deal < journeys.size; deal++) {
    const last = (journeys.starts[deal + 1] ?? 0) - 1
    if (last < (journeys.starts[deal] ?? 0)) continue
    readStays(journeys, lines, deal, asOf, which, stays)
    reopen(stays, which)
    if (journeys.places[last] === removed) gone++
    else if (!journeys.isTold(deal) && stays.openLane < 0) untold++
    else {
      stays.days.forEach((days, lane) => {
        if (contains(period, stays.left[lane] ?? NaN)) finished.add(lane, days)
      })
      if (stays.openLane >= 0) open.add(stays.openLane, stays.openDays)
    }
  }
  return { finished: finished.split(), open: open.split(), gone, untold }
}

export const timeInStage = defineMetric({
  name: 'TIME_IN_STAGE',
  title: 'Time in stage',
  family: 'flow',
  about: 'How many days deals stay in each stage before they leave it.',
  variant:
    'calendar days from the day a deal came to a stage to the day it left it, by the stage history, else by snapshots; all stays of a deal in a stage together, unless which says otherwise; deals that are still there are listed apart, with the days until the as-of day',
  params: {
    ...journeyTables,
    period: { ...common.period, about: `${common.period.about} The day counts on which the deal left the stage.` },
    asOf: common.asOf,
    which: {
      type: 'choice',
      values: ['cumulative', 'latest', 'first'],
      default: 'cumulative',
      about: 'Of a deal that came back to a stage: all its stays together, the latest, or the first.',
    },
    stat: {
      type: 'choice',
      values: ['median', 'mean', 'p75'],
      default: 'median',
      about:
        'How the time of the deals that are still there is put into one figure: the middle one, the mean, or the days that three quarters of them do not exceed.',
    },
  },
  columns: {
    stage: { label: 'Stage', kind: 'text' },
    median: { label: 'Median days', kind: 'days' },
    mean: { label: 'Mean days', kind: 'days' },
    p75: { label: 'Three quarters within', kind: 'days' },
    n: { label: 'Deals that left', kind: 'count' },
    openNow: { label: 'Open now', kind: 'count' },
    openDays: { label: 'Their days so far', kind: 'days' },
  },
  chart: { kind: 'bar', category: 'stage', series: ['median', 'openDays'] },
  sources: ['HS3', 'BR1', 'AT10'],
  compute(inputs, { data, note }) {
    const { period, asOf, which, stat } = inputs
    if (inputs.history === null && inputs.snapshots === null)
      throw new SpmError(
        'missing-table',
        'TIME_IN_STAGE needs the table StageHistory or the table Snapshots; neither was given.',
        { table: 'history', field: null },
      )
    const order = needStageOrder(data)
    const lines = stageLines(order)
    const journeys = readJourneys(inputs, order, asOf, data)
    const { finished, open, gone, untold } = tallyUp(journeys, lines, { period, asOf, which })
    journeys.notes.forEach(note)
    if (gone > 0) note(`Deals that were deleted or merged, which are left out: ${gone}.`)
    if (untold > 0) note(`Deals without a row that tells when they changed stage, which are left out: ${untold}.`)
    return finished.map((days, lane) => {
      const still = open[lane] ?? new Float64Array()
      const dated = still.filter(Number.isFinite)
      return {
        stage: lines.label(lane),
        median: known(quantile(days, 0.5), noneLeft),
        mean: known(mean(days), noneLeft),
        p75: known(quantile(days, 0.75), noneLeft),
        n: days.length,
        openNow: still.length,
        openDays: orBlank(statOf(dated, stat)),
      }
    })
  },
})
