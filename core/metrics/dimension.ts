import { isoDay, type Day } from '../cells/day.ts'
import { numbered, type Codes } from '../dataset/codes.ts'
import { Numbers, Texts } from '../dataset/columns.ts'
import type { Dataset } from '../dataset/dataset.ts'
import { fieldLabel, headerKey } from '../dataset/header.ts'
import { nearest } from '../dataset/nearest.ts'
import { periodAround, type FiscalCalendar, type Period } from '../dataset/period.ts'
import { listedStages, stageLabels } from '../dataset/listed-stages.ts'
import type { TableName } from '../dataset/tables/index.ts'
import { SpmError } from '../errors.ts'
import type { ResultColumn } from './value.ts'

/** One word of a `by` argument: what it says of every row. */
export interface Dimension {
  readonly column: ResultColumn
  /** Number of each row's label. */
  readonly codes: Uint32Array
  /** In the order in which they are shown; empty where the row says nothing. */
  readonly labels: readonly string[]
  readonly inTime: boolean
}

/** The codes of distinct items in order. */
const ordered = <T>(items: readonly T[], before: (a: T, b: T) => boolean): readonly number[] =>
  items
    .map((item, code) => ({ item, code }))
    .sort((a, b) => (before(a.item, b.item) ? -1 : 1))
    .map(({ code }) => code)

/** The same codes under new numbers: the code that `order` lists first becomes 0. */
const renumber = (codes: Codes, order: readonly number[]): Uint32Array => {
  const rank = new Uint32Array(order.length)
  order.forEach((code, i) => (rank[code] = i))
  return numbered(codes, rank)
}

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const
type TimeGrain = (typeof grains)[number]

const spanAround = (day: Day, grain: TimeGrain, calendar: FiscalCalendar): Period =>
  grain === 'day' ? { start: day, end: day, label: isoDay(day) } : periodAround(day, grain, calendar)

const undated: Period = { start: -Infinity, end: -Infinity, label: '' }

/** Gives every day the code of its period; the code of no period is 0. */
const createSpans = (grain: TimeGrain, calendar: FiscalCalendar) => {
  const spans = [undated]
  const byStart = new Map<Day, number>()
  const byDay = new Map<Day, number>()
  const add = (day: Day): number => {
    const span = spanAround(day, grain, calendar)
    const code = byStart.get(span.start) ?? spans.push(span) - 1
    byStart.set(span.start, code)
    byDay.set(day, code)
    return code
  }
  return { spans, codeOf: (day: Day): number => byDay.get(day) ?? add(day) }
}

/** Periods in order of time; rows without a day come first. */
const timeDimension = (days: Numbers, grain: TimeGrain, calendar: FiscalCalendar): Dimension => {
  const codes = new Uint32Array(days.length)
  const { spans, codeOf } = createSpans(grain, calendar)
  for (let row = 0; row < codes.length; row++) if (!days.isBlank(row)) codes[row] = codeOf(Math.floor(days.at(row)))
  const order = ordered(spans, (a, b) => a.start < b.start)
  return {
    column: { key: grain, label: fieldLabel(grain), kind: 'text' },
    codes: renumber(codes, order),
    labels: order.map((code) => spans[code]?.label ?? ''),
    inTime: true,
  }
}

type Ordered = Pick<Dimension, 'codes' | 'labels'>

const orderedTexts = new WeakMap<Texts, Ordered>()

/** Texts in order of their letters, sorted once for each column; rows that are blank come last. */
const orderTexts = (column: Texts): Ordered => {
  const known = orderedTexts.get(column)
  if (known !== undefined) return known
  const order = ordered(column.labels, (a, b) => a !== '' && (b === '' || a < b))
  const texts = { codes: renumber(column.codes, order), labels: order.map((code) => column.label(code)) }
  orderedTexts.set(column, texts)
  return texts
}

const textDimension = (column: Texts, field: string): Dimension => ({
  ...orderTexts(column),
  column: { key: field, label: fieldLabel(field), kind: 'text' },
  inTime: false,
})

/** Stages with their pipeline where the Stages table has that name in several. */
const inPipelines = (data: Dataset, table: TableName, stage: Texts): Texts => {
  const [pipeline, listed] = [data.anyColumn(table, 'pipeline'), listedStages(data)]
  if (!(pipeline instanceof Texts) || listed?.inPipelines !== true) return stage
  const positions = listed.positions(stage, pipeline)
  const labels = [...stage.labels, ...stageLabels(listed.stages)]
  const codes = Uint32Array.from(positions, (position, row) =>
    position < 0 ? stage.code(row) : stage.labels.length + position,
  )
  return new Texts(codes, labels).relabel((label) => label)
}

const aliases = new Map([
  ['person', 'owner'],
  ['rep', 'owner'],
  ['seller', 'owner'],
  ['customer', 'account'],
  ['reason', 'lost_reason'],
  ['category', 'forecast_category'],
])

/** Whether a word of `by` splits by people, or by what they belong to. */
export const isOfPerson = (key: string): boolean => ['owner', 'team', 'region'].includes(aliases.get(key) ?? key)

const noDay = (word: string, day: string | null): SpmError =>
  new SpmError(
    'argument',
    `by=${word}: this answer has no ${day === null ? 'day to split by' : `column for ${fieldLabel(day)}`}.`,
  )

const noTexts = (word: string, field: string): SpmError =>
  new SpmError('argument', `by=${word}: ${fieldLabel(field)} holds no texts to split by.`)

const noColumn = (data: Dataset, table: TableName, word: string, field: string | undefined): SpmError => {
  const name = data.table(table)?.name ?? table
  if (field === undefined) {
    const near = nearest(word.toLowerCase(), [
      ...grains,
      ...aliases.keys(),
      'owner',
      'team',
      'region',
      'stage',
      'product',
    ])
    return new SpmError(
      'argument',
      `by=${word}: ${near === null ? `"${name}" has no field of this name.` : `did you mean ${near}?`} Split by owner, team, region, stage, product, segment, source, account, type, or week, month, quarter, year.`,
    )
  }
  return new SpmError(
    'missing-column',
    `by=${word}: "${name}" has no column ${fieldLabel(field)}. Split by another, or name the column that holds it: map ${table}.${field} to it.`,
    { table, field },
  )
}

const fieldNamed = (data: Dataset, table: TableName, key: string): string | undefined =>
  aliases.get(key) ?? Object.keys(data.table(table)?.schema.fields ?? {}).find((field) => headerKey(field) === key)

/**
 * What one word of `by` means for a table: a length of time, counted by the table's `day`, or a column of texts.
 *
 * @throws SpmError `argument` for a word that means nothing here, `missing-column` for a column that is not there
 */
export const readDimension = (data: Dataset, table: TableName, day: string | null, word: string): Dimension => {
  const key = headerKey(word)
  const grain = grains.find((each) => each === key)
  if (grain !== undefined) {
    const days = day === null ? null : data.anyColumn(table, day)
    if (days instanceof Numbers) return timeDimension(days, grain, data.calendar)
    throw noDay(word, day)
  }
  const field = fieldNamed(data, table, key)
  const column = field === undefined ? null : data.anyColumn(table, field)
  if (field !== undefined && column instanceof Texts)
    return textDimension(field === 'stage' ? inPipelines(data, table, column) : column, field)
  throw field !== undefined && column !== null ? noTexts(word, field) : noColumn(data, table, word, field)
}
