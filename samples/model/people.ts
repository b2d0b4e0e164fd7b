import { dayOf, type Day } from '#core/cells/day'

export type Level = 'seller' | 'manager' | 'director' | 'executive'
export type Region = 'Nordics' | 'Central'
export type Team = 'Helsinki' | 'Stockholm' | 'Munich' | 'Vienna'

export interface Person {
  readonly name: string
  readonly email: string
  /** Other spellings, as old systems wrote them. */
  readonly alias: readonly string[]
  readonly manager: string | null
  readonly level: Level
  readonly team: Team | null
  readonly region: Region | null
  readonly role: string | null
  readonly start: Day
  readonly end: Day | null
  readonly fte: number
  readonly rampPlan: string | null
  /** EUR a year, everything included. */
  readonly costYear: number
  readonly hoursWeek: number
}

/** How a seller works; drives the simulation and is in no table. */
export interface Seller extends Person {
  readonly team: Team
  readonly region: Region
  /** Opportunities created in an average month. */
  readonly monthlyDeals: number
  /** Multiplies the chance of winning. */
  readonly skill: number
  /** Multiplies the amount of a deal. */
  readonly size: number
  /** How often a close date that is about to pass is looked after, from 0 to 1. */
  readonly diligence: number
  /** EUR of sales, by year. */
  readonly quota: Readonly<Record<2024 | 2025 | 2026, number>>
  readonly meetingsMonth: number
  /** Opportunities to create in a month; `null` where none are targeted. */
  readonly opportunitiesMonth: number | null
}

const teamRegion: Readonly<Record<Team, Region>> = {
  Helsinki: 'Nordics',
  Stockholm: 'Nordics',
  Munich: 'Central',
  Vienna: 'Central',
}

export const teamManager: Readonly<Record<Team, string>> = {
  Helsinki: 'Sanna Mäkelä',
  Stockholm: 'Johan Lindgren',
  Munich: 'Stefan Huber',
  Vienna: 'Theresa Gruber',
}

export const teams: readonly Team[] = ['Helsinki', 'Stockholm', 'Munich', 'Vienna']
export const regionOf = (team: Team): Region => teamRegion[team]

const plain = (text: string): string =>
  text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '.')

const emailOf = (name: string): string => `${plain(name)}@aallotar.example`

const leader = (
  name: string,
  level: Level,
  manager: string | null,
  place: { readonly team?: Team; readonly region?: Region },
  costYear: number,
): Person => ({
  ...{ name, email: emailOf(name), alias: [], manager, level, role: null },
  ...{ team: place.team ?? null, region: place.region ?? null },
  ...{ start: dayOf(2018, 3, 1), end: null, fte: 1, rampPlan: null, costYear, hoursWeek: 40 },
})

type SellerTraits = Omit<Seller, keyof Person> & { readonly team: Team } & Partial<Person>

const seller = (name: string, traits: SellerTraits): Seller => ({
  ...{ name, email: emailOf(name), alias: [], manager: teamManager[traits.team], level: 'seller', role: 'AE' },
  ...{ start: dayOf(2021, 2, 1), end: null, fte: 1, rampPlan: null, costYear: 79_000, hoursWeek: 40 },
  ...traits,
  region: teamRegion[traits.team],
})

export const leavingDay = dayOf(2025, 11, 28)
export const joiningDay = dayOf(2025, 12, 1)
export const leaver = 'Mikko Salo'
export const joiner = 'Noora Laine'

/** Share of full capacity by month in the job; from the month after the last one it is full. */
export const rampPlan = { name: 'Six months', shares: [0.1, 0.2, 0.4, 0.6, 0.8, 0.9] } as const

