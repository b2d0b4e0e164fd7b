import type { Day } from '../cells/day.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { fieldLabel } from '../dataset/header.ts'
import { periodAround, periodFrom, type Period } from '../dataset/period.ts'
import { tables, type TableName } from '../dataset/tables/index.ts'
import type { Metric } from '../metrics/define.ts'
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
  readonly currency: string
  /** The quarter that is running, and the ones after it. */
  quarter(steps: number): Period
  month(steps: number): Period
  /** The rows of an answer; `null`, and a line in the book, where there is none. `part` is what the reader misses. */
  ask(metric: Metric, part: string, args?: Args): Result | null
  /** The one cell of an answer. */
  figure(metric: Metric, part: string, args?: Args): Value
  /** Failures other than missing data: wrong data that a person must settle. */
  readonly failures: readonly Failure[]
  unlocks(): readonly Unlock[]
}

const whatWouldHelp = ({ table, field }: { readonly table: string; readonly field: string | null }): string => {
  const schema = tables[table as TableName]
  if (field === null) return `a table ${schema.title} (${schema.about.replace(/\.$/, '').toLowerCase()})`
  return `a column ${fieldLabel(field)} in ${schema.title}`
}

export const isoRange = (period: Period, iso: (day: Day) => string): string => `${iso(period.start)}/${iso(period.end)}`

export const startPack = (data: Dataset, currency: string): PackContext => {
  const book = new Map<string, Set<string>>()
  const failures: Failure[] = []
  const ask = (metric: Metric, part: string, args: Args = {}): Result | null => {
    const result = answer(metric, data, args)
    if (result.ok) return result
    if (result.missing === null) failures.push(result)
    else {
      const what = whatWouldHelp(result.missing)
      book.set(what, (book.get(what) ?? new Set()).add(part))
    }
    return null
  }
  return {
    data,
    asOf: data.asOf,
    currency,
    quarter: (steps) => periodFrom(data.asOf, steps, 'quarter', data.calendar),
    month: (steps) =>
      steps === 0
        ? periodAround(data.asOf, 'month', data.calendar)
        : periodFrom(data.asOf, steps, 'month', data.calendar),
    ask,
    figure: (metric, part, args) => {
      const result = ask(metric, part, args)
      const [row] = result?.rows ?? []
      return result?.scalar == null || row === undefined ? null : (row[result.scalar] ?? null)
    },
    failures,
    unlocks: () =>
      [...book]
        .map(([what, parts]) => ({ what, parts: [...parts] }))
        .sort((a, b) => b.parts.length - a.parts.length || (a.what < b.what ? -1 : 1)),
  }
}
