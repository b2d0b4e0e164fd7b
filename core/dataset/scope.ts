import { SpmError } from '../errors.ts'
import { rowsWhere, Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { headerKey } from './header.ts'
import { listedStages } from './listed-stages.ts'
import { nearest } from './nearest.ts'
import { nameKey } from './people.ts'
import { tableNames, type TableName } from './tables/index.ts'
import { isForAll } from './target-levels.ts'

type RowsOf = (name: TableName) => Uint32Array | null

const matching = (column: Texts, accept: (label: string) => boolean): Uint32Array => {
  const accepted = column.labels.map((label) => label !== '' && accept(label))
  return rowsWhere(column.length, (row) => accepted[column.code(row)] === true)
}

const textColumn = (data: Dataset, name: TableName, field: string): Texts | null => {
  const column = data.table(name)?.schema.fields[field] === undefined ? null : data.anyColumn(name, field)
  return column instanceof Texts ? column : null
}

const withOwner: readonly TableName[] = [
  'deals',
  'activities',
  'targets',
  'snapshots',
  'offers',
  'customers',
  'costs',
  'sales',
]

const ownedByPeople = withOwner.filter((name) => name !== 'targets')

/** Stage history and lines have no owner of their own: they follow their deals. */
const rowsOfDeals = (data: Dataset, name: TableName, deals: Uint32Array | null): Uint32Array | null => {
  const [ids, own] = [textColumn(data, 'deals', 'deal_id'), textColumn(data, name, 'deal_id')]
  if (deals === null || ids === null || own === null) return null
  const kept = new Uint8Array(ids.labels.length)
  for (const row of deals) kept[ids.code(row)] = 1
  return matching(own, (label) => kept[ids.find(label)] === 1)
}

const inBoth = (a: Uint32Array | null, b: Uint32Array | null): Uint32Array | null => {
  if (a === null || b === null) return a ?? b
  const kept = new Set(b)
  return a.filter((row) => kept.has(row))
}

const known = (data: Dataset, field: string, names: readonly TableName[] = withOwner): readonly string[] => {
  const labels = names.flatMap((name) => textColumn(data, name, field)?.labels ?? [])
  return [...new Set(labels)].filter((label) => label !== '')
}

const named = (labels: readonly string[], name: string): string | undefined =>
  labels.find((label) => nameKey(label) === nameKey(name))

const limitBy = (data: Dataset, rowsOf: RowsOf): RowsOf => {
  const cache = new Map<TableName, Uint32Array | null>()
  return (name) => {
    const found = cache.get(name)
    if (found !== undefined) return found
    const follows = name === 'history' || name === 'lines'
    const ofDeals = follows ? rowsOfDeals(data, name, rowsOf('deals')) : null
    const rows = name === 'history' ? ofDeals : inBoth(ofDeals, rowsOf(name))
    cache.set(name, rows)
    return rows
  }
}

const ownerScope = (data: Dataset, people: ReadonlySet<string>): RowsOf =>
  limitBy(data, (name) => {
    const owner = withOwner.includes(name) ? textColumn(data, name, 'owner') : null
    return owner === null ? null : matching(owner, (label) => people.has(label))
  })

/** Rows of the people of a team or region, by their owner; targets may be owned by the team itself. */
const ofMembers = (
  data: Dataset,
  name: TableName,
  field: 'team' | 'region',
  teams: ReadonlySet<string>,
): Uint32Array | null => {
  const owner = withOwner.includes(name) ? textColumn(data, name, 'owner') : null
  if (owner === null) return null
  const of = field === 'team' ? data.people.teamOf : data.people.regionOf
  const members = new Set(data.people.names.filter((person) => teams.has(nameKey(of(person)))))
  return matching(owner, (label) => members.has(label) || teams.has(nameKey(label)))
}

const teamScope = (data: Dataset, team: string, field: 'team' | 'region'): RowsOf => {
  const teams = new Set([nameKey(team)])
  return limitBy(data, (name) => {
    if (!withOwner.includes(name)) return null
    const column = name === 'targets' ? null : textColumn(data, name, field)
    return column === null
      ? ofMembers(data, name, field, teams)
      : matching(column, (label) => teams.has(nameKey(label)))
  })
}

/** Whether a scope limits by people, or by what they belong to, rather than by a property of the deals alone. */
export const isAboutPeople = (data: Dataset, scope: string): boolean =>
  !scope.includes('=') ||
  scope
    .split(';')
    .some((part) => ['owner', 'team', 'region'].includes(fieldNamed(data, 'deals', part.split('=')[0]?.trim() ?? '')))

interface Condition {
  readonly field: string
  readonly values: ReadonlySet<string>
}

const asTeam = (word: string): 'team' | 'region' | null => {
  const key = headerKey(word)
  return key === 'team' || key === 'region' ? key : null
}

/** `null` where the condition does not limit the table. A team or region that a table does not say is its owners'. */
const meeting = (data: Dataset, name: TableName, { field, values }: Condition): Uint32Array | null => {
  const own = fieldNamed(data, name, field)
  const team = data.people.known && data.table(name)?.has(own) !== true ? asTeam(field) : null
  if (team !== null) return ofMembers(data, name, team, values)
  const column = textColumn(data, name, own)
  return column === null ? null : matching(column, (label) => values.has(nameKey(label)))
}

/** Stages by their names of today: a former name stands for the stage that had it. */
const presentNames = (data: Dataset, names: readonly string[]): readonly string[] => {
  const listed = listedStages(data)
  return names.flatMap((name) => [
    name,
    ...(listed?.findAll(name) ?? []).flatMap((position) => listed?.stages[position]?.name ?? []),
  ])
}

/** What a word of a filter stands for: a person by any spelling, a stage by any of its names. */
const namesOf = (data: Dataset, field: string, word: string): readonly string[] => {
  const key = headerKey(field)
  if (key === 'stage') return presentNames(data, [word])
  return [key === 'owner' ? data.people.resolve(word) : word]
}

/** What a filter by a field can name: what any row has there, and whom or what People knows. */
const valuesOf = (data: Dataset, field: string): readonly string[] => {
  const { names, teamOf, regionOf } = data.people
  const key = headerKey(field)
  const team = asTeam(field)
  const ofPeople = key === 'owner' ? names : team === null ? [] : names.map(team === 'team' ? teamOf : regionOf)
  const labels = tableNames.flatMap((name) => textColumn(data, name, fieldNamed(data, name, field))?.labels ?? [])
  return [...new Set([...labels, ...ofPeople])].filter((label) => label !== '')
}

/** A value that no row has would answer 0 for a misspelling. */
const readCondition = (data: Dataset, scope: string, field: string, words: readonly string[]): Condition => {
  const all = valuesOf(data, field)
  const known = new Set(all.map(nameKey))
  const meant = words.map((word) => ({ word: word.trim(), names: namesOf(data, field, word.trim()).map(nameKey) }))
  const unknown = meant.find(({ names }) => !names.some((name) => known.has(name)))?.word
  if (unknown === undefined) return { field, values: new Set(meant.flatMap(({ names }) => names)) }
  const near = nearest(unknown, all)
  const advice =
    near === null
      ? ` There is: ${all.slice(0, 10).join(', ')}${all.length > 10 ? ', …' : ''}.`
      : ` Did you mean "${near}"?`
  throw new SpmError('argument', `Scope "${scope}": no row has "${unknown}" as ${field}.${advice}`)
}

/** `Region=Nordics;Product=Service`: every condition must hold, in each table that can tell. */
const filterScope = (data: Dataset, scope: string): RowsOf => {
  const conditions = scope.split(';').map((part) => {
    const [field = '', value = ''] = part.split('=').map((each) => each.trim())
    const isKnown = tableNames.some((name) => textColumn(data, name, fieldNamed(data, name, field)) !== null)
    if (!isKnown || value === '')
      throw new SpmError(
        'argument',
        `Scope "${scope}": "${part.trim()}" names no column. Write it as Region=Nordics;Product=Service.`,
      )
    return readCondition(data, scope, field, value.split('|'))
  })
  return limitBy(data, (name) =>
    conditions.map((condition) => meeting(data, name, condition)).reduce<Uint32Array | null>(inBoth, null),
  )
}

const fieldNamed = (data: Dataset, name: TableName, word: string): string =>
  Object.keys(data.table(name)?.schema.fields ?? {}).find((field) => headerKey(field) === headerKey(word)) ?? ''

/** Whose rows a person's are: their own, and those of everybody below; `null` where nobody has this name. */
const peopleOf = (data: Dataset, scope: string): ReadonlySet<string> | null => {
  const { people } = data
  if (people.isKnown(scope)) return people.below(people.resolve(scope))
  const owner = named(known(data, 'owner', ownedByPeople), scope)
  return owner === undefined ? null : new Set([owner])
}

const teamsIn = (data: Dataset, field: 'team' | 'region'): readonly string[] => {
  const { names, teamOf, regionOf } = data.people
  return [...known(data, field), ...names.map(field === 'team' ? teamOf : regionOf)].filter((name) => name !== '')
}

const unknownScope = (data: Dataset, scope: string): SpmError => {
  const all = [...known(data, 'owner'), ...data.people.names, ...teamsIn(data, 'team'), ...teamsIn(data, 'region')]
  const near = nearest(scope, all)
  const advice = near === null ? '' : ` Did you mean "${near}"?`
  return new SpmError(
    'argument',
    `Scope "${scope}" is no person, team or region in the data.${advice} A filter is written as Region=Nordics.`,
  )
}

/**
 * The rows of each table that belong to a scope; `null` for a table that a scope does not limit. A scope is a person
 * (with everybody below), a team, a region, or a filter text. Targets may be owned by a team, so an owner of targets
 * alone is looked for last.
 */
export const scopeRows = (data: Dataset, scope: string): RowsOf => {
  if (scope.includes('=')) return filterScope(data, scope)
  const people = peopleOf(data, scope)
  if (people !== null) return ownerScope(data, people)
  for (const field of ['team', 'region'] as const) {
    const team = named(teamsIn(data, field), scope)
    if (team !== undefined) return teamScope(data, team, field)
  }
  const owner = named(known(data, 'owner', ['targets']), scope)
  if (owner !== undefined && !isForAll(owner)) return ownerScope(data, new Set([owner]))
  throw unknownScope(data, scope)
}
