import { plural } from '../cells/plural.ts'
import { openDataset, type Dataset, type DatasetInput } from '../dataset/dataset.ts'
import type { Finding } from '../dataset/findings.ts'
import { findLines, mergeLines, type Lines } from '../dataset/lines.ts'
import type { AnyColumn } from '../dataset/schema.ts'
import type { Table } from '../dataset/table.ts'
import { tables, type TableName } from '../dataset/tables/index.ts'
import { SpmError, type ErrorCode, type Missing } from '../errors.ts'
import type { ColumnDefs, Context, Metric, Row } from './define.ts'
import { noteExchange } from './exchange-note.ts'
import { groupRows, type Grouping } from './grouping.ts'
import { needColumn } from './missing-column.ts'
import type { AnyTableParam, ByParam } from './params.ts'
import { readArg, readDay, refuseUnknownArgs, snakeCase, type Args } from './read-args.ts'
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

type ViewColumns = Record<string, AnyColumn | number | null>

const readColumn = (data: Dataset, param: AnyTableParam, field: string, needed: boolean): AnyColumn | null => {
  const column = data.anyColumn(param.table, field)
  return needed ? needColumn(data, param.table, field, column) : column
}

/** A column that a metric can do without is read when it is first looked at; from then on it is a plain value. */
const readWhenAsked = (view: ViewColumns, field: string, read: () => AnyColumn | null): void => {
  const get = (): AnyColumn | null => {
    const value = read()
    Object.defineProperty(view, field, { value, enumerable: true })
    return value
  }
  Object.defineProperty(view, field, { get, enumerable: true, configurable: true })
}

const viewOf = (
  data: Dataset,
  param: AnyTableParam,
  grouping: Grouping | null,
): { readonly view: ViewColumns; readonly rows: number; readonly lines: Lines | null } => {
  const view: ViewColumns = { rows: data.rows(param.table) }
  data.readAhead(param.table, param.need)
  const ids = param.lines || param.table !== 'deals' ? null : data.column('deals', 'deal_id')
  const lines = ids === null ? null : findLines(ids, grouping?.of ?? null)
  const fields = tables[param.table].fields as Readonly<
    Record<string, { readonly kind: Parameters<typeof mergeLines>[1] }>
  >
  const read = (field: string, needed: boolean): AnyColumn | null => {
    const column = readColumn(data, param, field, needed)
    const kind = fields[field]?.kind
    return column === null || lines === null || kind === undefined ? column : mergeLines(column, kind, lines)
  }
  for (const field of param.need) view[field] = read(field, true)
  for (const field of param.use) readWhenAsked(view, field, () => read(field, false))
  if (lines !== null) {
    view['rows'] = lines.first.length
    noteLines(data, lines)
  }
  return { view, rows: lines?.first.length ?? data.rows(param.table), lines }
}

/** Lines that say nothing but what the first line of their deal says. */
const countTwice = (table: Table, data: Dataset, { first, into }: Lines): number => {
  const rows = data.rowsWithin('deals')
  const place = (row: number): number => rows?.[row] ?? row
  let count = 0
  for (let row = 0; row < into.length; row++) {
    const start = first[into[row] ?? 0] ?? row
    if (start !== row && table.alike(place(row), place(start))) count++
  }
  return count
}

/** Repeats are added up, and said. */
const noteLines = (data: Dataset, { first, into }: Lines): void => {
  const table = data.table('deals')
  const repeated = into.length - first.length
  if (table === null || repeated === 0) return
  const twice = countTwice(table, data, { first, into })
  const warning =
    twice === 0
      ? ''
      : ` ${plural(twice, 'of them is', 'of them are')} exactly like the first row of the deal: if the export holds rows twice, take them out, since they count twice.`
  const text = `"${table.name}": rows that share their deal ID with another one count as lines of one deal, and their amounts are added up: ${plural(repeated, 'row')}.${warning}`
  data.note({
    level: twice === 0 ? 'note' : 'warn',
    code: 'lines',
    table: table.name,
    column: table.header('deal_id'),
    row: null,
    count: repeated,
    text,
  })
}

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
  const { view, rows, lines } = viewOf(data, param, grouping)
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
const dataFor = (metric: Metric, data: Dataset, args: Args): Dataset => {
  const scope = args['scope']
  const scoped = typeof scope === 'string' && scope !== '' ? data.within(scope) : data
  const asOf = readDay('as_of', args['as_of']) ?? data.asOf
  return scoped.seen({ asOf, exchange: metric.exchange ?? data.settings.exchange_rate })
}

/** Answers one metric from an open dataset; `trail` keeps what is done with the rows. What goes wrong with the data comes back as a failure with its sentence. */
export const answer = (metric: Metric, data: Dataset, args: Args = {}, trail: Trail | null = null): Answer => {
  const notes: string[] = []
  try {
    refuseUnknownArgs(metric, args)
    const seen = dataFor(metric, data, args)
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
      columns: [...(grouping?.columns ?? []), ...shape.columns],
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
