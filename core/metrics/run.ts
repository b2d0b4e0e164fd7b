import { openDataset, type Dataset, type DatasetInput } from '../dataset/dataset.ts'
import type { Finding } from '../dataset/findings.ts'
import type { Lines } from '../dataset/lines.ts'
import { tables, type TableName } from '../dataset/tables/index.ts'
import { SpmError, type ErrorCode, type Missing } from '../errors.ts'
import { creditFor } from './credit.ts'
import { booksFor } from './books.ts'
import type { ColumnDefs, Context, Metric, Row } from './define.ts'
import { noteExchange } from './exchange-note.ts'
import { groupRows, type Grouping } from './grouping.ts'
import type { AnyTableParam, ByParam } from './params.ts'
import { readArg, readDay, refuseUnknownArgs, snakeCase, type Args } from './read-args.ts'
import { viewOf, type ViewColumns } from './table-view.ts'
import type { Trail } from './trail.ts'
import type { ResultColumn, Value } from './value.ts'

/** The answer: rows keyed like the columns; the columns it is split by come first. */
export interface Result {
  readonly ok: true
  readonly metric: string
  readonly variant: string
  readonly columns: readonly ResultColumn[]
  readonly rows: readonly Readonly<Record<string, Value>>[]
  /** The column that is the answer where one cell is asked for and nothing is split. */
  readonly scalar: string | null
  /** What was left out or assumed, in sentences. */
  readonly notes: readonly string[]
  readonly findings: readonly Finding[]
}

/** Why there is no answer: one sentence, and what to do. */
export interface Failure {
  readonly ok: false
  readonly metric: string
  readonly code: ErrorCode
  readonly reason: string
  readonly missing: Missing | null
}

export type Answer = Result | Failure

const withLines = (grouping: Grouping, lines: Lines | null): Grouping =>
  lines === null ? grouping : { ...grouping, of: Uint32Array.from(lines.first, (row) => grouping.of[row] ?? 0) }

/** Whether a table has the columns without which it is of no use. */
const isUsable = (data: Dataset, { table, need }: AnyTableParam): boolean =>
  data.table(table) !== null && need.every((field) => data.anyColumn(table, field) !== null)

/** The table whose rows are split. */
const splitTable = (metric: Metric, { table, instead }: ByParam, data: Dataset): TableName => {
  if (instead === undefined) return table
  const usable = Object.values(metric.params).some(
    (param) => param.type === 'table' && param.table === instead && isUsable(data, param),
  )
  return usable ? instead : table
}

const readInputs = (
  metric: Metric,
  data: Dataset,
  args: Args,
  trail: Trail | null,
): { readonly inputs: Record<string, unknown>; readonly grouping: Grouping | null } => {
  const inputs: Record<string, unknown> = {}
  let grouping: Grouping | null = null
  let grouped: string | null = null
  for (const [name, param] of Object.entries(metric.params)) {
    if (param.type === 'table') continue
    const value = readArg(snakeCase(name), param, args[snakeCase(name)], data)
    inputs[name] = value
    if (param.type === 'by' && typeof value === 'string') {
      const table = splitTable(metric, param, data)
      if (data.table(table) === null) continue
      grouped = table
      grouping = groupRows(data, table, param.day, value)
      inputs[name] = grouping
    }
  }
  for (const [name, param] of Object.entries(metric.params)) {
    if (param.type !== 'table') continue
    inputs[name] = readTable(
      metric,
      param.unscoped ? data.whole : data,
      param,
      grouped === param.table ? grouping : null,
      grouping === null && inputs['byPerson'] !== true,
      (lines, rows) => {
        trail?.open(param.table, rows, lines)
        if (grouping === null || grouped !== param.table) return
        for (const [key, each] of Object.entries(metric.params))
          if (each.type === 'by') inputs[key] = withLines(grouping, lines)
      },
    )
  }
  return { inputs, grouping }
}

const readTable = (
  metric: Metric,
  data: Dataset,
  param: AnyTableParam,
  grouping: Grouping | null,
  isList: boolean,
  opened: (lines: Lines | null, rows: number) => void,
): ViewColumns | null => {
  if (data.table(param.table) === null) {
    if (param.optional) return null
    const { title } = tables[param.table]
    throw new SpmError(
      'missing-table',
      `${metric.name} needs the table ${title}: ${tables[param.table].about} None was given.`,
      { table: param.table, field: null },
    )
  }
  if (param.optional && !isUsable(data, param)) return null
  const { view, rows, lines } = viewOf(data, param, grouping, isList)
  opened(lines, rows)
  return view
}

