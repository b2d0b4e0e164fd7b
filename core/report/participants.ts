import type { Dataset } from '../dataset/dataset.ts'
import { listWords } from './list-words.ts'

const mostNames = 10

/** Everybody who owns an open deal, by name. */
const openOwners = (data: Dataset): readonly string[] => {
  const [owner, status] = [data.column('deals', 'owner'), data.column('deals', 'status')]
  const names = new Set<string>()
  if (owner === null || status === null) return []
  for (let row = 0; row < owner.length; row++) if (status.isOpen(row)) names.add(owner.at(row))
  names.delete('')
  return [...names].sort()
}

/** The lowest manager of all these people, who may be one of them. */
const lowestLeader = ({ people }: Dataset, members: readonly string[]): string | null => {
  const leaders = people.names
    .filter((name) => people.hasReports(name))
    .map((name) => ({ name, below: people.below(name) }))
    .filter(({ below }) => members.every((member) => below.has(member)))
    .sort((a, b) => a.below.size - b.below.size || (a.name < b.name ? -1 : 1))
  return leaders[0]?.name ?? null
}

/** Who leads the meeting, as far as People tells: a manager leads the own team, a seller is led by the manager. */
const leaderOf = (data: Dataset, owners: readonly string[]): string | null => {
  const { people, scope } = data
  if (scope !== null && people.isKnown(scope)) {
    const person = people.resolve(scope)
    const leader = people.hasReports(person) ? person : people.managerOf(person)
    return leader === '' ? null : leader
  }
  const members = owners.filter((owner) => people.isKnown(owner))
  return members.length === 0 ? null : lowestLeader(data, members)
}

/** `Number owners: Anna and Ben   ·   Leader: Mia`; empty where nothing tells. */
export const participants = (data: Dataset): string => {
  const owners = openOwners(data)
  const leader = leaderOf(data, owners)
  const led = owners.filter((owner) => owner !== leader)
  const shown = led.length > 0 ? led : owners
  return [
    shown.length === 0 ? '' : `Number ${shown.length === 1 ? 'owner' : 'owners'}: ${listWords(shown, mostNames)}`,
    leader === null || (shown.length === 1 && shown[0] === leader) ? '' : `Leader: ${leader}`,
  ]
    .filter((part) => part !== '')
    .join('   ·   ')
}
