import type { Day } from '../cells/day.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { fieldLabel } from '../dataset/header.ts'
import { periodFrom, type Grain, type Period } from '../dataset/period.ts'
import { tables, type TableName } from '../dataset/tables/index.ts'
import { SpmError, type ErrorCode, type Missing } from '../errors.ts'
import type { Metric } from '../metrics/define.ts'
import { isFilled } from '../metrics/is-filled.ts'
import type { Args } from '../metrics/read-args.ts'
import { answer, type Failure, type Result } from '../metrics/run.ts'
import type { Value } from '../metrics/value.ts'

/** Something that would let more of the pack be answered, and the parts that wait for it. */
export interface Unlock {
  readonly what: string
  readonly parts: readonly string[]
}

/** Asks metrics for one pack, and keeps book of what could not be answered and why. */
export interface PackContext {
  readonly data: Dataset
  readonly asOf: Day
  /** What money is in: `EUR`, or `EUR, annual`; empty where it is not known. */
  readonly currency: string
  /** The quarter, month or week that is running (0), or that many after or before it. */
  quarter(steps: number): Period
  month(steps: number): Period
  week(steps: number): Period
  /**
   * The rows of an answer; `null`, and a line in the book, where there is none. `part` is what the reader misses. Data
   * that cannot be read, or that contradicts itself, is an error: no pack is written on it.
   */
  ask(metric: Metric, part: string, args?: Args): Result | null
  /** The one cell of an answer. */
  figure(metric: Metric, part: string, args?: Args): Value
  /** Whether a column is absent or blank from top to bottom; if so, the book has the part that waits for it. */
  lacks(table: TableName, field: string, part: string): boolean
  /** Failures other than missing data, such as an option that this data does not allow. */
  readonly failures: readonly Failure[]
  /** What would help most comes first. */
  unlocks(): readonly Unlock[]
}

const stopping: ReadonlySet<ErrorCode> = new Set(['unreadable', 'conflict'])

const whatWouldHelp = ({ table, field }: Missing): string => {
  const schema = tables[table as TableName]
  if (field === null) return `a table ${schema.title} (${schema.about.replace(/\.$/, '').toLowerCase()})`
  return `a column ${fieldLabel(field)} in ${schema.title}`
}

/** What is missing, and who waits for it. */
const startBook = () => {
  const book = new Map<string, Set<string>>()
  return {
    add: (missing: Missing, part: string): void => {
      const what = whatWouldHelp(missing)
      book.set(what, (book.get(what) ?? new Set()).add(part))
    },
    unlocks: (): readonly Unlock[] =>
      [...book]
        .map(([what, parts]) => ({ what, parts: [...parts] }))
        .sort((a, b) => b.parts.length - a.parts.length || (a.what < b.what ? -1 : 1)),
  }
}

/** Within a scope, rows that are all blank are taken as they are. */
const isAbsent = (data: Dataset, table: TableName, field: string): boolean => {
  const column = data.anyColumn(table, field)
  return column === null || (data.scope === null && data.rows(table) > 0 && !isFilled(column))
}

export const startPack = (data: Dataset, currency: string): PackContext => {
  const book = startBook()
  const failures: Failure[] = []
  const around =
    (grain: Grain) =>
    (steps: number): Period =>
      periodFrom(data.asOf, steps, grain, data.calendar)
  const ask = (metric: Metric, part: string, args: Args = {}): Result | null => {
    const result = answer(metric, data, args)
    if (result.ok) return result
    if (stopping.has(result.code)) throw new SpmError(result.code, result.reason, result.missing)
    if (result.missing === null) failures.push(result)
    else book.add(result.missing, part)
    return null
  }
  return {
    data,
    asOf: data.asOf,
    currency,
    quarter: around('quarter'),
    month: around('month'),
    week: around('week'),
    ask,
    figure: (metric, part, args) => {
      const result = ask(metric, part, args)
      const [row] = result?.rows ?? []
      return result?.scalar == null || row === undefined ? null : (row[result.scalar] ?? null)
    },
    lacks: (table, field, part) => {
      if (!isAbsent(data, table, field)) return false
      book.add({ table, field: data.table(table) === null ? null : field }, part)
      return true
    },
    failures,
    unlocks: book.unlocks,
  }
}
