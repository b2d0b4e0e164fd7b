import { isoDay } from '../cells/day.ts'
import type { Dataset } from './dataset.ts'
import { more } from './findings.ts'
import { headerKey } from './header.ts'
import { nameKey } from './people.ts'
import type { Period } from './period.ts'
import {
  countedIn,
  distinct,
  isAbove,
  rowsToAdd,
  select,
  sumOf,
  touches,
  type Book,
  type QuotaField,
  type QuotaOf,
} from './quota-rows.ts'
import { tables } from './tables/index.ts'
import { inBaseCurrency } from './target-money.ts'
import { isForAll, readLevels } from './target-levels.ts'
import { noteGivenWay, rowsOfMetric, type TargetColumns } from './target-rows.ts'

/** A target, or why there is none. */
export interface Quoted {
  /** In the unit of the metric; NaN where there is none, 0 where there is deliberately none. */
  readonly value: number
  /** One sentence where there is none, else empty. */
  readonly why: string
}

/** The targets for one metric. */
export interface Quota {
  /** The target for a period; of a target that lasts longer or begins earlier, the part that falls into the period. */
  of(whose: QuotaOf, period: Period): Quoted
  /** Who or what has a target in the period. */
  labels(field: QuotaField, period: Period): readonly string[]
  /** From the first day of the first target to the last day of the last; `null` without any. */
  readonly span: Period | null
  /** How many days of the period have a target: for the whole, or for anybody where the whole is split. */
  daysCovered(period: Period, split: boolean): number
}

export interface QuotaOptions {
  /** As in the column `metric` of Targets. */
  readonly metric?: string
  /** How a target that lasts longer than the period is shared out over its days. */
  readonly phasing?: 'days' | 'workdays'
  readonly note: (text: string) => void
}

/** Conditions of the scope that Targets cannot meet, since it has no such column. */
const unmetCondition = (data: Dataset): string | null => {
  const fields = Object.keys(tables.targets.fields)
  for (const part of data.scope?.includes('=') === true ? data.scope.split(';') : []) {
    const [word = ''] = part.split('=')
    const field = fields.find((each) => headerKey(each) === headerKey(word))
    if (field === undefined || data.anyColumn('targets', field) === null) return word.trim()
  }
  return null
}

const noteBlanks = ({ data, targets, rows }: Book): void => {
  const blank = rows.filter((row) => targets.value.isBlank(row))
  const table = data.table('targets')
  const [first] = blank
  if (first === undefined || table === null) return
  const row = data.sheetRow('targets', first)
  const column = table.header('value')
  const text = `"${table.name}", row ${row}, column "${column}": the target is blank${more(blank.length)} and counts as missing. Write 0 where there is deliberately none.`
  data.note({ level: 'warn', code: 'target-blank', table: table.name, column, row, count: blank.length, text })
}

const missing = (book: Book, whose: QuotaOf, rows: Uint32Array, period: Period): string => {
  const { targets, data, metric } = book
  if (book.rows.length === 0) {
    const others = targets.metric?.labels.filter(Boolean).join(', ') ?? ''
    return `Targets have none for ${metric}${data.scope === null ? '' : ` in ${data.scope}`}${others === '' ? '' : `; they are for: ${others}`}.`
  }
  const name = whose === null ? (data.scope ?? 'everybody') : whose.label
  return rows.some((row) => touches(book, row, period))
    ? `The ${metric} target of ${name} for ${period.label} is blank. Write 0 where there is deliberately none.`
    : `Targets have none for ${metric} of ${name} in ${period.label}. Add a row for it.`
}

const quoted = (book: Book, whose: QuotaOf, period: Period): Quoted => {
  if (book.unmet !== null) {
    const why = `Targets have no column for ${book.unmet}, so the scope "${book.data.scope ?? ''}" cannot limit them.`
    return { value: NaN, why }
  }
  const { rows, isOwn } = select(book, whose)
  const counted = countedIn(book, rows, period)
  if (whose?.field === 'owner' && counted.length > 0 && isAbove(book, whose.label, period)) {
    const why = `The target of ${whose.label} is about people who have targets of their own; ask for scope=${whose.label}.`
    return { value: NaN, why }
  }
  const value = sumOf(book, rowsToAdd(book, counted, isOwn), period)
  return { value, why: Number.isNaN(value) ? missing(book, whose, rows, period) : '' }
}

const labelsOf = (book: Book, field: QuotaField, period: Period): readonly string[] => {
  const { targets, data, levels } = book
  const counted = countedIn(book, book.rows, period)
  const owners = distinct(counted, (row) => targets.owner.at(row)).filter((owner) => !isForAll(owner))
  const people = owners.filter((owner) => !levels.isTeam(owner) && !levels.isRegion(owner))
  if (field === 'owner') return people.filter((person) => !isAbove(book, person, period))
  if (field === 'team') {
    const teams = [...owners.filter(levels.isTeam), ...people.map((person) => data.people.teamOf(person))]
    return [...new Set(teams)].filter((team) => team !== '')
  }
  return distinct(counted, (row) => targets[field]?.at(row) ?? '')
}

const spanOf = ({ targets, rows }: Book): Period | null => {
  let [start, end] = [Infinity, -Infinity]
  for (const row of rows) {
    start = Math.min(start, targets.start.at(row))
    end = Math.max(end, targets.end.at(row))
  }
  return start <= end ? { start, end, label: `${isoDay(start)} to ${isoDay(end)}` } : null
}

const daysCovered = (book: Book, period: Period, split: boolean): number => {
  const days = new Uint8Array(period.end - period.start + 1)
  const counted = countedIn(book, book.rows, period)
  for (const row of split ? counted : rowsToAdd(book, counted, select(book, null).isOwn)) {
    const [start, end] = [book.targets.start.at(row), book.targets.end.at(row)]
    days.fill(1, Math.max(0, start - period.start), Math.min(days.length, end - period.start + 1))
  }
  return days.reduce((total, day) => total + day, 0)
}

/** Says each thing once. */
const once = (note: (text: string) => void): ((text: string) => void) => {
  const said = new Set<string>()
  return (text) => {
    if (!said.has(text)) note(text)
    said.add(text)
  }
}

/**
 * Opens the targets for one metric. Levels are never added up: the whole is the target for ALL, or of the scope itself,
 * else the sum over those who have nobody with a target below them.
 */
export const readQuota = (targets: TargetColumns, data: Dataset, options: QuotaOptions): Quota => {
  const { metric = 'sales', phasing = 'days', note } = options
  const teamsKnown = data.people.names.some((name) => data.people.teamOf(name) !== '')
  const otherTeams = teamsKnown ? [] : (data.whole.column('deals', 'team')?.labels ?? [])
  const rows = rowsOfMetric(targets, metric, data)
  const book: Book = {
    targets: inBaseCurrency(targets, rows, metric, data),
    data,
    metric,
    rows,
    ownerKeys: targets.owner.labels.map(nameKey),
    levels: readLevels(data.people, otherTeams),
    unmet: unmetCondition(data),
    phasing,
    say: once(note),
    giveWay: noteGivenWay(data),
  }
  noteBlanks(book)
  return {
    of: (whose, period) => quoted(book, whose, period),
    labels: (field, period) => labelsOf(book, field, period),
    span: spanOf(book),
    daysCovered: (period, split) => daysCovered(book, period, split),
  }
}
