import { runMetric, type Answer } from '#core/metrics/run'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { SpmError } from '#core/errors'
import { metricNamed } from '#core/metrics/index'
import type { Metric } from '#core/metrics/define'
import { explain } from '#core/metrics/explain'
import { readHeaders, shownCells, type ShownCells } from '#core/metrics/shown-cells'
import { refuseQuestions } from '#core/metrics/tables-read'
import { isNoAnswer, type ResultKind, type Value } from '#core/metrics/value'
import { clockOf, type Clock } from '../clock.ts'
import { mappedTables } from './mapped-tables.ts'
import { readArguments, type Given } from './read-arguments.ts'

/** What a cell may be given. */
type SheetValue = string | number | boolean | Date

/** More rows than this do not reach the sheet within the half minute that a formula has. */
const mostRows = 10_000

const toCell = (value: Value, kind: ResultKind, clock: () => Clock): SheetValue => {
  if (value === null || isNoAnswer(value)) return ''
  return kind === 'date' && typeof value === 'number' ? clock().momentOf(value) : value
}

const refuseLong = (name: string, { rows }: ShownCells): void => {
  if (rows.length <= mostRows) return
  throw new SpmError(
    'argument',
    `${name} has ${rows.length} rows, and a formula in Google Sheets can show ${mostRows}. Ask for fewer, with scope or period, or split the range.`,
  )
}

const inCells = (shown: ShownCells, clock: () => Clock): SheetValue | readonly (readonly SheetValue[])[] => {
  const rows = shown.rows.map((row) => row.map((value, i) => toCell(value, shown.columns[i]?.kind ?? 'text', clock)))
  if (shown.hasHeader) return [shown.columns.map(({ label }) => label), ...rows]
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? '') : rows
}

/** The spreadsheet, its clocks once they are needed, and today by them. */
const openSpreadsheet = () => {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  let known: Clock | null = null
  const clock = (): Clock => (known ??= clockOf(spreadsheet.getSpreadsheetTimeZone()))
  return { spreadsheet, clock, today: () => Math.floor(clock().serialOf(new Date())) }
}

type Opened = ReturnType<typeof openSpreadsheet>

const openTables = (metric: Metric, { tables }: Given, { spreadsheet, clock, today }: Opened): Dataset => {
  const identified = mappedTables(spreadsheet, tables, clock)
  refuseQuestions(metric, identified.questions)
  return openDataset({ tables: identified.tables, today: today() })
}

const show = (answer: Answer, headers: unknown, { clock }: Opened) => {
  if (!answer.ok) throw new SpmError(answer.code, answer.reason)
  const shown = shownCells(answer, readHeaders(headers))
  refuseLong(answer.metric, shown)
  return inCells(shown, clock)
}

const needMetric = (name: string): Metric => {
  const metric = metricNamed(name.toUpperCase().replace(/^SPM[._]/, ''))
  if (metric !== null) return metric
  throw new SpmError('argument', `There is no function "${name}". Write its name without SPM_, such as WIN_RATE.`)
}

/** Answers a custom function from its arguments in their places. What goes wrong is thrown, and the cell shows the sentence. */
export const formula = (name: string, values: readonly unknown[]) => {
  const metric = needMetric(name)
  const opened = openSpreadsheet()
  const given = readArguments(metric, values, opened.clock)
  return show(runMetric(metric, openTables(metric, given, opened), given.args), given.headers, opened)
}

/** `SPM_EXPLAIN(metric, rows, …)`: the arguments of that metric follow in their places. */
export const explainFormula = (values: readonly unknown[]) => {
  const [name, rows, ...rest] = values
  const metric = needMetric(typeof name === 'string' ? name : '')
  const opened = openSpreadsheet()
  const given = readArguments(metric, rest, opened.clock)
  const args = rows === undefined || rows === '' ? given.args : { ...given.args, rows }
  return show(explain(metric, openTables(metric, given, opened), args), given.headers, opened)
}
