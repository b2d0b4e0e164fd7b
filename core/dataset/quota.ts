import { workdays } from '../cells/day.ts'
import { createSum } from '../math/sum.ts'
import type { Dataset } from './dataset.ts'
import { headerKey } from './header.ts'
import { nameKey } from './people.ts'
import type { Period } from './period.ts'
import { isForAll, lowestLevel, readLevels, type TargetLevels } from './target-levels.ts'
import { rowsOfMetric, rowsThatCount, type TargetColumns, type TargetDim } from './target-rows.ts'
import { tables } from './tables/index.ts'

/** A target, or why there is none. */
export interface Quoted {
  /** In the unit of the metric; NaN where there is none, 0 where there is deliberately none. */
  readonly value: number
  /** One sentence where there is none, else empty. */
  readonly why: string
}

/** What targets can be split by. */
export const quotaFields = ['owner', 'team', 'region', 'product', 'segment', 'business_unit', 'type'] as const
export type QuotaField = (typeof quotaFields)[number]

/** One person, team, product …; `null` is everybody and everything in the scope. */
export type QuotaOf = { readonly field: QuotaField; readonly label: string } | null

/** The targets for one metric. */
export interface Quota {
  /** The target for a period; of a target that lasts longer or begins earlier, the part that falls into the period. */
  of(whose: QuotaOf, period: Period): Quoted
  /** Who or what has a target in the period. */
  labels(field: QuotaField, period: Period): readonly string[]
  /** From the first day of the first target to the last day of the last; `null` without any. */
  readonly span: Period | null
  /** How many days of the period have a target of anybody. */
  daysCovered(period: Period): number
}

export interface QuotaOptions {
  /** As in the column `metric` of Targets. */
  readonly metric?: string
  /** How a target that lasts longer than the period is shared out over its days. */
  readonly phasing?: 'days' | 'workdays'
  readonly note: (text: string) => void
}

/** Which rows are looked at, and whose of them are for the whole that is asked for. */
interface Selection {
  readonly rows: Uint32Array
  readonly isOwn: (owner: string) => boolean
}

const select = (targets: TargetColumns, rows: Uint32Array, levels: TargetLevels, whose: QuotaOf, data: Dataset): Selection => {
  const { owner } = targets
  const isScope = (label: string): boolean =>
    data.scope !== null && nameKey(label) === nameKey(data.people.resolve(data.scope))
  if (whose === null) return { rows, isOwn: (label) => isForAll(label) || isScope(label) }
  const { field, label } = whose
  const isNamed = (other: string): boolean => nameKey(other) === nameKey(label)
  switch (field) {
    case 'owner':
      return { rows: rows.filter((row) => isNamed(owner.at(row))), isOwn: isNamed }
    case 'team':
      return { rows: rows.filter((row) => levels.isIn(owner.at(row), label)), isOwn: isNamed }
    default: {
      const part = targets[field satisfies TargetDim]
      const isPart = (row: number): boolean => part !== null && isNamed(part.at(row))
      const isRegion = (row: number): boolean => field === 'region' && isNamed(owner.at(row))
      const isOwn = (other: string): boolean => isForAll(other) || isScope(other) || (field === 'region' && isNamed(other))
      return { rows: rows.filter((row) => isPart(row) || isRegion(row)), isOwn }
    }
  }
}

/** Conditions of the scope that Targets cannot meet, since it has no such column. */
const unmet = (data: Dataset): string | null => {
  const fields = Object.keys(tables.targets.fields)
  for (const part of data.scope?.includes('=') === true ? data.scope.split(';') : []) {
    const [word = ''] = part.split('=')
    const field = fields.find((each) => headerKey(each) === headerKey(word))
    if (field === undefined || data.anyColumn('targets', field) === null) return word.trim()
  }
  return null
}

const noteBlanks = (data: Dataset, targets: TargetColumns, rows: Uint32Array): void => {
  const blank = rows.filter((row) => targets.value.isBlank(row))
  const table = data.table('targets')
  const [first] = blank
  if (first === undefined || table === null) return
  const row = data.sheetRow('targets', first)
  const column = table.header('value')
  const more = blank.length > 1 ? ` (and ${blank.length - 1} more)` : ''
  const text = `"${table.name}", row ${row}, column "${column}": the target is blank${more} and counts as missing. Write 0 where there is deliberately none.`
  data.note({ level: 'warn', code: 'target-blank', table: table.name, column, row, count: blank.length, text })
}

const nameOf = (whose: QuotaOf, data: Dataset): string =>
  whose !== null ? whose.label : (data.scope ?? 'everybody')

const spanOf = ({ start, end }: TargetColumns, rows: Uint32Array): Period | null => {
  let [first, last] = [Infinity, -Infinity]
  for (const row of rows) {
    first = Math.min(first, start.at(row))
    last = Math.max(last, end.at(row))
  }
  return first <= last ? { start: first, end: last, label: 'the time that has targets' } : null
}

/** Opens the targets for one metric (`sales` where none is named). */
export const readQuota = (targets: TargetColumns, data: Dataset, options: QuotaOptions): Quota => {
  const { metric = 'sales', phasing = 'days', note } = options
  const rows = rowsOfMetric(targets, metric, data)
  const teams = data.people.known ? [] : (data.whole.column('deals', 'team')?.labels ?? [])
  const levels = readLevels(data.people, teams)
  const unlimited = unmet(data)
  const said = new Set<string>()
  noteBlanks(data, targets, rows)

  const say = (text: string): void => {
    if (!said.has(text)) note(text)
    said.add(text)
  }
  const days = (start: number, end: number): number => {
    const count = phasing === 'days' ? 0 : workdays(start, end)
    return count === 0 ? Math.max(0, end - start + 1) : count
  }
  return { of, labels, span, daysCovered }
}
