import { dayOf } from '#core/cells/day'
import { emailOf, rampPlan, regionOf, teamManager, type Person, type Seller, type Team } from './person.ts'

type SellerTraits = Omit<Seller, keyof Person> & { readonly team: Team } & Partial<Person>

const seller = (name: string, traits: SellerTraits): Seller => ({
  name,
  email: emailOf(name),
  alias: [],
  manager: teamManager[traits.team],
  level: 'seller',
  role: 'AE',
  start: dayOf(2021, 2, 1),
  end: null,
  fte: 1,
  rampPlan: null,
  costYear: 79_000,
  hoursWeek: 40,
  ...traits,
  region: regionOf(traits.team),
})

const leavingDay = dayOf(2025, 11, 28)
export const joiningDay = dayOf(2025, 12, 1)
export const leaver = 'Mikko Salo'
export const joiner = 'Noora Laine'

export const sellers: readonly Seller[] = [
  seller('Aino Virtanen', {
    team: 'Helsinki',
    monthlyDeals: 6.8,
    skill: 1.05,
    size: 1.05,
    diligence: 0.84,
    costYear: 85_000,
    role: 'KAM',
    quota: { 2024: 1_600_000, 2025: 2_500_000, 2026: 2_500_000 },
    meetingsMonth: 16,
    opportunitiesMonth: 6,
  }),
  seller(leaver, {
    team: 'Helsinki',
    monthlyDeals: 5.8,
    skill: 0.9,
    size: 0.95,
    diligence: 0.7,
    end: leavingDay,
    start: dayOf(2019, 9, 2),
    quota: { 2024: 1_000_000, 2025: 1_250_000, 2026: 0 },
    meetingsMonth: 14,
    opportunitiesMonth: 6,
  }),
  seller(joiner, {
    team: 'Helsinki',
    monthlyDeals: 6.2,
    skill: 0.95,
    size: 0.95,
    diligence: 0.84,
    start: joiningDay,
    rampPlan: rampPlan.name,
    quota: { 2024: 0, 2025: 1_300_000, 2026: 1_300_000 },
    meetingsMonth: 13,
    opportunitiesMonth: 6,
    costYear: 74_000,
  }),
  seller('Elin Söderberg', {
    team: 'Stockholm',
    monthlyDeals: 7.1,
    skill: 1,
    size: 1,
    diligence: 0.91,
    alias: ['E. Soderberg', 'Söderberg, Elin'],
    quota: { 2024: 1_300_000, 2025: 1_750_000, 2026: 1_950_000 },
    meetingsMonth: 16,
    opportunitiesMonth: null,
  }),
  seller('Oskar Nyman', {
    team: 'Stockholm',
    monthlyDeals: 6.6,
    skill: 0.95,
    size: 0.95,
    diligence: 0.7,
    quota: { 2024: 1_200_000, 2025: 1_200_000, 2026: 1_300_000 },
    meetingsMonth: 15,
    opportunitiesMonth: null,
  }),
  seller('Jonas Weiß', {
    team: 'Munich',
    monthlyDeals: 7.5,
    skill: 1.15,
    size: 1.1,
    diligence: 0.84,
    alias: ['Jonas Weiss'],
    costYear: 89_000,
    quota: { 2024: 1_600_000, 2025: 2_100_000, 2026: 2_000_000 },
    meetingsMonth: 17,
    opportunitiesMonth: 7,
  }),
  seller('Lena Fischer', {
    team: 'Munich',
    monthlyDeals: 7.1,
    skill: 1.1,
    size: 1,
    diligence: 0.95,
    role: 'KAM',
    costYear: 85_000,
    quota: { 2024: 1_500_000, 2025: 1_750_000, 2026: 1_850_000 },
    meetingsMonth: 17,
    opportunitiesMonth: 7,
  }),
  seller('Paul Steiner', {
    team: 'Vienna',
    monthlyDeals: 6.6,
    skill: 0.82,
    size: 0.95,
    diligence: 0.42,
    quota: { 2024: 1_600_000, 2025: 1_450_000, 2026: 1_600_000 },
    meetingsMonth: 15,
    opportunitiesMonth: 6,
  }),
  seller('Marie Novak', {
    team: 'Vienna',
    monthlyDeals: 4.3,
    skill: 0.95,
    size: 0.95,
    diligence: 0.77,
    fte: 0.6,
    costYear: 48_000,
    hoursWeek: 24,
    quota: { 2024: 900_000, 2025: 900_000, 2026: 900_000 },
    meetingsMonth: 9,
    opportunitiesMonth: 4,
    alias: ['Marie Nováková'],
  }),
]

export const sellerNamed = (name: string): Seller => {
  const found = sellers.find((each) => each.name === name)
  if (found === undefined) throw new RangeError(`No seller is called ${name}`)
  return found
}
