import type { Day } from '#core/cells/day'
import { lastWeekday, monthOf, workday } from './calendar.ts'
import type { Life } from './life.ts'
import type { Random } from './random.ts'
import { openStages, type OpenStage } from './stages.ts'

export interface DatedMove {
  readonly day: Day
  readonly date: Day
}

/** Days that a seller typically gives a deal from each stage on. */
const usualDays: Readonly<Record<OpenStage, number>> = { Qualify: 105, 'Needs agreed': 84, Offer: 56, Negotiation: 22 }

/** How many days before the date a look at the funnel makes a seller doubt it. */
const notice: Readonly<Record<OpenStage, number>> = { Qualify: 30, 'Needs agreed': 38, Offer: 34, Negotiation: 3 }

/** People name the end of a month, or a day in the middle of one, more often than any other day. */
const rounded = (day: Day, random: Random): Day =>
  random.chance(0.5) ? lastWeekday(monthOf(day)) : workday(day + random.int(-3, 3))

/** When the seller expects the end: late in a deal that will be won it is known better, and still too early. */
export const expectedEnd = (life: Life, stage: OpenStage, day: Day, random: Random): Day => {
  const usual = usualDays[stage] * random.skewed(1, 0.3)
  const known = life.outcome === 'won' && (stage === 'Offer' || stage === 'Negotiation') && random.chance(0.8)
  const days = known ? (life.end - day) * random.between(0.7, 1.05) : usual
  const date = rounded(day + Math.round(Math.max(6, days)), random)
  return date > day ? date : workday(day + 6)
}

const stageOn = (life: Life, day: Day): OpenStage =>
  life.moves.reduce<OpenStage>((stage, move) => (move.day <= day ? move.to : stage), openStages[0])

/** A deal that nobody will touch for long is first moved out of sight, if anybody thinks of it. */
const parkedUntil = (day: Day, random: Random): Day => lastWeekday(monthOf(day + random.int(120, 240)))

/** Whether the weekly look at the funnel falls on the day and finds the date too near for the stage. */
const looksNear = (life: Life, date: Day | null, day: Day): boolean => {
  const looks = (day - life.created) % 7 === 0 && workday(day) === day
  return looks && date !== null && date < day + notice[stageOn(life, day)]
}

/**
 * Every move of the close date after the first: one at most changes of stage, and one at the weekly look at the funnel
 * when the date is too near. How often the seller then acts is `diligence`, from 0 to 1.
 */
export const closeDateMoves = (
  life: Life,
  first: Day | null,
  diligence: number,
  random: Random,
): readonly DatedMove[] => {
  const moves: DatedMove[] = []
  const entries = new Set(life.moves.map(({ day }) => day))
  let date = first
  for (let day = life.created + 1; day < Math.min(life.end, life.quietFrom ?? life.end); day++) {
    const enters = entries.has(day) && (date === null || random.chance(0.6))
    if (!enters && !(looksNear(life, date, day) && random.chance(diligence))) continue
    const to = expectedEnd(life, stageOn(life, day), day, random)
    if (to !== date) moves.push({ day, date: to })
    date = to
  }
  if (life.quietFrom !== null && random.chance(0.6))
    moves.push({ day: life.quietFrom, date: parkedUntil(life.quietFrom, random) })
  return moves
}
