import { dayOf, isoDay, type Day } from '#core/cells/day'
import type { Activity } from './activity.ts'
import { asOf, monthEnd, monthName, sampleMonths, type Month } from './calendar.ts'
import type { Deal } from './deal.ts'
import { people } from './people.ts'
import { teams, worksOn, type Person, type Team } from './person.ts'
import { sellerNamed } from './sellers.ts'
import { randomOf, type Random } from './random.ts'
import { standingsOf } from './standing.ts'

export interface Cost {
  /** `2026-03`. */
  readonly period: string
  readonly category: 'salary' | 'commission' | 'travel' | 'marketing' | 'tools' | 'events'
  /** EUR. */
  readonly amount: number
  /** `null` for what belongs to no team, such as the salaries of directors. */
  readonly team: Team | null
  readonly allocation: 'new' | 'all'
}

/** What a team sold and how often it travelled in a month. */
interface Volume {
  won: number
  trips: number
}

const commissionRate = 0.02
const costPerTrip = 95
const toolsPerHead = 310
/** Trade fairs are in May and September. */
const fairMonths: readonly number[] = [5, 9]

const keyOf = (team: Team, period: string): string => `${team} ${period}`

const volumesOf = (deals: readonly Deal[], activities: readonly Activity[]): ReadonlyMap<string, Volume> => {
  const volumes = new Map<string, Volume>()
  const volumeOf = (owner: string, day: Day): Volume => {
    const key = keyOf(sellerNamed(owner).team, isoDay(day).slice(0, 7))
    const volume = volumes.get(key) ?? { won: 0, trips: 0 }
    volumes.set(key, volume)
    return volume
  }
  for (const { state } of standingsOf(deals))
    if (state.status === 'won' && state.closedAt !== null)
      volumeOf(state.owner, state.closedAt).won += state.amount ?? 0
  for (const { owner, day, channel, done } of activities) if (done && channel === 'f2f') volumeOf(owner, day).trips += 1
  return volumes
}

const salaries = (heads: readonly Person[]): number =>
  Math.round(heads.reduce((sum, { costYear }) => sum + costYear / 12, 0))

const headsOf = (team: Team | null, { year, month }: Month): readonly Person[] =>
  people.filter((person) => person.team === team && worksOn(person, dayOf(year, month, 15)))

const teamCosts = (team: Team, month: Month, { won, trips }: Volume, random: Random): readonly Cost[] => {
  const heads = headsOf(team, month)
  const common = { period: monthName(month), team }
  const marketing = Math.round(random.between(4200, 7800) / 10) * 10
  const fair = fairMonths.includes(month.month) ? Math.round(random.between(9000, 14_000) / 10) * 10 : 0
  return [
    { ...common, category: 'salary', amount: salaries(heads), allocation: 'all' },
    { ...common, category: 'commission', amount: Math.max(0, Math.round(won * commissionRate)), allocation: 'all' },
    { ...common, category: 'travel', amount: trips * costPerTrip, allocation: 'all' },
    { ...common, category: 'tools', amount: heads.length * toolsPerHead, allocation: 'all' },
    { ...common, category: 'marketing', amount: marketing, allocation: 'new' },
    ...(fair > 0 ? [{ ...common, category: 'events', amount: fair, allocation: 'new' } as const] : []),
  ]
}

/** Selling costs of every finished month. */
export const costsFrom = (deals: readonly Deal[], activities: readonly Activity[], seed: number): readonly Cost[] => {
  const random = randomOf(seed, 61)
  const volumes = volumesOf(deals, activities)
  return sampleMonths
    .filter((month) => monthEnd(month) < asOf)
    .flatMap((month): readonly Cost[] => {
      const period = monthName(month)
      const above: Cost = {
        period,
        category: 'salary',
        amount: salaries(headsOf(null, month)),
        team: null,
        allocation: 'all',
      }
      return [
        ...teams.flatMap((team) =>
          teamCosts(team, month, volumes.get(keyOf(team, period)) ?? { won: 0, trips: 0 }, random),
        ),
        above,
      ]
    })
}
