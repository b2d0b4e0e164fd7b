import { civilOf, type Day } from '#core/cells/day'
import type { Deal, DealEvent, DealState } from './deal.ts'
import { openStages, stageProbability, type Category } from './stages.ts'

type Change = Partial<DealState>
type Created = Extract<DealEvent, { readonly kind: 'created' }>

const firstStage = openStages[0]

const monthIndex = (day: Day): number => civilOf(day).year * 12 + civilOf(day).month

const isPush = (before: Day | null, after: Day): boolean => before !== null && monthIndex(after) > monthIndex(before)

const begin = ({ day, owner, amount, closeDate, category, nextStep }: Created): DealState => ({
  created: day,
  owner,
  amount,
  closeDate,
  category,
  stage: firstStage,
  status: 'open',
  probability: stageProbability(firstStage),
  firstCloseDate: closeDate,
  closedAt: null,
  pushes: 0,
  lastModified: day,
  lastStageChange: day,
  lastOpenStage: firstStage,
  nextStep,
  lostReason: null,
  competitor: null,
})

const enter = (stage: string, category: Category, day: Day): Change => ({
  stage,
  category,
  probability: stageProbability(stage),
  lastStageChange: day,
  lastOpenStage: stage,
})

const moveDate = (state: DealState, date: Day): Change => ({
  closeDate: date,
  firstCloseDate: state.firstCloseDate ?? date,
  pushes: state.pushes + (isPush(state.closeDate, date) ? 1 : 0),
})

/** Closing sets the close date to the day on which it happens, as CRM systems do. */
const close = (day: Day, status: 'won' | 'lost'): Change => ({
  status,
  stage: status === 'won' ? 'Won' : 'Lost',
  probability: status === 'won' ? 1 : 0,
  category: 'closed',
  closeDate: day,
  closedAt: day,
  lastStageChange: day,
  nextStep: null,
})

const changeOf = (state: DealState, event: DealEvent): Change => {
  switch (event.kind) {
    case 'created':
      return {}
    case 'stage':
      return enter(event.to, event.category, event.day)
    case 'amount':
      return { amount: event.amount }
    case 'closeDate':
      return moveDate(state, event.date)
    case 'probability':
      return { probability: event.probability }
    case 'owner':
      return { owner: event.to }
    case 'note':
      return { nextStep: event.nextStep }
    case 'competitor':
      return { competitor: event.name }
    case 'won':
      return close(event.day, 'won')
    case 'lost':
      return { ...close(event.day, 'lost'), lostReason: event.reason }
    case 'reopened':
      return {
        ...enter('Offer', 'best', event.day),
        status: 'open',
        closedAt: null,
        lostReason: null,
        closeDate: event.closeDate,
      }
  }
}

export interface Step {
  readonly event: DealEvent
  /** After the event. */
  readonly state: DealState
}

const replay = (deal: Deal): readonly Step[] => {
  const [first, ...rest] = deal.events
  if (first?.kind !== 'created') throw new RangeError(`Deal ${deal.id} does not begin with its creation`)
  let state = begin(first)
  const later = rest.map((event) => {
    state = { ...state, ...changeOf(state, event), lastModified: event.day }
    return { event, state }
  })
  return [{ event: first, state: begin(first) }, ...later]
}

const replayed = new WeakMap<Deal, readonly Step[]>()

/** One step after another, from the creation on; worked out once for each deal. */
export const stepsOf = (deal: Deal): readonly Step[] => {
  const steps = replayed.get(deal) ?? replay(deal)
  replayed.set(deal, steps)
  return steps
}

/** How the deal stands when the day begins; `null` before it is created. */
export const stateBefore = (deal: Deal, day: Day): DealState | null =>
  stepsOf(deal)
    .filter(({ event }) => event.day < day)
    .at(-1)?.state ?? null
