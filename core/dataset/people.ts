import { SpmError } from '../errors.ts'
import type { Numbers, Texts } from './columns.ts'

/** A spelling without case, accents and extra spaces. */
export const nameKey = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()

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

const spellings = (columns: PeopleColumns, row: number): string[] => [
  columns.person.at(row),
  columns.email?.at(row) ?? '',
  ...(columns.alias?.at(row) ?? '').split(';'),
]

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

export const readDirectory = (columns: PeopleColumns | null): Directory => {
  const canonical = new Map<string, string>()
  const rowOf = new Map<string, number>()
  const names: string[] = []
  for (let row = 0; row < (columns?.person.length ?? 0) && columns !== null; row++) {
    const name = columns.person.at(row)
    if (name === '' || rowOf.has(name)) continue
    names.push(name)
    rowOf.set(name, row)
    for (const spelling of spellings(columns, row))
      if (spelling.trim() !== '' && !canonical.has(nameKey(spelling))) canonical.set(nameKey(spelling), name)
  }
  const resolve = (name: string): string => canonical.get(nameKey(name)) ?? name
  const managers = new Map(names.map((name) => [name, resolve(columns?.manager?.at(rowOf.get(name) ?? 0) ?? '')]))
  refuseLoops(managers)
  const reports = new Map<string, string[]>()
  for (const [name, manager] of managers)
    if (manager !== '') reports.set(manager, [...(reports.get(manager) ?? []), name])
  const textOf =
    (column: Texts | null | undefined) =>
    (name: string): string => {
      const row = rowOf.get(name)
      return row === undefined ? '' : (column?.at(row) ?? '')
    }
  const below = (name: string): ReadonlySet<string> => {
    const all = new Set([name])
    for (const each of all) for (const report of reports.get(each) ?? []) all.add(report)
    return all
  }
  return {
    known: columns !== null,
    names,
    resolve,
    isKnown: (name) => canonical.has(nameKey(name)),
    teamOf: textOf(columns?.team),
    regionOf: textOf(columns?.region),
    managerOf: (name) => managers.get(name) ?? '',
    levelOf: textOf(columns?.level),
    startOf: (name) => columns?.start?.at(rowOf.get(name) ?? -1) ?? NaN,
    below,
    hasReports: (name) => reports.has(name),
  }
}