const flatten = (
  columns: readonly ResultColumn[],
  grouping: Grouping | null,
  row: Row<ColumnDefs>,
): Record<string, Value> => {
  const flat: Record<string, Value> = {}
  grouping?.columns.forEach(({ key }, i) => (flat[key] = row.group?.[i] ?? null))
  for (const { key } of columns) flat[key] = row[key] ?? null
  return flat
}

/** A count of deals that people share is no whole number. */
const inParts = (column: ResultColumn, rows: readonly Readonly<Record<string, Value>>[]): ResultColumn => {
  const isPart = (value: Value | undefined): boolean => typeof value === 'number' && !Number.isInteger(value)
  return column.kind === 'count' && rows.some((row) => isPart(row[column.key]))
    ? { ...column, kind: 'decimal' }
    : column
}

/** Groups by size, largest first; groups in time, and several columns, stay in their own order. */
const ranked = (
  metric: Metric,
  grouping: Grouping | null,
  rows: readonly Record<string, Value>[],
): readonly Record<string, Value>[] => {
  const { rank } = metric
  if (rank === null || grouping === null || grouping.inTime || grouping.columns.length > 1) return rows
  const size = (row: Record<string, Value>): number => (typeof row[rank] === 'number' ? row[rank] : -Infinity)
  return [...rows].sort((a, b) => size(b) - size(a))
}

/** The data of the scope, as of the day that is asked for, with amounts at the rates that the metric takes. */
const dataFor = (metric: Metric, data: Dataset, args: Args, note: (text: string) => void): Dataset => {
  const scope = args['scope']
  const scoped = typeof scope === 'string' && scope !== '' ? data.within(scope) : data
  const asOf = readDay('as_of', args['as_of']) ?? data.asOf
  const seen = creditFor(metric, scoped, args, note).seen({
    asOf,
    exchange: metric.exchange ?? data.settings.exchange_rate,
  })
  return metric.books ? booksFor(seen, note) : seen
}

/** Answers one metric from an open dataset; `trail` keeps what is done with the rows. What goes wrong with the data comes back as a failure with its sentence. */
export const answer = (metric: Metric, data: Dataset, args: Args = {}, trail: Trail | null = null): Answer => {
  const notes: string[] = []
  try {
    refuseUnknownArgs(metric, args)
    const seen = dataFor(metric, data, args, (text) => void notes.push(text))
    if (trail !== null) trail.data = seen
    const { inputs, grouping } = readInputs(metric, seen, args, trail)
    if (trail !== null) trail.inputs = inputs
    const context: Context = {
      settings: seen.settings,
      asOf: seen.asOf,
      calendar: seen.calendar,
      people: seen.people,
      scope: seen.scope,
      data: seen,
      note: (text) => void notes.push(text),
      sift: (table, leaves) => trail?.sift(table, leaves) ?? leaves,
      tell: (table, leaves) => trail?.tell(table, leaves),
    }
    const shape = metric.run(inputs, context)
    noteExchange(metric, seen, context.note)
    const rows = shape.rows.map((row) => flatten(shape.columns, grouping, row))
    return {
      ok: true,
      metric: metric.name,
      variant: metric.variant,
      columns: [...(grouping?.columns ?? []), ...shape.columns.map((column) => inParts(column, rows))],
      rows: ranked(metric, grouping, rows),
      scalar: grouping === null ? shape.scalar : null,
      notes,
      findings: seen.findings(),
    }
  } catch (error) {
    if (error instanceof SpmError)
      return { ok: false, metric: metric.name, code: error.code, reason: error.message, missing: error.missing }
    throw error
  }
}

/** The door for formulas and the command line: grids in, answer out. Equal grids are parsed once. */
export const runMetric = (metric: Metric, input: DatasetInput | Dataset, args: Args = {}): Answer => {
  try {
    return answer(metric, 'anyColumn' in input ? input : openDataset(input), args)
  } catch (error) {
    if (error instanceof SpmError)
      return { ok: false, metric: metric.name, code: error.code, reason: error.message, missing: error.missing }
    throw error
  }
}
