import { createSum } from '../math/sum.ts'
import type { Dataset } from './dataset.ts'
import { workdaysIn } from './fiscal-calendar.ts'
import { nameKey } from './people.ts'
import type { Period } from './period.ts'
import { isForAll, lowestLevel, type TargetLevels } from './target-levels.ts'
import { rowsThatCount, type GivesWay, type TargetColumns } from './target-rows.ts'

/** What targets can be split by. */
export const quotaFields = ['owner', 'team', 'region', 'product', 'segment', 'business_unit', 'type'] as const
export type QuotaField = (typeof quotaFields)[number]

/** One person, team, product …; `null` is everybody and everything in the scope. */
export type QuotaOf = { readonly field: QuotaField; readonly label: string } | null

/** The targets for one metric, and what their rows are judged by. */
export interface Book {
  readonly targets: TargetColumns
  readonly data: Dataset
  readonly metric: string
  /** Rows of the metric. */
  readonly rows: Uint32Array
  /** The names of the owners by code, for comparing. */
  readonly ownerKeys: readonly string[]
  readonly levels: TargetLevels
  /** A condition of the scope that the targets cannot meet. */
  readonly unmet: string | null
  readonly phasing: 'days' | 'workdays'
  readonly say: (text: string) => void
  readonly giveWay: GivesWay
}

/** The scope's own name, as owners of targets are called. */
const scopeKey = ({ scope, people }: Dataset): string => (scope === null ? '' : nameKey(people.resolve(scope)))

/** The rows of the owners that are accepted. */
const rowsOfOwners = (
  { targets, rows, ownerKeys }: Book,
  accept: (owner: string, key: string) => boolean,
): Uint32Array => {
  const accepted = targets.owner.labels.map((owner, code) => accept(owner, ownerKeys[code] ?? ''))
  return rows.filter((row) => accepted[targets.owner.code(row)] === true)
}

/** The rows that are looked at, and which owners stand for all of what is asked for. */
export const select = (book: Book, whose: QuotaOf) => {
  const { targets, data, rows, levels } = book
  const isWhole = (owner: string): boolean => isForAll(owner) || nameKey(owner) === scopeKey(data)
  if (whose === null) return { rows, isOwn: isWhole }
  const wanted = nameKey(whose.label)
  const isNamed = (owner: string): boolean => nameKey(owner) === wanted
  if (whose.field === 'owner') return { rows: rowsOfOwners(book, (_, key) => key === wanted), isOwn: isNamed }
  if (whose.field === 'team')
    return { rows: rowsOfOwners(book, (owner) => levels.isIn(owner, whose.label)), isOwn: isNamed }
  const part = targets[whose.field]
  const parts = part?.labels.map(isNamed) ?? []
  const isRegion = (owner: string): boolean => whose.field === 'region' && isNamed(owner)
  return {
    rows: rows.filter((row) => parts[part?.code(row) ?? 0] === true || isRegion(targets.owner.at(row))),
    isOwn: (owner: string) => isWhole(owner) || isRegion(owner),
  }
}

export const touches = ({ targets }: Book, row: number, period: Period): boolean =>
  targets.start.at(row) <= period.end && targets.end.at(row) >= period.start

/** The part of a target that falls into a period, shared out evenly over its days; all of it where it lies within. */
const valueIn = ({ targets, phasing, data }: Book, row: number, period: Period): number => {
  const [value, start, end] = [targets.value.at(row), targets.start.at(row), targets.end.at(row)]
  const [from, to] = [Math.max(start, period.start), Math.min(end, period.end)]
  if (to < from) return 0
  const working = phasing === 'workdays' ? workdaysIn(start, end, data.calendar) : 0
  return working > 0
    ? (value * workdaysIn(from, to, data.calendar)) / working
    : (value * (to - from + 1)) / (end - start + 1)
}

export const sumOf = (book: Book, rows: readonly number[], period: Period): number => {
  const sum = createSum()
  for (const row of rows) sum.add(valueIn(book, row, period))
  return rows.length === 0 ? NaN : sum.total
}

export const distinct = (rows: readonly number[], labelOf: (row: number) => string): readonly string[] =>
  [...new Set(rows.map(labelOf))].filter((label) => label !== '')

const sayAdded = ({ data, metric, say }: Book, owners: number): void => {
  const { people } = data
  if (owners < 2 || people.names.some((name) => people.managerOf(name) !== '')) return
  const reason = people.known ? 'People names no managers' : 'there is no People table'
  say(
    `The ${metric} targets of ${owners} owners were added up. Since ${reason}, a manager's target that contains those of the team would count twice; name managers in People, or add a target for ALL.`,
  )
}

/** Rows whose targets add up to the whole: the whole's own, else those of the lowest level. */
export const rowsToAdd = (
  book: Book,
  counted: readonly number[],
  isOwn: (owner: string) => boolean,
): readonly number[] => {
  const { owner } = book.targets
  const own = counted.filter((row) => isOwn(owner.at(row)))
  if (own.length > 0) return own
  const owners = distinct(counted, (row) => owner.at(row)).filter((label) => !isForAll(label))
  const lowest = lowestLevel(owners, book.levels)
  sayAdded(book, lowest.size)
  return counted.filter((row) => lowest.has(owner.at(row)))
}

export const countedIn = ({ targets, data, giveWay }: Book, rows: Uint32Array, period: Period): readonly number[] =>
  rowsThatCount(targets, rows, period, data.settings.target_version, giveWay).filter(
    (row) => !targets.value.isBlank(row),
  )

/** Whether a person's target is about people with targets of their own. */
export const isAbove = (book: Book, person: string, period: Period): boolean => {
  const covered = book.levels.covers(person)
  if (covered.size < 2) return false
  const others = rowsOfOwners(book, (owner, key) => covered.has(owner) && key !== nameKey(person))
  return countedIn(book, others, period).length > 0
}
