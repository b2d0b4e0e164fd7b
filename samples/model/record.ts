import type { Day } from '#core/cells/day'
import { workday } from './calendar.ts'
import { closeDateMoves, expectedEnd } from './close-dates.ts'
import type { DealEvent } from './deal.ts'
import type { Life } from './life.ts'
import { worksOn, type Seller } from './person.ts'
import { joiner, joiningDay, leaver, sellers } from './sellers.ts'
import { competitors, lostReasons, nextSteps } from './products.ts'
import type { Random } from './random.ts'
import { stageProbability, type Category, type OpenStage } from './stages.ts'

export interface Opening {
  readonly seller: Seller
  readonly life: Life
  /** EUR, as first estimated. */
  readonly amount: number
}

const toHundreds = (amount: number): number => Math.max(100, Math.round(amount / 100) * 100)

/** Where the seller counts the deal; those that will be won look a little better. */
const categoryIn = (stage: OpenStage, life: Life, random: Random): Category => {
  const good = life.outcome === 'won'
  switch (stage) {
    case 'Qualify':
      return random.chance(0.12) ? 'omitted' : 'pipeline'
    case 'Needs agreed':
      return random.chance(0.1) ? 'best' : 'pipeline'
    case 'Offer':
      return random.chance(good ? 0.2 : 0.1) ? 'commit' : random.chance(0.7) ? 'best' : 'pipeline'
    case 'Negotiation':
      return random.chance(good ? 0.85 : 0.65) ? 'commit' : 'best'
  }
}

const nextStep = (random: Random): string | null => (random.chance(0.76) ? random.pick(nextSteps) : null)

const created = ({ seller, life, amount }: Opening, random: Random): Extract<DealEvent, { kind: 'created' }> => ({
  day: life.created,
  kind: 'created',
  owner: seller.name,
  amount: random.chance(0.06) ? null : amount,
  closeDate: random.chance(0.05) ? null : expectedEnd(life, 'Qualify', life.created, random),
  category: categoryIn('Qualify', life, random),
  nextStep: nextStep(random),
})

/** The amount becomes firm with the offer and gives way in the negotiation. */
const amountEvents = ({ life, amount }: Opening, random: Random): readonly DealEvent[] => {
  let now = amount
  return life.moves.map(({ day, to }) => {
    if (to === 'Offer') now = toHundreds(now * random.between(0.84, 1.12))
    if (to === 'Negotiation') now = toHundreds(now * random.between(0.9, 1))
    return { day, kind: 'amount' as const, amount: now }
  })
}

/** Some sellers overrule the probability of the stage. */
const probabilityEvents = ({ life }: Opening, random: Random): readonly DealEvent[] =>
  life.moves.flatMap(({ day, to }) =>
    random.chance(0.12)
      ? [
          {
            day,
            kind: 'probability' as const,
            probability: Math.round((stageProbability(to) + random.pick([-0.1, 0.05, 0.1])) * 100) / 100,
          },
        ]
      : [],
  )

const stageEvents = ({ life }: Opening, random: Random): readonly DealEvent[] =>
  life.moves.map(({ day, to }) => ({ day, kind: 'stage', to, category: categoryIn(to, life, random) }))

const competitorEvents = ({ life }: Opening, random: Random): readonly DealEvent[] => {
  const offer = life.moves.find(({ to }) => to === 'Offer')
  if (offer === undefined || !random.chance(0.6)) return []
  return [{ day: offer.day, kind: 'competitor', name: random.weighted(competitors, ({ share }) => share).name }]
}

/** What happens next is written down every other week or so, and sometimes forgotten. */
const noteEvents = ({ life }: Opening, random: Random): readonly DealEvent[] => {
  const notes: DealEvent[] = []
  const stop = Math.min(life.end, life.quietFrom ?? life.end)
  for (let day = life.created; ;) {
    day = workday(day + Math.max(3, random.skewed(17, 0.5)))
    if (day >= stop) return notes
    notes.push({ day, kind: 'note', nextStep: nextStep(random) })
  }
}

const closeDateEvents = ({ seller, life }: Opening, first: Day | null, random: Random): readonly DealEvent[] =>
  closeDateMoves(life, first, seller.diligence, random).map(({ day, date }) => ({ day, kind: 'closeDate', date }))

/** The leaver's open deals go to the joiner and a colleague; a few others change hands for other reasons. */
const ownerEvents = ({ seller, life }: Opening, random: Random): readonly DealEvent[] => {
  const handover = workday(joiningDay + 1)
  if (seller.name === leaver && life.end >= handover)
    return [{ day: handover, kind: 'owner', to: random.chance(0.75) ? joiner : 'Aino Virtanen' }]
  const day = workday(life.created + (life.end - life.created) * random.between(0.3, 0.7))
  if (!random.chance(0.015) || seller.name === leaver || day >= life.end) return []
  const others = sellers.filter((other) => other !== seller && worksOn(other, day) && other.name !== leaver)
  return [{ day, kind: 'owner', to: random.weighted(others, ({ team }) => (team === seller.team ? 6 : 1)).name }]
}

const ending = (life: Pick<Life, 'outcome' | 'end'>, random: Random): DealEvent =>
  life.outcome === 'won'
    ? { day: life.end, kind: 'won' }
    : { day: life.end, kind: 'lost', reason: random.weighted(lostReasons, ({ share }) => share).name }

/** A customer who had said no comes back now and then. */
const secondLife = (life: Life, random: Random): readonly DealEvent[] => {
  if (life.outcome === 'won' || !random.chance(0.012)) return []
  const day = workday(life.end + random.int(20, 55))
  const end = workday(day + random.int(20, 60))
  const outcome = random.chance(0.5) ? 'won' : 'lost'
  return [{ day, kind: 'reopened', closeDate: workday(end - random.int(0, 12)) }, ending({ outcome, end }, random)]
}

/** What comes first on one day: a new owner, then amount and close date, so that the history of stages shows them. */
const firstOnADay: readonly DealEvent['kind'][] = ['owner', 'amount', 'closeDate']

const rank = ({ kind }: DealEvent): number =>
  firstOnADay.includes(kind) ? firstOnADay.indexOf(kind) : firstOnADay.length

/** The whole record of one deal, in order of day. */
export const eventsOf = (opening: Opening, random: Random): readonly DealEvent[] => {
  const first = created(opening, random)
  const during = [
    ...stageEvents(opening, random),
    ...amountEvents(opening, random),
    ...probabilityEvents(opening, random),
    ...competitorEvents(opening, random),
    ...closeDateEvents(opening, first.closeDate, random),
    ...ownerEvents(opening, random),
    ...noteEvents(opening, random),
  ].sort((a, b) => a.day - b.day || rank(a) - rank(b))
  return [first, ...during, ending(opening.life, random), ...secondLife(opening.life, random)]
}
