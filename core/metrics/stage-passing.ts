import { elsewhere, lost, won, type Journeys } from './stage-journeys.ts'
import type { StageLine, StageLines } from './stage-lines.ts'

/** Which stages a deal counts as having passed. */
export const skips = ['fill', 'any', 'all', 'direct'] as const
export type Skip = (typeof skips)[number]

/** One deal's way: by lane the moments, NaN where there is none. Used again for the next deal. */
export interface Passing {
  /** When the deal came to the stage for the first time. */
  readonly entered: Float64Array
  /** When it came further for the first time. */
  readonly advanced: Float64Array
  /** When it came further, or was won, by a way that does not count as advancing. */
  readonly around: Float64Array
  /** When it was lost, if that is the last word. */
  lostAt: number
  /** Whether the deal's stages are not known at all, and so it is left out. */
  unplaced: boolean
  /** Whether it was lost from a stage that is not known. */
  guessed: boolean
}

interface Walk {
  readonly first: Float64Array
  /** When it went from the stage straight to the next, or was won from the last one. */
  readonly direct: Float64Array
  wonAt: number
  lostAt: number
}

/** NaN only where both are. */
const earlier = (a: number, b: number): number => (Number.isNaN(a) ? b : b < a ? b : a)

const keepEarliest = (moments: Float64Array, lane: number, moment: number): void => {
  moments[lane] = earlier(moments[lane] ?? NaN, moment)
}

const none = -1

/** Whether a step leads straight to the next stage, or from the last one to won. */
const isNext = (lines: StageLines, before: number, place: number, lane: number): boolean =>
  place === won ? lines.isLast(before) : lines.follows(lane, before)

/** The last word counts: a deal that was opened again, or turned from won to lost, is no longer won. */
const walk = (journeys: Journeys, lines: StageLines, deal: number, into: Walk): void => {
  into.first.fill(NaN)
  into.direct.fill(NaN)
  into.wonAt = into.lostAt = NaN
  let before = none
  const [from = 0, to = 0] = journeys.starts.subarray(deal, deal + 2)
  for (let step = from; step < to; step++) {
    const place = journeys.places[step] ?? elsewhere
    const moment = journeys.moments[step] ?? NaN
    const lane = place < 0 ? none : lines.laneOf(place)
    if (isNext(lines, before, place, lane)) keepEarliest(into.direct, before, moment)
    if (lane !== none) keepEarliest(into.first, lane, moment)
    into.wonAt = place === won ? moment : NaN
    into.lostAt = place === lost ? moment : NaN
    before = lane
  }
}

/** Skipped stages count as passed when the deal came further. */
const passFilled = ({ first, wonAt }: Walk, line: StageLine, { entered, advanced }: Passing): void => {
  let further = wonAt
  for (let lane = line.end - 1; lane >= line.first; lane--) {
    advanced[lane] = further
    further = earlier(first[lane] ?? NaN, further)
    entered[lane] = further
  }
}

/** Stages that the deal was in, in whatever order. */
const passAny = ({ first, wonAt }: Walk, line: StageLine, { entered, advanced }: Passing): void => {
  let further = wonAt
  for (let lane = line.end - 1; lane >= line.first; lane--) {
    const own = first[lane] ?? NaN
    entered[lane] = own
    advanced[lane] = further < own ? own : further
    further = earlier(own, further)
  }
}

/** Deals that came further after their entry, where only some ways of doing so count. */
const lookAround = ({ first, wonAt }: Walk, line: StageLine, { entered, around }: Passing): void => {
  let further = wonAt
  for (let lane = line.end - 1; lane >= line.first; lane--) {
    around[lane] = further >= (entered[lane] ?? NaN) ? further : NaN
    further = earlier(first[lane] ?? NaN, further)
  }
}

/** Only deals that came through every earlier stage, in order. */
const passAll = (found: Walk, line: StageLine, passing: Passing): void => {
  const { first, wonAt } = found
  const { entered, advanced } = passing
  let before = -Infinity
  for (let lane = line.first; lane < line.end; lane++) {
    const own = first[lane] ?? NaN
    before = own >= before ? own : NaN
    entered[lane] = before
    advanced[lane] = NaN
    if (lane > line.first) advanced[lane - 1] = before
  }
  advanced[line.end - 1] = Number.isNaN(before) ? NaN : wonAt
  lookAround(found, line, passing)
}

/** Only moves from a stage straight to the next. */
const passDirect = (found: Walk, line: StageLine, passing: Passing): void => {
  for (let lane = line.first; lane < line.end; lane++) {
    passing.entered[lane] = found.first[lane] ?? NaN
    passing.advanced[lane] = found.direct[lane] ?? NaN
  }
  lookAround(found, line, passing)
}

const passBy: Readonly<Record<Skip, typeof passFilled>> = {
  fill: passFilled,
  any: passAny,
  all: passAll,
  direct: passDirect,
}

const touches = ({ first }: Walk, line: StageLine): boolean => {
  for (let lane = line.first; lane < line.end; lane++) if (!Number.isNaN(first[lane])) return true
  return false
}

const isClosed = ({ wonAt, lostAt }: Walk): boolean => !Number.isNaN(wonAt) || !Number.isNaN(lostAt)

/** A closed deal of which no stage is known: where it was lost, it was in the first stage at the least. */
const passUnseen = (
  journeys: Journeys,
  lines: StageLines,
  deal: number,
  found: Walk,
  passing: Passing,
  pass: typeof passFilled,
): void => {
  const line = lines.lines[lines.lineNamed(journeys.pipelineOf(deal))]
  passing.unplaced = line === undefined
  if (line === undefined) return
  passing.guessed = !Number.isNaN(found.lostAt)
  if (passing.guessed) found.first[line.first] = journeys.moments[journeys.starts[deal] ?? 0] ?? NaN
  pass(found, line, passing)
}

/** Gives the way of one deal after the other; the answer holds until the next is asked for. */
export const readPassings = (journeys: Journeys, lines: StageLines, skip: Skip): ((deal: number) => Passing) => {
  const found: Walk = {
    first: new Float64Array(lines.lanes),
    direct: new Float64Array(lines.lanes),
    wonAt: NaN,
    lostAt: NaN,
  }
  const passing: Passing = {
    entered: new Float64Array(lines.lanes),
    advanced: new Float64Array(lines.lanes),
    around: new Float64Array(lines.lanes),
    lostAt: NaN,
    unplaced: false,
    guessed: false,
  }
  return (deal) => {
    walk(journeys, lines, deal, found)
    passing.entered.fill(NaN)
    passing.advanced.fill(NaN)
    passing.around.fill(NaN)
    passing.lostAt = found.lostAt
    passing.unplaced = passing.guessed = false
    const passed = lines.lines.filter((line) => touches(found, line))
    for (const line of passed) passBy[skip](found, line, passing)
    if (passed.length === 0 && isClosed(found)) passUnseen(journeys, lines, deal, found, passing, passBy[skip])
    return passing
  }
}
