import { dayOf, type Day } from '#core/cells/day'
import { accountsFrom, type Account } from './accounts.ts'
import { asOf, monthEnd, monthsFrom, monthStart, simulationStart, windowStart, workday } from './calendar.ts'
import type { Deal } from './deal.ts'
import { eventsOf } from './record.ts'
import { drawLife } from './life.ts'
import { capacityOn, type Seller } from './person.ts'
import { joiner, leaver, sellers } from './sellers.ts'
import { fits, products, sources, types, type Product } from './products.ts'
import { randomOf, type Random } from './random.ts'
import { stateBefore } from './replay.ts'

export const sampleSeed = 681

export interface Simulation {
  readonly accounts: readonly Account[]
  /** In order of creation. */
  readonly deals: readonly Deal[]
}

interface Creation {
  readonly day: Day
  readonly seller: Seller
}

/** Fewer opportunities are created in the holidays. */
const season = [1, 1.05, 1.1, 1.05, 1.05, 1, 0.75, 0.85, 1.15, 1.1, 1.05, 0.8]
const creationMonths = monthsFrom(2024, 1, 34)

const creationsOf = (seller: Seller, seed: number, stream: number): readonly Creation[] => {
  const random = randomOf(seed, stream)
  return creationMonths.flatMap((month) => {
    const middle = dayOf(month.year, month.month, 15)
    const expected = seller.monthlyDeals * (season[month.month - 1] ?? 1) * capacityOn(seller, middle)
    const count = Math.floor(expected + random.float())
    return Array.from({ length: count }, () => ({
      day: workday(random.int(monthStart(month), monthEnd(month))),
      seller,
    }))
  })
}

const allCreations = (seed: number): readonly Creation[] =>
  sellers
    .flatMap((seller, i) => creationsOf(seller, seed, 10 + i))
    .filter(({ day, seller }) => day >= simulationStart && day < asOf && capacityOn(seller, day) > 0)
    .sort((a, b) => a.day - b.day)

/** Days on which accounts became customers, as the simulation goes on. */
type Since = Map<Account, Day>

const isCustomer = (account: Account, since: Since, day: Day): boolean => (since.get(account) ?? Infinity) < day

const accountFor = (own: readonly Account[], customer: boolean, since: Since, day: Day, random: Random): Account => {
  const suited = own.filter((account) => isCustomer(account, since, day) === customer)
  return random.weighted(suited.length > 0 ? suited : own, ({ tier }) =>
    tier === 'key' ? 2 : tier === 'growth' ? 1.4 : 1,
  )
}

const productFor = (type: 'new' | 'expansion' | 'renewal', random: Random): Product =>
  random.weighted(
    products.filter(({ name }) => type !== 'renewal' || name === 'Service contracts'),
    ({ share }) => share,
  )

const openDeal = (
  { day, seller }: Creation,
  own: readonly Account[],
  since: Since,
  random: Random,
): Omit<Deal, 'id'> => {
  const drawn = random.weighted(types, ({ share }) => share)
  const account = accountFor(own, drawn.name !== 'new', since, day, random)
  const type = isCustomer(account, since, day) ? (drawn.name === 'new' ? 'expansion' : drawn.name) : 'new'
  const { win, cycle } = types.find(({ name }) => name === type) ?? drawn
  const product = productFor(type, random)
  const source = random.weighted(sources, ({ share }) => share)
  const fit = fits.find(({ name }) => name === account.fit)?.win ?? 1
  const size = account.tier === 'key' ? 1.25 : 1
  const amount = Math.round((random.skewed(product.amount, 0.35) * seller.size * size) / 500) * 500
  const chance = type === 'renewal' ? win : Math.min(0.8, win * source.win * fit)
  const life = drawLife(day, { win: chance * seller.skill, cycle: cycle * (amount > 90_000 ? 1.15 : 1) }, random)
  const subject = random.pick(product.subjects)
  return {
    name: `${subject}, ${account.name.split(' ')[0]}`,
    account,
    product,
    type,
    source: source.name,
    stakeholders: random.int(1, account.stakeholdersTarget),
    discount: Math.round(random.between(0, 0.17) * 100) / 100,
    events: eventsOf({ seller, life, amount }, random),
  }
}

const dayWon = (deal: Omit<Deal, 'id'>): Day | null => deal.events.find(({ kind }) => kind === 'won')?.day ?? null

const isInSample = (deal: Deal): boolean => {
  const state = stateBefore(deal, asOf)
  return state !== null && (state.closedAt === null || state.closedAt >= windowStart)
}

/** Accounts of a seller; leaver and joiner work on the same ones. */
const accountsOf = (accounts: readonly Account[], seller: Seller): readonly Account[] =>
  accounts.filter(({ owner }) => owner === (seller.name === leaver ? joiner : seller.name))

/** Plays the two and a half years: who opened which deal, and everything that happened to it. */
export const simulate = (seed: number = sampleSeed): Simulation => {
  const accounts = accountsFrom(seed)
  const own = new Map(sellers.map((seller) => [seller, accountsOf(accounts, seller)]))
  const since: Since = new Map(
    accounts.flatMap((each) => (each.customerSince === null ? [] : [[each, each.customerSince]])),
  )
  const deals = allCreations(seed).map((creation, i) => {
    const deal = openDeal(creation, own.get(creation.seller) ?? accounts, since, randomOf(seed, 1000 + i))
    const won = dayWon(deal)
    if (won !== null && won < (since.get(deal.account) ?? Infinity)) since.set(deal.account, won)
    return { ...deal, id: '' }
  })
  return { accounts, deals: deals.filter(isInSample).map((deal, i) => ({ ...deal, id: `D${1001 + i}` })) }
}
