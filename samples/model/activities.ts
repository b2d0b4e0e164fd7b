import type { Day } from '#core/cells/day'
import { deskActivities } from './activities-of-sellers.ts'
import { drawActivity, kindNamed, type Activity } from './activity.ts'
import { asOf, windowStart, workday } from './calendar.ts'
import type { Deal, DealEvent, DealState } from './deal.ts'
import { randomOf, type Random } from './random.ts'
import { stateBefore, stepsOf } from './replay.ts'
import type { Simulation } from './simulate.ts'

/** How likely each kind is, by stage, when somebody works on a deal. */
const mix: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  Qualify: [
    ['Phone call', 40],
    ['E-mail', 28],
    ['Customer meeting', 24],
    ['Site visit', 8],
  ],
  'Needs agreed': [
    ['Customer meeting', 38],
    ['Site visit', 18],
    ['Demo', 12],
    ['Phone call', 20],
    ['E-mail', 12],
  ],
  Offer: [
    ['Customer meeting', 34],
    ['Phone call', 36],
    ['E-mail', 26],
    ['Site visit', 4],
  ],
  Negotiation: [
    ['Customer meeting', 46],
    ['Phone call', 32],
    ['E-mail', 20],
    ['Site visit', 2],
  ],
}

const kindFor = (stage: string, random: Random): string =>
  random.weighted(mix[stage] ?? mix.Negotiation ?? [], ([, share]) => share)[0]

/** What an event of a deal shows that somebody did, by name of the kind. */
const kindsBehind = (event: DealEvent, { stage }: DealState, isNew: boolean, random: Random): readonly string[] => {
  switch (event.kind) {
    case 'created':
      return isNew && random.chance(0.8) ? ['First contact'] : random.chance(0.4) ? ['Phone call'] : []
    case 'note':
      return random.chance(0.6) ? [kindFor(stage, random)] : []
    case 'stage':
      if (event.to === 'Needs agreed')
        return random.chance(0.8) ? [random.pick(['Customer meeting', 'Site visit'])] : []
      if (event.to !== 'Offer') return []
      return random.chance(0.25) ? ['Offer presented', 'Quote record created'] : ['Offer presented']
    case 'amount':
    case 'closeDate':
    case 'probability':
    case 'owner':
    case 'competitor':
    case 'won':
    case 'lost':
    case 'reopened':
      return []
  }
}

const pastActivities = (deal: Deal, random: Random): readonly Activity[] =>
  stepsOf(deal).flatMap(({ event, state }) =>
    kindsBehind(event, state, deal.type === 'new', random)
      .map((kind) =>
        drawActivity(kindNamed(kind), { day: event.day, owner: state.owner, account: deal.account, deal }, random),
      )
      .filter(({ day }) => day >= windowStart && day < asOf),
  )

/** Who wrote down a next step of late mostly has it in the calendar too. */
const plannedActivities = (deal: Deal, random: Random): readonly Activity[] => {
  const state = stateBefore(deal, asOf)
  const isWorkedOn = state?.status === 'open' && state.nextStep !== null && state.lastModified >= asOf - 30
  if (!isWorkedOn || !random.chance(0.6)) return []
  const kind = kindNamed(kindFor(state.stage, random))
  const day = workday(asOf + random.int(0, 20))
  return [
    {
      ...drawActivity(kind, { day, owner: state.owner, account: deal.account, deal }, random),
      done: false,
      cancelled: false,
    },
  ]
}

/** All activities from the start of the window on, planned ones included, in order of day. */
export const activitiesFrom = (simulation: Simulation, seed: number): readonly Activity[] =>
  [
    ...simulation.deals.flatMap((deal, i) => {
      const random = randomOf(seed, 200_000 + i)
      return [...pastActivities(deal, random), ...plannedActivities(deal, random)]
    }),
    ...deskActivities(simulation, seed),
  ].sort((a, b) => a.day - b.day)

export interface Contacts {
  /** Day of the last activity that took place. */
  readonly last: Day | null
  /** Day of the next planned one. */
  readonly next: Day | null
}

const latest = (days: readonly Day[]): Day | null => (days.length === 0 ? null : Math.max(...days))
const earliest = (days: readonly Day[]): Day | null => (days.length === 0 ? null : Math.min(...days))

/** Last and next activity; what a system recorded is none. */
export const contactsIn = (activities: readonly Activity[]): Contacts => ({
  last: latest(activities.filter(({ done, kind }) => done && kind.class !== 'system').map(({ day }) => day)),
  next: earliest(
    activities.filter(({ done, cancelled, day }) => !done && !cancelled && day >= asOf).map(({ day }) => day),
  ),
})
