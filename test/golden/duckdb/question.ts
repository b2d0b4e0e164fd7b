import type { Args } from '#core/metrics/read-args'

/** One way to ask a metric, and the same in SQL, its columns named like the answer's. */
export interface Question {
  readonly args: Args
  readonly sql: string
  /** Whether the rows have an order that the definition promises; else they are compared as a set. */
  readonly inOrder?: boolean
}

/** A stretch of days: as it is asked, and its first and last day. */
export interface Stretch {
  readonly period: string
  readonly from: string
  readonly to: string
}

/** What the questions have to know of a set of tables. */
export interface DataSet {
  readonly asOf: string
  readonly stretches: readonly Stretch[]
  /** Whether it has more than deals and people: activities, snapshots, targets, offers, costs … */
  readonly isWhole: boolean
}

export type Ask = (set: DataSet) => readonly Question[]
export type Questions = Readonly<Record<string, Ask>>

/** Asked of the whole workbook only, since a list of deals has not the tables for it. */
export const ofWhole =
  (ask: Ask): Ask =>
  (set) =>
    set.isWhole ? ask(set) : []

/** Each length of time that is asked for, and all dates; `within('closing')` is its condition in SQL. */
export const inEachPeriod = (
  set: DataSet,
  ask: (args: { readonly period?: string }, within: (day: string) => string) => Question,
): readonly Question[] => [
  ask({}, () => 'true'),
  ...set.stretches.map(({ period, from, to }) =>
    ask({ period }, (day) => `${day} between date '${from}' and date '${to}'`),
  ),
]

/** A way to split deals: the `by` argument, and the columns of the answer in SQL. */
export interface Split {
  readonly by: string
  readonly columns: string
}

const named = (column: string): string => `coalesce(${column}, '(none)') as ${column}`

export const quarterOf = (day: string): string =>
  `coalesce(strftime(${day}, '%Y') || '-Q' || quarter(${day}), '(none)') as quarter`
export const monthOf = (day: string): string => `coalesce(strftime(${day}, '%Y-%m'), '(none)') as month`

export const splits = (day: string): readonly Split[] => [
  { by: 'owner', columns: named('owner') },
  { by: 'region', columns: named('region') },
  { by: 'product', columns: named('product') },
  { by: 'quarter', columns: quarterOf(day) },
  { by: 'month', columns: monthOf(day) },
  { by: 'owner,quarter', columns: `${named('owner')}, ${quarterOf(day)}` },
]
