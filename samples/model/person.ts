import type { Day } from '#core/cells/day'

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

export const emailOf = (name: string): string => `${plain(name)}@aallotar.example`

/** Share of full capacity by month in the job; from the month after the last one it is full. */
export const rampPlan = { name: 'Six months', shares: [0.1, 0.2, 0.4, 0.6, 0.8, 0.9] } as const

export const worksOn = (person: Person, day: Day): boolean =>
  person.start <= day && (person.end === null || day <= person.end)

/** Share of full capacity, 0 before the first and after the last day. */
export const capacityOn = (person: Person, day: Day): number => {
  if (!worksOn(person, day)) return 0
  if (person.rampPlan === null) return 1
  return rampPlan.shares[Math.floor((day - person.start) / 30.4)] ?? 1
}
