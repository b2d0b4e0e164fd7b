import { dayOf, type Day } from '#core/cells/day'

export const pipelineName = 'Sales'
export const openStages = ['Qualify', 'Needs agreed', 'Offer', 'Negotiation'] as const
export type OpenStage = (typeof openStages)[number]
export type Category = 'commit' | 'best' | 'pipeline' | 'omitted' | 'closed'

export interface Stage {
  readonly name: string
  readonly type: 'open' | 'won' | 'lost'
  readonly probability: number
  readonly staleDays: number | null
  readonly targetDays: number | null
  readonly category: Category
  readonly alias: string | null
  readonly exitCriteria: string | null
}

/** Until this day the offer stage had another name, which the history keeps. */
const renamedOn: Day = dayOf(2025, 1, 7)
const formerOfferName = 'Quotation'

export const stages: readonly Stage[] = [
  {
    name: 'Qualify',
    type: 'open',
    probability: 0.1,
    staleDays: 60,
    targetDays: 30,
    category: 'pipeline',
    alias: null,
    exitCriteria: 'Need and budget confirmed by the customer',
  },
  {
    name: 'Needs agreed',
    type: 'open',
    probability: 0.2,
    staleDays: 60,
    targetDays: 35,
    category: 'pipeline',
    alias: null,
    exitCriteria: 'Technical data and decision path agreed',
  },
  {
    name: 'Offer',
    type: 'open',
    probability: 0.35,
    staleDays: 60,
    targetDays: 30,
    category: 'best',
    alias: formerOfferName,
    exitCriteria: 'Offer presented, not only sent',
  },
  {
    name: 'Negotiation',
    type: 'open',
    probability: 0.65,
    staleDays: 60,
    targetDays: 21,
    category: 'commit',
    alias: null,
    exitCriteria: 'Terms agreed with the one who signs',
  },
  {
    name: 'Won',
    type: 'won',
    probability: 1,
    staleDays: null,
    targetDays: null,
    category: 'closed',
    alias: null,
    exitCriteria: null,
  },
  {
    name: 'Lost',
    type: 'lost',
    probability: 0,
    staleDays: null,
    targetDays: null,
    category: 'closed',
    alias: null,
    exitCriteria: null,
  },
]

const probabilities: ReadonlyMap<string, number> = new Map(stages.map(({ name, probability }) => [name, probability]))

/** A stage that is not in the list counts like the last open one. */
export const stageProbability = (stage: string): number => probabilities.get(stage) ?? 0.65

/** The name of a stage as the CRM wrote it on a day. */
export const stageNameOn = (stage: string, day: Day): string =>
  stage === 'Offer' && day < renamedOn ? formerOfferName : stage
