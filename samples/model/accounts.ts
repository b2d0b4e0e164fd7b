import { dayOf, type Day } from '#core/cells/day'
import type { Region, Seller, Team } from './person.ts'
import { joiner, leaver, sellers } from './sellers.ts'
import { fits } from './products.ts'
import { randomOf, type Random } from './random.ts'

export type Tier = 'key' | 'growth' | 'standard'

export interface Account {
  readonly id: string
  readonly name: string
  readonly segment: string
  readonly tier: Tier
  readonly fit: 'A' | 'B' | 'C'
  readonly team: Team
  readonly region: Region
  /** Who looks after the account now. */
  readonly owner: string
  /** First day as a customer where that was before the sample; `null` for a prospect. */
  readonly customerSince: Day | null
  /** EUR a year that the account could buy of everything we sell. */
  readonly potentialYear: number
  readonly stakeholdersKnown: number
  readonly stakeholdersTarget: number
}

const segments = [
  { name: 'Food', share: 26, words: ['Dairy', 'Foods', 'Brewery', 'Bakeries'] },
  { name: 'Water', share: 20, words: ['Water Works', 'Utilities', 'Municipal Services'] },
  { name: 'Chemicals', share: 18, words: ['Chemicals', 'Coatings', 'Polymers'] },
  { name: 'Pulp and paper', share: 14, words: ['Paper', 'Board', 'Fibre'] },
  { name: 'Energy', share: 14, words: ['Energy', 'Heat', 'Power'] },
  { name: 'Mining', share: 8, words: ['Minerals', 'Quarries'] },
] as const

const tiers = [
  { name: 'key', share: 12, potential: 420_000, stakeholders: 6 },
  { name: 'growth', share: 33, potential: 190_000, stakeholders: 4 },
  { name: 'standard', share: 55, potential: 80_000, stakeholders: 3 },
] as const

const beginnings = 'Ald Bren Cor Dal Elv Far Gran Hol Ist Jor Kald Lum Mar Nor Or Pel Ran Sol Tar Ul Var West'.split(
  ' ',
)
const endings = 'avik berga dale enholm feld gard hamn inge kulla lund mora nova rike stad tuna vall'.split(' ')

const legalForms: Readonly<Record<Team, string>> = { Helsinki: 'Oy', Stockholm: 'AB', Munich: 'GmbH', Vienna: 'GmbH' }

/** Every pair of a beginning and an ending once, in a drawn order. */
const drawNames = (random: Random): readonly string[] =>
  beginnings
    .flatMap((beginning) => endings.map((ending) => ({ name: beginning + ending, order: random.float() })))
    .sort((a, b) => a.order - b.order)
    .map(({ name }) => name)

const since = (random: Random): Day => dayOf(random.int(2011, 2023), random.int(1, 12), random.int(1, 28))

/** The accounts of one seller: customers first, then prospects. */
const accountsOf = (seller: Seller, names: readonly string[], first: number, random: Random): readonly Account[] => {
  const customers = Math.round(20 * seller.fte)
  return names.map((name, i) => {
    const segment = random.weighted(segments, ({ share }) => share)
    const tier = random.weighted(tiers, ({ share }) => share)
    const target = tier.stakeholders
    return {
      id: `A${String(1001 + first + i)}`,
      name: `${name} ${random.pick(segment.words)} ${legalForms[seller.team]}`,
      segment: segment.name,
      tier: tier.name,
      fit: random.weighted(fits, ({ share }) => share).name,
      team: seller.team,
      region: seller.region,
      owner: seller.name === leaver ? joiner : seller.name,
      customerSince: i < customers ? since(random) : null,
      potentialYear: Math.round(random.skewed(tier.potential, 0.4) / 5000) * 5000,
      stakeholdersKnown: random.int(1, target),
      stakeholdersTarget: target,
    }
  })
}

/** All accounts; the joiner takes over those of the leaver. */
export const accountsFrom = (seed: number): readonly Account[] => {
  const random = randomOf(seed, 1)
  const names = drawNames(random)
  const accounts: Account[] = []
  for (const seller of sellers) {
    if (seller.name === joiner) continue
    const count = Math.round(44 * seller.fte)
    accounts.push(...accountsOf(seller, names.slice(accounts.length, accounts.length + count), accounts.length, random))
  }
  return accounts
}
