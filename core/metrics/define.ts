import type { Dataset } from '../dataset/dataset.ts'
import type { Day } from '../cells/day.ts'
import type { Directory } from '../dataset/people.ts'
import type { FiscalCalendar } from '../dataset/period.ts'
import type { Settings } from '../dataset/settings.ts'
import type { TableName } from '../dataset/tables/index.ts'
import type { Inputs, Params } from './params.ts'
import type { Leaving } from './trail.ts'
import type { ResultColumn, ResultKind, Value } from './value.ts'

/** What every metric may know besides its own parameters. */
export interface Context {
  readonly settings: Settings
  readonly asOf: Day
  readonly calendar: FiscalCalendar
  readonly people: Directory
  readonly scope: string | null
  readonly data: Dataset
  /** Says what was left out or assumed; shown with the answer. */
  note(text: string): void
  /** The test itself; while an answer is explained, one that remembers what it said of each row of that table. */
  sift(table: TableName, leaves: Leaving): Leaving
  /** Says the same after the fact, where rows were sifted in another way; nothing is done unless it is asked for. */
  tell(table: TableName, leaves: Leaving): void
}

export type Family = 'funnel' | 'flow' | 'trust' | 'forecast' | 'activity' | 'economics' | 'targets'

export type ColumnDefs = Readonly<Record<string, { readonly label: string; readonly kind: ResultKind }>>

/** A row of the answer; `group` holds the values of the columns it is split by. */
export type Row<C> = { readonly [K in keyof C]: Value } & { readonly group?: readonly Value[] }

/** An answer with columns of its own, where an option asks for another shape than the declared one. */
export interface Shape {
  readonly columns: readonly ResultColumn[]
  /** The column that is the answer where one cell is asked for. */
  readonly scalar: string | null
  readonly rows: readonly Row<ColumnDefs>[]
}

const listColumns = (columns: ColumnDefs): readonly ResultColumn[] =>
  Object.entries(columns).map(([key, column]) => ({ key, ...column }))

/** Rows under columns that only this option has, such as the number of deals instead of their list. */
export const inShape = <const C extends ColumnDefs>(
  columns: C,
  rows: readonly Row<C>[],
  scalar: (keyof C & string) | null = null,
): Shape => ({ columns: listColumns(columns), scalar, rows })

export interface MetricChart {
  readonly kind: 'column' | 'bar' | 'line' | 'stackedColumn'
  readonly category: string
  readonly series: readonly string[]
}

export interface MetricDef<P extends Params, C extends ColumnDefs> {
  /** As in `SPM.STALE_DEALS`. */
  readonly name: string
  readonly title: string
  readonly family: Family
  /** One sentence: what it tells. */
  readonly about: string
  /** The exact variant that is computed, since the word alone means several things. */
  readonly variant: string
  /** Tables first, then period, as-of, by, own options; scope, settings and headers follow by themselves. */
  readonly params: P
  readonly columns: C
  /** The column that is the answer where one cell is asked for; lists have none. */
  readonly scalar?: keyof C & string
  /** The column by which groups are shown in falling order. */
  readonly rank?: keyof C & string
  readonly chart?: MetricChart
  /** `plan`: amounts are converted at plan rates wherever there are any, since those of two days, or a target, are compared. */
  readonly exchange?: 'plan'
  /** True: won deals as the books have them, where periods are locked. */
  readonly books?: boolean
  /** Requirements and public definitions, as in the list of sources. */
  readonly sources: readonly string[]
  /** The rows under the declared columns, or an answer in another shape by {@link inShape}. */
  compute(inputs: Inputs<P>, context: Context): readonly Row<C>[] | Shape
}

/** What people are told about a metric before they ask it. */
export type Described = Pick<Metric, 'name' | 'title' | 'about' | 'variant' | 'params' | 'columns'>

/** A metric without its types, as hosts and generators handle it. */
export interface Metric {
  readonly name: string
  readonly title: string
  readonly family: Family
  readonly about: string
  readonly variant: string
  readonly params: Params
  readonly columns: readonly ResultColumn[]
  readonly scalar: string | null
  readonly rank: string | null
  readonly chart: MetricChart | null
  readonly exchange: 'plan' | null
  readonly books: boolean
  readonly sources: readonly string[]
  run(inputs: Readonly<Record<string, unknown>>, context: Context): Shape
}

export const defineMetric = <const P extends Params, const C extends ColumnDefs>(def: MetricDef<P, C>): Metric => ({
  name: def.name,
  title: def.title,
  family: def.family,
  about: def.about,
  variant: def.variant,
  params: def.params,
  columns: listColumns(def.columns),
  scalar: def.scalar ?? null,
  rank: def.rank ?? null,
  chart: def.chart ?? null,
  exchange: def.exchange ?? null,
  books: def.books ?? false,
  sources: def.sources,
  run: (inputs, context) => {
    const found = def.compute(inputs as Inputs<P>, context)
    return 'rows' in found ? found : { columns: listColumns(def.columns), scalar: def.scalar ?? null, rows: found }
  },
})
