import { dayOf, type Day } from '#core/cells/day'
import { asOf, workday } from './calendar.ts'
import type { Deal, DealEvent } from './deal.ts'
import { productNamed } from './products.ts'
import type { Simulation } from './simulate.ts'
import { standingsOf, type Standing } from './standing.ts'

/** The stage that somebody made up; it is not in the list of stages. */
export const unknownStage = 'Verbal yes'

const openIn = (standing: readonly Standing[], stage: string): readonly Deal[] =>
  standing.filter(({ state }) => state.status === 'open' && state.stage === stage).map(({ deal }) => deal)

const withEvents = (deal: Deal, change: (event: DealEvent) => DealEvent): Deal => ({
  ...deal,
  events: deal.events.map((event) => (event.day < asOf ? change(event) : event)),
})

const misnamed = (deal: Deal): Deal =>
  withEvents(deal, (event) =>
    event.kind === 'stage' && event.to === 'Negotiation' ? { ...event, to: unknownStage } : event,
  )

const zeroed = (deal: Deal): Deal => {
  const offer = deal.events.filter(({ kind, day }) => kind === 'amount' && day < asOf).at(-1)?.day
  return withEvents(deal, (event) => (event.kind === 'amount' && event.day === offer ? { ...event, amount: 0 } : event))
}

const creditNote = ({ deal, state }: Standing, id: string, day: Day, amount: number): Deal => ({
  id,
  name: `Credit note, ${deal.account.name.split(' ')[0] ?? ''}`,
  account: deal.account,
  product: productNamed('Spare parts'),
  type: 'expansion',
  source: 'Service visit',
  stakeholders: 1,
  discount: 0,
  events: [
    {
      day: workday(day),
      kind: 'created',
      owner: state.owner,
      amount,
      closeDate: workday(day + 2),
      category: 'pipeline',
      nextStep: null,
    },
    { day: workday(day + 2), kind: 'won' },
  ],
})

/** The simulation with faults in what happened: made-up stages, late deals worth nothing, credit notes. */
export const soiled = ({ accounts, deals }: Simulation): Simulation => {
  const standing = standingsOf(deals)
  const renamed = new Set(openIn(standing, 'Negotiation').slice(3, 5))
  const worthless = new Set(openIn(standing, 'Offer').slice(5, 7))
  const won = standing.filter(({ state }) => state.status === 'won')
  const notes = [
    { of: won[40], day: dayOf(2025, 9, 10), amount: -6400 },
    { of: won[140], day: dayOf(2026, 8, 12), amount: -3800 },
  ].flatMap(({ of, day, amount }, i) =>
    of === undefined ? [] : [creditNote(of, `D${1001 + deals.length + i}`, day, amount)],
  )
  const touched = deals.map((deal) => (renamed.has(deal) ? misnamed(deal) : worthless.has(deal) ? zeroed(deal) : deal))
  return { accounts, deals: [...touched, ...notes] }
}
