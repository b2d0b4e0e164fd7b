import { distance } from 'fastest-levenshtein'
import { SpmError } from '../errors.ts'
import { rowsWhere, Texts } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { headerKey } from './header.ts'
import { nameKey } from './people.ts'
import { tableNames, type TableName } from './tables/index.ts'

type RowsOf = (name: TableName) => Uint32Array | null

const matching = (column: Texts, accept: (label: string) => boolean): Uint32Array => {
  const accepted = column.labels.map((label) => label !== '' && accept(label))
  return rowsWhere(column.length, (row) => accepted[column.code(row)] === true)
}

const textColumn = (data: Dataset, name: TableName, field: string): Texts | null => {
  const column = data.table(name)?.schema.fields[field] === undefined ? null : data.anyColumn(name, field)
  return column instanceof Texts ? column : null
}

const withOwner: readonly TableName[] = ['deals', 'activities', 'targets', 'snapshots', 'offers']

/** Stage history has no owner: it follows its deals. */
const historyRows = (data: Dataset, deals: Uint32Array | null): Uint32Array | null => {
  const [ids, history] = [textColumn(data, 'deals', 'deal_id'), textColumn(data, 'history', 'deal_id')]
  if (deals === null || ids === null || history === null) return null
  const kept = new Set(Array.from(deals, (row) => ids.at(row)))
  return matching(history, (label) => kept.has(label))
}

const known = (data: Dataset, field: string): Set<string> =>
  new Set(
    withOwner.flatMap((name) => [...(textColumn(data, name, field)?.labels ?? [])]).filter((label) => label !== ''),
  )

const limitBy = (data: Dataset, rowsOf: RowsOf): RowsOf => {
  const cache = new Map<TableName, Uint32Array | null>()
  return (name) => {
    const found = cache.get(name)
    if (found !== undefined) return found
    const rows = name === 'history' ? historyRows(data, rowsOf('deals')) : rowsOf(name)
    cache.set(name, rows)
    return rows
  }
}

const ownerScope = (data: Dataset, people: ReadonlySet<string>, targetOwners: ReadonlySet<string>): RowsOf =>
  limitBy(data, (name) => {
    const owner = withOwner.includes(name) ? textColumn(data, name, 'owner') : null
    const accepted = name === 'targets' ? targetOwners : people
    return owner === null ? null : matching(owner, (label) => accepted.has(label))
  })

const teamScope = (data: Dataset, team: string, field: 'team' | 'region'): RowsOf => {
  const of = field === 'team' ? data.people.teamOf : data.people.regionOf
  const members = new Set(data.people.names.filter((person) => nameKey(of(person)) === nameKey(team)))
  return limitBy(data, (name) => {
    if (!withOwner.includes(name)) return null
    const column = name === 'targets' ? null : textColumn(data, name, field)
    if (column !== null) return matching(column, (label) => nameKey(label) === nameKey(team))
    const owner = textColumn(data, name, 'owner')
    return owner === null ? null : matching(owner, (label) => members.has(label) || nameKey(label) === nameKey(team))
  })
}

/** `Region=Nordics;Product=Service`: every condition must hold, in each table that has the column. */
const filterScope = (data: Dataset, scope: string): RowsOf => {
  const conditions = scope.split(';').map((part) => {
    const [field = '', value = ''] = part.split('=').map((each) => each.trim())
    const found = tableNames.some(
      (name) => data.table(name)?.schema.fields[fieldNamed(data, name, field)] !== undefined,
    )
    if (!found || value === '')
      throw new SpmError(
        'argument',
        `Scope "${scope}": "${part.trim()}" names no column. Write it as Region=Nordics;Product=Service.`,
      )
    return { field, values: value.split('|').map(nameKey) }
  })
  return limitBy(data, (name) => {
    let rows: Uint32Array | null = null
    for (const { field, values } of conditions) {
      const column = textColumn(data, name, fieldNamed(data, name, field))
      if (column === null) continue
      const accepted = column.labels.map((label) => values.includes(nameKey(label)))
      const before: Uint32Array = rows ?? Uint32Array.from({ length: column.length }, (_, row) => row)
      rows = before.filter((row) => accepted[column.code(row)] === true)
    }
    return rows
  })
}

const fieldNamed = (data: Dataset, name: TableName, word: string): string =>
  Object.keys(data.table(name)?.schema.fields ?? {}).find((field) => headerKey(field) === headerKey(word)) ?? ''

const nearest = (word: string, names: readonly string[]): string => {
  const [best] = names
    .map((name) => [distance(nameKey(word), nameKey(name)), name] as const)
    .sort((a, b) => a[0] - b[0])
  return best === undefined || best[0] > 4 ? '' : ` Did you mean "${best[1]}"?`
}

/**
 * The rows of each table that belong to a scope; `null` for a table that a scope does not limit. A scope is a person
 * (with everybody below), a team, a region, or a filter text.
 */
export const scopeRows = (data: Dataset, scope: string): RowsOf => {
  if (scope.includes('=')) return filterScope(data, scope)
  const owners = known(data, 'owner')
  const person = data.people.resolve(scope)
  const owner = [...owners].find((each) => nameKey(each) === nameKey(person))
  if (data.people.isKnown(scope) || owner !== undefined) {
    const people = data.people.isKnown(scope) ? data.people.below(person) : new Set([owner ?? person])
    return ownerScope(data, people, people)
  }
  for (const field of ['team', 'region'] as const) {
    const names = [
      ...known(data, field),
      ...data.people.names.map(field === 'team' ? data.people.teamOf : data.people.regionOf),
    ]
    const found = names.find((name) => nameKey(name) === nameKey(scope))
    if (found !== undefined) return teamScope(data, found, field)
  }
  const all = [...owners, ...data.people.names, ...known(data, 'team'), ...known(data, 'region')]
  throw new SpmError(
    'argument',
    `Scope "${scope}" is no person, team or region in the data.${nearest(scope, all)} A filter is written as Region=Nordics.`,
  )
}
