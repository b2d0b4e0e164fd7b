import type { Day } from '../cells/day.ts'
import type { ColumnFor } from '../dataset/dataset.ts'
import type { Period } from '../dataset/period.ts'
import type { SettingKey } from '../dataset/settings.ts'
import type { FieldName, TableName, Tables } from '../dataset/tables/index.ts'
import type { Grouping } from './grouping.ts'

/** A table that a metric reads: columns without which it has no answer, and columns it can do without. */
export interface AnyTableParam {
  readonly type: 'table'
  readonly table: TableName
  readonly need: readonly string[]
  readonly use: readonly string[]
  readonly optional: boolean
  /** True: the rows as they stand. False: rows that share a deal ID are added up to one. */
  readonly lines: boolean
  /** True: every row, whatever the scope; `data.rowsWithin` tells which of them lie in it. */
  readonly unscoped: boolean
  readonly about: string
}

export interface TableParam<
  N extends TableName,
  Need extends FieldName<N>,
  Use extends FieldName<N>,
  Optional extends boolean,
> extends AnyTableParam {
  readonly table: N
  readonly need: readonly Need[]
  readonly use: readonly Use[]
  readonly optional: Optional
}

export interface NumberParam {
  readonly type: 'number'
  /** A number, or the setting that holds it; `null`: left out, there is none. */
  readonly default: number | SettingKey | null
  readonly minimum?: number
  readonly whole?: boolean
  readonly about: string
}

export interface ChoiceParam<V extends string = string> {
  readonly type: 'choice'
  readonly values: readonly V[]
  readonly default: V
  readonly about: string
}

export interface FlagParam {
  readonly type: 'flag'
  readonly default: boolean
  readonly about: string
}

export interface TextParam {
  readonly type: 'text'
  readonly about: string
}

export interface DayParam {
  readonly type: 'day'
  readonly about: string
}

export interface PeriodParam {
  readonly type: 'period'
  /** The period where none is given; `null` is all dates. */
  readonly default: string | null
  readonly about: string
}

export interface AsOfParam {
  readonly type: 'asOf'
  readonly about: string
}

/** Splits the answer by columns of a table, or by week, month, quarter or year of one of its days. */
export interface ByParam {
  readonly type: 'by'
  readonly table: TableName
  /** The optional table of the metric whose rows are split instead, where it is there. */
  readonly instead?: TableName
  readonly day: string | null
  readonly default: string | null
  readonly about: string
}

export type Param =
  AnyTableParam | NumberParam | ChoiceParam | FlagParam | TextParam | DayParam | PeriodParam | AsOfParam | ByParam

export type Params = Readonly<Record<string, Param>>

/** A table as a metric sees it: the columns it asked for, all of one length. */
export type View<N extends TableName, Need extends FieldName<N>, Use extends FieldName<N>> = {
  readonly rows: number
  /** How much of a deal is credited to whom the answer is about; 1 where nobody shares it. */
  credit(row: number): number
} & {
  readonly [F in Need]: ColumnFor<N, F>
} & { readonly [F in Use]: ColumnFor<N, F> | null }

type InputOf<P> =
  P extends TableParam<infer N, infer Need, infer Use, infer Optional>
    ? Optional extends true
      ? View<N, Need, Use> | null
      : View<N, Need, Use>
    : P extends NumberParam
      ? null extends P['default']
        ? number | null
        : number
      : P extends ChoiceParam<infer V>
        ? V
        : P extends FlagParam
          ? boolean
          : P extends TextParam
            ? string | null
            : P extends DayParam
              ? Day | null
              : P extends PeriodParam
                ? Period | null
                : P extends AsOfParam
                  ? Day
                  : P extends ByParam
                    ? Grouping | null
                    : never

/** What `compute` receives for its parameters. */
export type Inputs<P> = { readonly [K in keyof P]: InputOf<P[K]> }

type TableOf<N extends TableName> = Tables[N]

/** A table without which the metric has no answer. */
export const from = <N extends TableName, const Need extends FieldName<N>, const Use extends FieldName<N> = never>(
  table: TableOf<N> & { readonly name: N },
  need: readonly Need[],
  use: readonly Use[] = [],
  about: string = table.about,
): TableParam<N, Need, Use, false> => ({
  type: 'table',
  table: table.name,
  need,
  use,
  optional: false,
  lines: false,
  unscoped: false,
  about,
})

/** A table that makes the answer better where it is there. */
export const maybe = <N extends TableName, const Need extends FieldName<N>, const Use extends FieldName<N> = never>(
  table: TableOf<N> & { readonly name: N },
  need: readonly Need[],
  use: readonly Use[] = [],
  about: string = table.about,
): TableParam<N, Need, Use, true> => ({
  type: 'table',
  table: table.name,
  need,
  use,
  optional: true,
  lines: false,
  unscoped: false,
  about,
})

/** The parameters that most metrics share, worded once. */
export const common = {
  period: {
    type: 'period',
    default: null,
    about:
      'Which days count: 2026, FY2026, 2026-Q2, 2026-03, FY2026-P03, 2026-W14, YTD, QTD, MTD, L90D, N30D or 2026-01-01/2026-03-31. Left out, all dates.',
  },
  asOf: { type: 'asOf', about: 'The day the answer is as of. Left out, today.' },
  by: {
    type: 'by',
    table: 'deals',
    day: 'closing',
    default: null,
    about:
      'Split by owner (or person), team, region, stage, product, segment, source, account, type, or week, month, quarter, year; several with commas.',
  },
} as const satisfies Readonly<Record<string, Param>>
