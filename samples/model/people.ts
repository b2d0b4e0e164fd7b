import { dayOf } from '#core/cells/day'
import { emailOf, regionOf, teamManager, teams, type Level, type Person, type Region, type Team } from './person.ts'
import { sellers } from './sellers.ts'

const leader = (
  name: string,
  level: Level,
  manager: string | null,
  place: { readonly team?: Team; readonly region?: Region },
  costYear: number,
): Person => ({
  name,
  email: emailOf(name),
  alias: [],
  manager,
  level,
  role: null,
  team: place.team ?? null,
  region: place.region ?? null,
  start: dayOf(2018, 3, 1),
  end: null,
  fte: 1,
  rampPlan: null,
  costYear,
  hoursWeek: 40,
})

const head = 'Helena Brandt'

const leaders: readonly Person[] = [
  leader(head, 'executive', null, {}, 195_000),
  leader('Lars Ekholm', 'director', head, { region: 'Nordics' }, 145_000),
  leader('Katrin Vogel', 'director', head, { region: 'Central' }, 145_000),
  ...teams.map((team) =>
    leader(
      teamManager[team],
      'manager',
      regionOf(team) === 'Nordics' ? 'Lars Ekholm' : 'Katrin Vogel',
      { team, region: regionOf(team) },
      106_000,
    ),
  ),
]

export const people: readonly Person[] = [...leaders, ...sellers]
