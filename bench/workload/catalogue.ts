import { seeded } from '../random.ts'

/** The sales process and the words that fill the text columns. */

export interface Stage {
  readonly name: string
  readonly order: number
  readonly type: 'open' | 'won' | 'lost'
  readonly probability: number
}

export const openStages: readonly Stage[] = [
  { name: 'Prospecting', order: 1, type: 'open', probability: 0.1 },
  { name: 'Qualification', order: 2, type: 'open', probability: 0.2 },
  { name: 'Needs Analysis', order: 3, type: 'open', probability: 0.35 },
  { name: 'Proposal', order: 4, type: 'open', probability: 0.5 },
  { name: 'Negotiation', order: 5, type: 'open', probability: 0.7 },
  { name: 'Verbal Commitment', order: 6, type: 'open', probability: 0.9 },
]
export const wonStage: Stage = { name: 'Closed Won', order: 7, type: 'won', probability: 1 }
export const lostStage: Stage = { name: 'Closed Lost', order: 8, type: 'lost', probability: 0 }
export const initialStages = 2

export interface Seller {
  readonly name: string
  readonly email: string
  readonly team: string
  readonly region: string
  readonly manager: string
}

const regions = ['Nordics', 'Central Europe', 'United Kingdom', 'Southern Europe', 'North America']
const firstNames =
  'Anna Björn Carla Dmitri Elena Farid Greta Hugo Ines Jonas Karin Luca Mette Nils Olga Pedro Ruth Sven Tara Umar'
const lastNames = 'Berg Castell Dahl Ek Fischer Garcia Hansen Ivanov Jansen Kowalski'
const teams = 20

/** 200 people in 20 teams, every pair of first and last name once. */
export const sellers: readonly Seller[] = lastNames.split(' ').flatMap((last, l) =>
  firstNames.split(' ').map((first, f) => {
    const team = (f + l * 7) % teams
    return {
      name: `${first} ${last}`,
      email: `${first}.${last}@example.com`.toLowerCase(),
      team: `Team ${String(team + 1).padStart(2, '0')}`,
      region: regions[team % regions.length] ?? '',
      manager: `Manager ${String(team + 1).padStart(2, '0')}`,
    }
  }),
)

export const products = [
  'Analytics Cloud',
  'Field Service',
  'Data Gateway',
  'Payment Terminal',
  'Support Premium',
  'Training Days',
  'Integration Kit',
  'Mobile Suite',
] as const
export const sources = ['Web', 'Referral', 'Trade Show', 'Outbound Call', 'Partner', 'Existing Customer'] as const
export const dealTypes = ['New', 'New', 'New', 'Expansion', 'Expansion', 'Renewal'] as const
export const nextSteps = [
  'Send the revised offer',
  'Call the decision maker',
  'Agree on the date of the demonstration',
  'Wait for the legal department',
  'Visit the site with the service engineer',
] as const
export const activityTypes = [
  'Call',
  'Call',
  'Call',
  'Email',
  'Email',
  'Email',
  'Meeting',
  'Meeting',
  'Demo',
  'Visit',
] as const
export const subjects = [
  'Introduction',
  'Follow-up on the offer',
  'Quarterly review',
  'Technical questions',
  'Contract',
] as const

const accountWords =
  'Alder Birch Cedar Delta Ember Fjord Granite Harbour Iris Juniper Kestrel Lumen Meridian Northwind Orchard'
const accountKinds = 'Logistics Foods Machines Energy Textiles Clinics Timber Media Chemicals Retail'

/** Names of customers, as many as asked for. */
export const accountNames = (count: number, seed: number): readonly string[] => {
  const random = seeded(seed)
  const words = accountWords.split(' ')
  const kinds = accountKinds.split(' ')
  return Array.from({ length: count }, (_, i) => `${pick(words, random)} ${pick(kinds, random)} ${i + 1}`)
}

export const pick = <T>(from: readonly T[], random: () => number): T => {
  const picked = from[Math.floor(random() * from.length)]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}