export const sellers: readonly Seller[] = [
  seller('Aino Virtanen', {
    ...{ team: 'Helsinki', monthlyDeals: 6.8, skill: 1.05, size: 1.05, diligence: 0.84, costYear: 85_000, role: 'KAM' },
    ...{ quota: { 2024: 1_600_000, 2025: 2_500_000, 2026: 2_500_000 }, meetingsMonth: 16, opportunitiesMonth: 6 },
  }),
  seller(leaver, {
    ...{
      team: 'Helsinki',
      monthlyDeals: 5.8,
      skill: 0.9,
      size: 0.95,
      diligence: 0.7,
      end: leavingDay,
      start: dayOf(2019, 9, 2),
    },
    ...{ quota: { 2024: 1_000_000, 2025: 1_250_000, 2026: 0 }, meetingsMonth: 14, opportunitiesMonth: 6 },
  }),
  seller(joiner, {
    ...{
      team: 'Helsinki',
      monthlyDeals: 6.2,
      skill: 0.95,
      size: 0.95,
      diligence: 0.84,
      start: joiningDay,
      rampPlan: rampPlan.name,
    },
    ...{ quota: { 2024: 0, 2025: 1_300_000, 2026: 1_300_000 }, meetingsMonth: 13, opportunitiesMonth: 6 },
    costYear: 74_000,
  }),
  seller('Elin Söderberg', {
    ...{
      team: 'Stockholm',
      monthlyDeals: 7.1,
      skill: 1,
      size: 1,
      diligence: 0.91,
      alias: ['E. Soderberg', 'Söderberg, Elin'],
    },
    ...{ quota: { 2024: 1_300_000, 2025: 1_750_000, 2026: 1_950_000 }, meetingsMonth: 16, opportunitiesMonth: null },
  }),
  seller('Oskar Nyman', {
    ...{ team: 'Stockholm', monthlyDeals: 6.6, skill: 0.95, size: 0.95, diligence: 0.7 },
    ...{ quota: { 2024: 1_200_000, 2025: 1_200_000, 2026: 1_300_000 }, meetingsMonth: 15, opportunitiesMonth: null },
  }),
  seller('Jonas Weiß', {
    ...{
      team: 'Munich',
      monthlyDeals: 7.5,
      skill: 1.15,
      size: 1.1,
      diligence: 0.84,
      alias: ['Jonas Weiss'],
      costYear: 89_000,
    },
    ...{ quota: { 2024: 1_600_000, 2025: 2_100_000, 2026: 2_000_000 }, meetingsMonth: 17, opportunitiesMonth: 7 },
  }),
  seller('Lena Fischer', {
    ...{ team: 'Munich', monthlyDeals: 7.1, skill: 1.1, size: 1, diligence: 0.95, role: 'KAM', costYear: 85_000 },
    ...{ quota: { 2024: 1_500_000, 2025: 1_750_000, 2026: 1_850_000 }, meetingsMonth: 17, opportunitiesMonth: 7 },
  }),
  seller('Paul Steiner', {
    ...{ team: 'Vienna', monthlyDeals: 6.6, skill: 0.82, size: 0.95, diligence: 0.42 },
    ...{ quota: { 2024: 1_600_000, 2025: 1_450_000, 2026: 1_600_000 }, meetingsMonth: 15, opportunitiesMonth: 6 },
  }),
  seller('Marie Novak', {
    ...{
      team: 'Vienna',
      monthlyDeals: 4.3,
      skill: 0.95,
      size: 0.95,
      diligence: 0.77,
      fte: 0.6,
      costYear: 48_000,
      hoursWeek: 24,
    },
    ...{ quota: { 2024: 900_000, 2025: 900_000, 2026: 900_000 }, meetingsMonth: 9, opportunitiesMonth: 4 },
    alias: ['Marie Nováková'],
  }),
]

const head = 'Helena Brandt'

const leaders: readonly Person[] = [
  leader(head, 'executive', null, {}, 195_000),
  leader('Lars Ekholm', 'director', head, { region: 'Nordics' }, 145_000),
  leader('Katrin Vogel', 'director', head, { region: 'Central' }, 145_000),
  ...teams.map((team) =>
    leader(
      teamManager[team],
      'manager',
      teamRegion[team] === 'Nordics' ? 'Lars Ekholm' : 'Katrin Vogel',
      { team, region: teamRegion[team] },
      106_000,
    ),
  ),
]

export const people: readonly Person[] = [...leaders, ...sellers]

export const sellerNamed = (name: string): Seller => {
  const found = sellers.find((each) => each.name === name)
  if (found === undefined) throw new RangeError(`No seller is called ${name}`)
  return found
}

export const sellersOf = (team: Team): readonly Seller[] => sellers.filter((each) => each.team === team)

export const worksOn = (person: Person, day: Day): boolean =>
  person.start <= day && (person.end === null || day <= person.end)

/** Share of full capacity, 0 before the first and after the last day. */
export const capacityOn = (person: Person, day: Day): number => {
  if (!worksOn(person, day)) return 0
  if (person.rampPlan === null) return 1
  return rampPlan.shares[Math.floor((day - person.start) / 30.4)] ?? 1
}
