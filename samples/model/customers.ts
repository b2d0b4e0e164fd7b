import { dayOf, type Day } from '#core/cells/day'
import type { Account } from './accounts.ts'
import type { Activity } from './activity.ts'
import { asOf } from './calendar.ts'
import { customersSince } from './customer-since.ts'
import type { Deal } from './deal.ts'
import { randomOf, type Random } from './random.ts'
import type { Simulation } from './simulate.ts'
import { standingsOf, type Standing } from './standing.ts'

/** What the sample knows about an account on the as-of date; money is EUR. */
export interface Customer {
  readonly account: Account
  readonly since: Day | null
  /** Won in 2025 and, up to the as-of date, in 2026. */
  readonly salesPrevious: number
  readonly salesToDate: number
  /** Service contracts a year at the start of 2026 and now. */
  readonly recurringStart: number | null
  readonly recurringEnd: number | null
  readonly health: 'green' | 'amber' | 'red' | null
  readonly lastMeeting: Day | null
  readonly nextReview: Day | null
}

const thisYear = dayOf(2026, 1, 1)
const lastYear = dayOf(2025, 1, 1)

const salesIn = (won: readonly Standing[], from: Day, before: Day): number =>
  won
    .filter(({ state }) => state.closedAt !== null && state.closedAt >= from && state.closedAt < before)
    .reduce((sum, { state }) => sum + (state.amount ?? 0), 0)

const isService = ({ product }: Deal): boolean => product.name === 'Service contracts'

/** A renewal sets the yearly value anew, a lost one ends it, any other service contract adds to it. */
const recurringAfter = (start: number, closed: readonly Standing[]): number => {
  let now = start
  for (const { deal, state } of closed) {
    const amount = state.amount ?? 0
    if (deal.type === 'renewal') now = state.status === 'won' ? amount : 0
    else if (state.status === 'won') now += amount
  }
  return now
}

const recurringOf = (
  account: Account,
  closed: readonly Standing[],
  random: Random,
): readonly [number, number] | null => {
  const service = closed.filter(({ deal, state }) => isService(deal) && (state.closedAt ?? 0) >= thisYear)
  const drawn = Math.round((account.potentialYear * random.between(0.08, 0.2)) / 500) * 500
  const had = account.customerSince !== null && random.chance(0.7)
  const start = had || service.some(({ deal }) => deal.type === 'renewal') ? drawn : 0
  const end = recurringAfter(start, service)
  return start === 0 && end === 0 ? null : [start, end]
}

const isMeeting = ({ kind, done, day }: Activity): boolean =>
  done && day < asOf && (kind.class === 'meeting' || kind.class === 'visit' || kind.class === 'demo')

const healthOf = (lastMeeting: Day | null, random: Random): 'green' | 'amber' | 'red' => {
  if (lastMeeting === null || lastMeeting < asOf - 240) return random.chance(0.4) ? 'red' : 'amber'
  return lastMeeting < asOf - 120 ? 'amber' : 'green'
}

const groupBy = <T>(
  items: readonly T[],
  accountOf: (item: T) => Account | null,
): ReadonlyMap<Account, readonly T[]> => {
  const groups = new Map<Account, T[]>()
  for (const item of items) {
    const account = accountOf(item)
    if (account === null) continue
    const group = groups.get(account)
    if (group === undefined) groups.set(account, [item])
    else group.push(item)
  }
  return groups
}

const closedDeals = (deals: readonly Deal[]): readonly Standing[] =>
  standingsOf(deals)
    .filter(({ state }) => state.status !== 'open')
    .sort((a, b) => (a.state.closedAt ?? 0) - (b.state.closedAt ?? 0))

const salesOf = (closed: readonly Standing[]): Pick<Customer, 'salesPrevious' | 'salesToDate'> => {
  const won = closed.filter(({ state }) => state.status === 'won')
  return { salesPrevious: salesIn(won, lastYear, thisYear), salesToDate: salesIn(won, thisYear, asOf) }
}

type Relation = Pick<Customer, 'recurringStart' | 'recurringEnd' | 'health' | 'nextReview'>

const prospect: Relation = { recurringStart: null, recurringEnd: null, health: null, nextReview: null }

const relationOf = (
  account: Account,
  closed: readonly Standing[],
  lastMeeting: Day | null,
  random: Random,
): Relation => {
  const [recurringStart, recurringEnd] = recurringOf(account, closed, random) ?? [null, null]
  const health = healthOf(lastMeeting, random)
  const nextReview = account.tier === 'key' ? asOf + random.int(-20, 120) : null
  return { recurringStart, recurringEnd, health, nextReview }
}

/** One row per account, customers and prospects. */
export const customersFrom = (
  simulation: Simulation,
  activities: readonly Activity[],
  seed: number,
): readonly Customer[] => {
  const random = randomOf(seed, 60)
  const since = customersSince(simulation)
  const closed = groupBy(closedDeals(simulation.deals), ({ deal }) => deal.account)
  const meetings = groupBy(activities.filter(isMeeting), ({ account }) => account)
  return simulation.accounts.map((account) => {
    const own = closed.get(account) ?? []
    const lastMeeting = meetings.get(account)?.at(-1)?.day ?? null
    const first = since.get(account) ?? null
    const relation = first === null ? prospect : relationOf(account, own, lastMeeting, random)
    return { account, since: first, lastMeeting, ...salesOf(own), ...relation }
  })
}
