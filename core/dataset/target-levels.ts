import { nameKey, type Directory } from './people.ts'

/** Whose sales the owners of targets answer for. */
export interface TargetLevels {
  /** The people that a target of this owner is about. */
  covers(owner: string): ReadonlySet<string>
  isTeam(owner: string): boolean
  isRegion(owner: string): boolean
  /** Whether an owner is this team or region, or a person in it. */
  isIn(owner: string, team: string): boolean
}

type Members = Map<string, Set<string>>

const join = (members: Members, team: string, people: readonly string[]): void => {
  if (team === '') return
  const joined = members.get(nameKey(team)) ?? new Set<string>()
  for (const person of people) joined.add(person)
  members.set(nameKey(team), joined)
}

/** Targets for everybody are owned by `ALL`. */
export const isForAll = (owner: string): boolean => nameKey(owner) === 'all'

/** `otherTeams`: names of teams that People does not tell. */
export const readLevels = (people: Directory, otherTeams: Iterable<string>): TargetLevels => {
  const teams: Members = new Map()
  const regions: Members = new Map()
  for (const team of otherTeams) join(teams, team, [])
  for (const person of people.names) {
    join(teams, people.teamOf(person), [person])
    join(regions, people.regionOf(person), [person])
  }
  const membersOf = (owner: string): ReadonlySet<string> | undefined =>
    people.isKnown(owner) ? undefined : (teams.get(nameKey(owner)) ?? regions.get(nameKey(owner)))
  return {
    covers: (owner) => membersOf(owner) ?? people.below(people.resolve(owner)),
    isTeam: (owner) => !people.isKnown(owner) && teams.has(nameKey(owner)),
    isRegion: (owner) => !people.isKnown(owner) && regions.has(nameKey(owner)),
    isIn: (owner, team) => nameKey(owner) === nameKey(team) || membersOf(team)?.has(people.resolve(owner)) === true,
  }
}

const holds = (whole: ReadonlySet<string>, part: ReadonlySet<string>): boolean => {
  if (part.size === 0 || part.size > whole.size) return false
  for (const each of part) if (!whole.has(each)) return false
  return true
}

/**
 * The owners whose targets can be added up: none whose people include all the people of another one, so that the target
 * of a manager, a team or a region is never added to those of its people.
 */
export const lowestLevel = (owners: readonly string[], levels: TargetLevels): ReadonlySet<string> => {
  const covered = owners.map((owner) => levels.covers(owner))
  const isAbove = (i: number, j: number): boolean => {
    const [whole, part] = [covered[i], covered[j]]
    if (i === j || whole === undefined || part === undefined || !holds(whole, part)) return false
    return part.size < whole.size || j < i
  }
  return new Set(owners.filter((_, i) => !covered.some((_, j) => isAbove(i, j))))
}
