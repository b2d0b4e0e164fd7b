import { isoDay } from '../cells/day.ts'
import { Numbers, Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { fieldLabel, headerKey } from '../dataset/header.ts'
import { periodAround, type FiscalCalendar, type Grain } from '../dataset/period.ts'
import type { TableName } from '../dataset/tables/index.ts'
import { SpmError } from '../errors.ts'
import type { ResultColumn, Value } from './value.ts'

/** Every row of a table put into one of `size` groups. Group numbers follow the order in which they are shown. */
export interface Grouping {
  readonly columns: readonly ResultColumn[]
  readonly size: number
  /** Group number of each row. */
  readonly of: Uint32Array
  /** What the group's cells show, one value per column. */
  readonly keys: readonly (readonly Value[])[]
  /** Whether the groups are in order of time, and so are not to be sorted by size. */
  readonly inTime: boolean
}

interface Dimension {
  readonly column: ResultColumn
  readonly codes: Uint32Array
  readonly labels: readonly string[]
  readonly inTime: boolean
}

const grains = new Set<string>(['week', 'month', 'quarter', 'year', 'day'])
const aliases: Readonly<Record<string, string>> = {
  person: 'owner',
  rep: 'owner',
  seller: 'owner',
  customer: 'account',
  reason: 'lost_reason',
  category: 'forecast_category',
}
export const none = '(none)'

const timeDimension = (days: Numbers, grain: string, calendar: FiscalCalendar): Dimension => {
  const codes = new Uint32Array(days.length)
  const spans: { start: number; end: number; label: string; code: number }[] = []
  const labels = [none]
  const ofDay = new Map<number, number>()
  const codeOf = (day: number): number => {
    const found = spans.find((span) => day >= span.start && day <= span.end)
    if (found !== undefined) return found.code
    const span =
      grain === 'day' ? { start: day, end: day, label: isoDay(day) } : periodAround(day, grain as Grain, calendar)
    spans.push({ ...span, code: labels.length })
    return labels.push(span.label) - 1
  }
  for (let row = 0; row < days.length; row++) {
    const day = Math.floor(days.at(row))
    if (Number.isNaN(day)) continue
    let code = ofDay.get(day)
    if (code === undefined) ofDay.set(day, (code = codeOf(day)))
    codes[row] = code
  }
  const order = [...spans].sort((a, b) => a.start - b.start)
  const rank = new Uint32Array(labels.length)
  order.forEach((span, i) => (rank[span.code] = i + 1))
  return {
    column: { key: grain, label: fieldLabel(grain), kind: 'text' },
    codes: codes.map((code) => rank[code] as number),
    labels: [none, ...order.map((span) => span.label)],
    inTime: true,
  }
}

const textDimension = (column: Texts, field: string): Dimension => {
  const order = column.labels
    .map((_, code) => code)
    .sort((a, b) => (a === 0 ? 1 : b === 0 ? -1 : column.label(a) < column.label(b) ? -1 : 1))
  const rank = new Uint32Array(column.labels.length)
  order.forEach((code, i) => (rank[code] = i))
  return {
    column: { key: field, label: fieldLabel(field), kind: 'text' },
    codes: column.codes.map((code) => rank[code] as number),
    labels: order.map((code) => (code === 0 ? none : column.label(code))),
    inTime: false,
  }
}

const dimensionOf = (data: Dataset, table: TableName, day: string | null, word: string): Dimension => {
  const key = headerKey(word)
  if (grains.has(key)) {
    const days = day === null ? null : data.anyColumn(table, day)
    if (days instanceof Numbers) return timeDimension(days, key, data.calendar)
    throw new SpmError(
      'argument',
      `by=${word}: this answer has no ${day === null ? 'day to split by' : `column for ${fieldLabel(day)}`}.`,
    )
  }
  const fields = Object.keys(data.table(table)?.schema.fields ?? {})
  const field = aliases[key] ?? fields.find((each) => headerKey(each) === key)
  const column = field === undefined ? null : data.anyColumn(table, field)
  if (column instanceof Texts && field !== undefined) return textDimension(column, field)
  throw new SpmError(
    field === undefined ? 'argument' : 'missing-column',
    `by=${word}: "${data.table(table)?.name ?? table}" has no such column${field === undefined ? '' : ` (${fieldLabel(field)})`}. Split by owner, team, stage, product or month, or map a column with --map ${table}.${field ?? word}=….`,
    field === undefined ? null : { table, field },
  )
}

/** Groups the rows of a table by the words of a `by` argument, such as `owner` or `team,quarter`. */
export const groupRows = (data: Dataset, table: TableName, day: string | null, by: string): Grouping => {
  const dimensions = by.split(',').map((word) => dimensionOf(data, table, day, word.trim()))
  const rows = data.rows(table)
  const combined = new Float64Array(rows)
  for (const { codes, labels } of dimensions)
    for (let row = 0; row < rows; row++)
      combined[row] = (combined[row] as number) * labels.length + (codes[row] as number)
  const present = [...new Set(combined)].sort((a, b) => a - b)
  const number = new Map(present.map((code, i) => [code, i]))
  const keyOf = (code: number): string[] => {
    const key: string[] = []
    let rest = code
    for (const { labels } of [...dimensions].reverse()) {
      key.unshift(labels[rest % labels.length] ?? none)
      rest = Math.floor(rest / labels.length)
    }
    return key
  }
  return {
    columns: dimensions.map(({ column }) => column),
    size: present.length,
    of: Uint32Array.from(combined, (code) => number.get(code) ?? 0),
    keys: present.map(keyOf),
    inTime: dimensions.some(({ inTime }) => inTime),
  }
}

/** The whole table as its one group. */
export const oneGroup = (rows: number): Grouping => ({
  columns: [],
  size: 1,
  of: new Uint32Array(rows),
  keys: [[]],
  inTime: false,
})
