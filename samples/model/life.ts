import { civilOf, type Day } from '#core/cells/day'
import { lastWeekday, monthOf, workday } from './calendar.ts'
import type { Random } from './random.ts'
import { openStages, type OpenStage } from './stages.ts'

/** What will become of a deal; nobody in the sample knows it before it happens. */
export interface Life {
  readonly created: Day
  readonly outcome: 'won' | 'lost'
  readonly end: Day
  /** Stages after the first one, with the day on which each is entered; all before the end. */
  readonly moves: readonly { readonly to: OpenStage; readonly day: Day }[]
  /** From this day on nobody touches the deal until it is cleaned up. */
  readonly quietFrom: Day | null
}

export interface Chances {
  readonly win: number
  /** Multiplies the length of the cycle. */
  readonly cycle: number
}

/** Median days from creation to the end, and the spread of their logarithm. */
const wonCycle = { median: 92, spread: 0.45 }
const lostCycle = { median: 125, spread: 0.6 }
const shortest = 12
const longest = 400

/** Where in its life a won deal enters the stages after the first, and a lost deal those that it reaches. */
const wonEntries = [0.16, 0.37, 0.6]
const lostEntries = [0.16, 0.34, 0.52]
/** How many lost deals get no further than each stage. */
const lostReach = [28, 28, 26, 18]

/** Many customers sign in the last week of a month. */
const signingDay = (day: Day, random: Random): Day =>
  civilOf(day).day > 10 && random.chance(0.4) ? lastWeekday(monthOf(day)) - random.int(0, 4) : day

const endOf = (created: Day, outcome: 'won' | 'lost', cycle: number, random: Random): Day => {
  const { median, spread } = outcome === 'won' ? wonCycle : lostCycle
  const days = Math.min(longest, Math.max(shortest, random.skewed(median * cycle, spread)))
  return workday(outcome === 'won' ? signingDay(created + Math.round(days), random) : created + days)
}

const entryDays = (created: Day, end: Day, shares: readonly number[], random: Random): readonly Day[] =>
  shares.map((share) => workday(created + (end - created) * (share + random.between(-0.07, 0.07))))

/** The stages entered after the first, by position; one deal in twelve goes from Qualify straight to the offer. */
const path = (reach: number, random: Random): readonly number[] => {
  const first = reach > 1 && random.chance(0.08) ? 2 : 1
  return [1, 2, 3].filter((stage) => first <= stage && stage <= reach)
}

const movesOf = (created: Day, end: Day, outcome: 'won' | 'lost', random: Random): Life['moves'] => {
  const reach = outcome === 'won' ? 3 : random.weighted([0, 1, 2, 3], (stage) => lostReach[stage] ?? 0)
  const days = entryDays(created, end, outcome === 'won' ? wonEntries : lostEntries, random)
  const moves: { to: OpenStage; day: Day }[] = []
  let last = created
  for (const stage of path(reach, random)) {
    const to = openStages[stage]
    const day = workday(Math.max(days[stage - 1] ?? end, last + 1))
    if (to === undefined || day >= end) break
    moves.push({ to, day })
    last = day
  }
  return withRelapse(moves, end, random)
}

/** One offer in twenty turns out to rest on needs that were not agreed, and is made again. */
const withRelapse = (moves: Life['moves'], end: Day, random: Random): Life['moves'] => {
  const offer = moves.findIndex(({ to }) => to === 'Offer')
  const first = moves[offer]
  if (first === undefined || !random.chance(0.05)) return moves
  const next = moves[offer + 1]?.day ?? end
  const back = workday(first.day + (next - first.day) / 3)
  const again = workday(back + (next - first.day) / 3)
  if (back <= first.day || again <= back || again >= next) return moves
  const relapse = [
    { to: 'Needs agreed', day: back },
    { to: 'Offer', day: again },
  ] as const
  return [...moves.slice(0, offer + 1), ...relapse, ...moves.slice(offer + 1)]
}

export const drawLife = (created: Day, { win, cycle }: Chances, random: Random): Life => {
  const outcome = random.chance(win) ? 'won' : 'lost'
  const end = endOf(created, outcome, cycle, random)
  const quiet = outcome === 'lost' && random.chance(0.47)
  return {
    created,
    outcome,
    end,
    moves: movesOf(created, end, outcome, random),
    quietFrom: quiet ? workday(created + (end - created) * random.between(0.25, 0.55)) : null,
  }
}
