import { isoDay } from '../cells/day.ts'
import { plural } from '../cells/plural.ts'
import { Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { madeOf } from '../dataset/derive.ts'
import { fieldLabel } from '../dataset/header.ts'
import type { Period } from '../dataset/period.ts'
import type { Table } from '../dataset/table.ts'
import { tables } from '../dataset/tables/index.ts'
import { SpmError } from '../errors.ts'
import type { Described, Metric } from './define.ts'
import type { AnyTableParam, Param } from './params.ts'
import { readArg, snakeCase, type Args } from './read-args.ts'
import { accountFor, type RowAccount } from './row-account.ts'
import { answer, type Answer } from './run.ts'
import { startTrail, type Trail } from './trail.ts'
import type { Value } from './value.ts'

const rowLimit = {
  type: 'number',
  default: 1000,
  minimum: 0,
  whole: true,
  about: 'How many of the rows used to list.',
} as const

/** What EXPLAIN is; its answer is worked out by {@link explain}, since it runs another metric. */
export const explanation = {
  name: 'EXPLAIN',
  title: 'Explain',
  about: 'How the answer of another metric comes about: definition, filters, rows left out and why, rows used.',
  variant:
    'the metric is run once with the same arguments while each test of a row is written down; rows read = rows left out by their first reason + rows used',
  params: {
    metric: { type: 'text', about: 'The metric to explain; its own arguments follow.' },
    rows: rowLimit,
  },
  columns: [
    { key: 'step', label: 'Step', kind: 'text' },
    { key: 'rule', label: 'Rule', kind: 'text' },
    { key: 'rows', label: 'Rows', kind: 'count' },
    { key: 'kept', label: 'Kept', kind: 'count' },
    { key: 'value', label: 'Value', kind: 'text' },
  ],
} as const satisfies Described

interface Step {
  readonly [key: string]: Value
  readonly step: string
  readonly rule: string
  readonly rows: number | null
  readonly kept: number | null
  readonly value: Value
}

const said = (step: string, rule: string, value: Value = null): Step => ({ step, rule, rows: null, kept: null, value })

const showPeriod = ({ label, start, end }: Period): string => {
  const days = `${isoDay(start)} to ${isoDay(end)}`
  return label === days ? days : `${label}: ${days}`
}

const isPeriod = (value: unknown): value is Period =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value

/** An argument as it counted, whether it was given or left out. */
const showInput = (param: Exclude<Param, AnyTableParam>, value: unknown, given: unknown): string => {
  switch (param.type) {
    case 'period':
      return isPeriod(value) ? showPeriod(value) : 'all dates'
    case 'asOf':
      return isoDay(Number(value))
    case 'day':
      return value === null ? 'none' : isoDay(Number(value))
    case 'by':
      return typeof given === 'string' && given !== '' ? given : (param.default ?? 'not split')
    case 'number':
    case 'choice':
    case 'flag':
    case 'text':
      return value === null ? 'none' : String(value)
  }
}

const argumentSteps = (metric: Metric, inputs: Trail['inputs'], args: Args, { scope }: Dataset): readonly Step[] => [
  ...Object.entries(metric.params).flatMap(([name, param]) =>
    param.type === 'table' || !(name in inputs)
      ? []
      : [said('Argument', snakeCase(name), showInput(param, inputs[name], args[snakeCase(name)]))],
  ),
  ...(scope === null ? [] : [said('Argument', 'scope', scope)]),
]

/** Which column each field is read from; what is worked out goes by what it is made of. */
const columnsRead = ({ need, use, table: name }: AnyTableParam, table: Table): string => {
  const fields = new Set([...need, ...use].flatMap((field) => madeOf(name, field)))
  return [...fields]
    .flatMap((field) => (table.has(field) ? [`${fieldLabel(field)} from "${table.header(field)}"`] : []))
    .join(', ')
}

const leftSteps = (title: string, { read, left }: RowAccount): readonly Step[] => {
  let kept = read
  return left.map(([reason, count]) => {
    kept -= count
    return { step: 'Left out', rule: `${title}: ${reason}`, rows: count, kept, value: null }
  })
}

/** The names of rows: by their ID where the table has one. */
const nameRows = (data: Dataset, { table }: AnyTableParam): ((row: number) => string) => {
  const field = ['deal_id', 'invoice_id'].find((each) => Object.hasOwn(tables[table].fields, each))
  const ids = field === undefined ? null : data.whole.anyColumn(table, field)
  return (row) => (ids instanceof Texts ? ids.at(row) : '')
}

interface Listed {
  readonly steps: readonly Step[]
  readonly rows: number
}

const rowSteps = (data: Dataset, param: AnyTableParam, { used }: RowAccount, most: number): Listed => {
  const nameOf = nameRows(data, param)
  const { title } = tables[param.table]
  const steps = Array.from(used.subarray(0, most), (row) =>
    said('Row used', `${title}: ${nameOf(row)}`.replace(/: $/, ''), `row ${data.whole.sheetRow(param.table, row)}`),
  )
  const rest = used.length - steps.length
  const more = rest > 0 ? [said('Rows used', `${title}: and ${plural(rest, 'more row')}`)] : []
  return { steps: [...steps, ...more], rows: steps.length }
}

const tableSteps = (data: Dataset, metric: Metric, trail: Trail, most: number): readonly Step[] => {
  const accounts: Step[] = []
  const listed: Step[] = []
  let room = most
  for (const param of Object.values(metric.params)) {
    const found = param.type === 'table' ? trail.of(param.table) : null
    const table = param.type === 'table' ? data.table(param.table) : null
    if (param.type !== 'table' || found === null || table === null) continue
    const { title } = tables[param.table]
    const account = accountFor(data, param, table, found)
    const deals = account.deals === null ? null : plural(account.deals, 'deal')
    accounts.push(
      {
        step: 'Table',
        rule: `${title}: ${columnsRead(param, table)}`,
        rows: account.read,
        kept: account.read,
        value: table.name,
      },
      ...leftSteps(title, account),
      {
        step: found.isSifted ? 'Used' : 'Read',
        rule: title,
        rows: account.used.length,
        kept: account.used.length,
        value: deals,
      },
    )
    if (!found.isSifted) continue
    const { steps, rows } = rowSteps(data, param, account, room)
    room -= rows
    listed.push(...steps)
  }
  return [...accounts, ...listed]
}

const answerSteps = (found: Answer): readonly Step[] => {
  if (!found.ok) return [said('No answer', found.reason)]
  const [first] = found.rows
  const value = found.scalar === null || first === undefined ? plural(found.rows.length, 'row') : first[found.scalar]
  const label = found.columns.find(({ key }) => key === found.scalar)?.label ?? 'A table'
  return [...found.notes.map((note) => said('Note', note)), said('Answer', label, value ?? null)]
}

const explainSteps = (metric: Metric, data: Dataset, args: Args, most: number): readonly Step[] | Answer => {
  const trail = startTrail()
  const found = answer(metric, data, args, trail)
  if (!found.ok && found.code === 'argument') return found
  const seen = trail.data ?? data
  return [
    said('Definition', `${metric.title}: ${metric.about}`),
    said('Variant', metric.variant),
    ...argumentSteps(metric, trail.inputs, args, seen),
    ...tableSteps(seen, metric, trail, most),
    ...answerSteps(found),
  ]
}

/**
 * How the answer of a metric comes about, as a table. It takes the metric's arguments, and `rows`: how many of the rows
 * used to list. Where the metric has no answer, the table says how far it came and why there is none.
 */
export const explain = (metric: Metric, data: Dataset, args: Args = {}): Answer => {
  const { rows: wanted, ...rest } = args
  try {
    const steps = explainSteps(metric, data, rest, Number(readArg('rows', rowLimit, wanted, data)))
    if ('ok' in steps) return steps
    return {
      ok: true,
      metric: explanation.name,
      variant: explanation.variant,
      columns: explanation.columns,
      rows: steps,
      scalar: null,
      notes: [],
      findings: data.findings(),
    }
  } catch (error) {
    if (!(error instanceof SpmError)) throw error
    return { ok: false, metric: explanation.name, code: error.code, reason: error.message, missing: error.missing }
  }
}
