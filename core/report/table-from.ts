import type { Result } from '../metrics/run.ts'
import { isNoAnswer, type Value } from '../metrics/value.ts'
import type { TableBlock, TableColumn, TableRow } from './report.ts'

/** How a metric's answer is shown as a table; everything left out comes from the answer. */
export interface TableOptions {
  readonly name: string
  readonly title: string
  readonly empty: string
  /** Keys to show, in order; left out, all. */
  readonly show?: readonly string[]
  /** Changes to single columns: totals, formulas, rules, labels. */
  readonly columns?: Readonly<Record<string, Partial<TableColumn>>>
  /** Columns after those of the answer, for formulas and for people to fill in. */
  readonly extra?: readonly TableColumn[]
  readonly total?: boolean
  readonly limit?: number
  readonly rows?: readonly TableRow[]
  readonly charts?: TableBlock['charts']
  readonly chartsBeside?: boolean
}

/** A table block out of a metric's answer. */
export const tableFrom = (result: Result, options: TableOptions): TableBlock => {
  const all = options.rows ?? result.rows
  const rows = options.limit === undefined ? all : all.slice(0, options.limit)
  const keys = options.show ?? result.columns.map(({ key }) => key)
  const columns = keys.flatMap((key): TableColumn[] => {
    const column = result.columns.find((each) => each.key === key)
    return column === undefined ? [] : [{ ...column, ...options.columns?.[key] }]
  })
  return {
    kind: 'table',
    name: options.name,
    title: options.title,
    columns: [...columns, ...(options.extra ?? [])],
    rows,
    total: options.total ?? false,
    empty: options.empty,
    notes: result.notes,
    hidden: all.length - rows.length,
    ...(options.charts === undefined ? {} : { charts: options.charts }),
    ...(options.chartsBeside === true && { chartsBeside: true }),
  }
}

const isFilled = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !isNoAnswer(value)

/** Columns that no row fills are left out, so that a narrow export gives a narrow table. */
export const withoutBlankColumns = (block: TableBlock): TableBlock => ({
  ...block,
  columns: block.columns.filter(
    ({ key, formula, input, sparkline }) =>
      formula !== undefined ||
      sparkline !== undefined ||
      input !== undefined ||
      block.rows.length === 0 ||
      block.rows.some((row) => isFilled(row[key])),
  ),
})
