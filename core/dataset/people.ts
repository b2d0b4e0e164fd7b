import { SpmError } from '../errors.ts'
import type { Numbers, Texts } from './columns.ts'
import { idKey, isUserId } from './record-ids.ts'

/** A spelling without case, accents and extra spaces. */
export const nameKey = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()

/** What the spellings of one person share; an ID counts letter by letter. */
const spellingKey = (text: string): string => (isUserId(text.trim()) ? idKey(text.trim()) : nameKey(text))

/** Who is who, who leads whom, and who belongs where. */
export interface Directory {
  readonly known: boolean
  readonly names: readonly string[]
  /** The one name of a person, whatever the spelling; unknown spellings stay as they are. */
  resolve(name: string): string
  isKnown(name: string): boolean
  teamOf(name: string): string
  regionOf(name: string): string
  managerOf(name: string): string
  levelOf(name: string): string
  startOf(name: string): number
  /** A person and everybody below. */
  below(name: string): ReadonlySet<string>
  hasReports(name: string): boolean
}

export interface PeopleColumns {
  readonly person: Texts
  readonly email: Texts | null
  readonly alias: Texts | null
  readonly manager: Texts | null
  readonly team: Texts | null
  readonly region: Texts | null
  readonly level: Texts | null
  readonly start: Numbers | null
}

interface Names {
  readonly names: readonly string[]
  /** The first row of each name. */
  readonly rowOf: ReadonlyMap<string, number>
  /** The name that each spelling stands for; where two people share one, the first has it. */
  readonly bySpelling: ReadonlyMap<string, string>
}

const spellings = ({ person, email, alias }: PeopleColumns, row: number): readonly string[] =>
  [person.at(row), email?.at(row) ?? '', ...(alias?.at(row) ?? '').split(';')].map(spellingKey).filter(Boolean)

const readNames = (columns: PeopleColumns): Names => {
  const rowOf = new Map<string, number>()
  const bySpelling = new Map<string, string>()
  for (let row = 0; row < columns.person.length; row++) {
    const name = columns.person.at(row)
    if (name === '' || rowOf.has(name)) continue
    rowOf.set(name, row)
    for (const spelling of spellings(columns, row)) if (!bySpelling.has(spelling)) bySpelling.set(spelling, name)
  }
  return { names: [...rowOf.keys()], rowOf, bySpelling }
}

/** Follows the managers up from every person; a loop is an error that names it. */
const refuseLoops = (managers: ReadonlyMap<string, string>): void => {
  for (const start of managers.keys()) {
    const path = [start]
    for (let next = managers.get(start); next !== undefined && next !== ''; next = managers.get(next)) {
      if (next === start)
        throw new SpmError(
          'conflict',
          `People: ${[...path, start].join(' → ')} is a loop of managers. Correct the manager of one of them.`,
        )
      if (path.includes(next)) break
      path.push(next)
    }
  }
}

const reportsOf = (managers: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> => {
  const reports = new Map<string, string[]>()
  for (const [name, manager] of managers) {
    if (manager === '') continue
    const team = reports.get(manager)
    if (team === undefined) reports.set(manager, [name])
    else team.push(name)
  }
  return reports
}

const nobody: Directory = {
  known: false,
  names: [],
  resolve: (name) => name,
  isKnown: () => false,
  teamOf: () => '',
  regionOf: () => '',
  managerOf: () => '',
  levelOf: () => '',
  startOf: () => NaN,
  below: (name) => new Set([name]),
  hasReports: () => false,
}

/**
 * Reads People; without the table nobody is known, and every name stands for itself.
 *
 * @throws SpmError `conflict` for a loop of managers
 */
export const readDirectory = (columns: PeopleColumns | null): Directory => {
  if (columns === null) return nobody
  const { names, rowOf, bySpelling } = readNames(columns)
  const resolve = (name: string): string => bySpelling.get(spellingKey(name)) ?? name
  const textOf =
    (column: Texts | null) =>
    (name: string): string => {
      const row = rowOf.get(name)
      return row === undefined ? '' : (column?.at(row) ?? '')
    }
  const managerOf = textOf(columns.manager)
  const managers = new Map(names.map((name) => [name, resolve(managerOf(name))]))
  refuseLoops(managers)
  const reports = reportsOf(managers)
  return {
    known: true,
    names,
    resolve,
    isKnown: (name) => bySpelling.has(spellingKey(name)),
    teamOf: textOf(columns.team),
    regionOf: textOf(columns.region),
    managerOf: (name) => managers.get(name) ?? '',
    levelOf: textOf(columns.level),
    startOf: (name) => columns.start?.at(rowOf.get(name) ?? -1) ?? NaN,
    below: (name) => {
      const all = new Set([name])
      for (const each of all) for (const report of reports.get(each) ?? []) all.add(report)
      return all
    },
    hasReports: (name) => reports.has(name),
  }
}
