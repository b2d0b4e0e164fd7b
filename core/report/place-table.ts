import { isNoAnswer, type Value } from '../metrics/value.ts'
import { line, type Draft } from './draft.ts'
import { formatOfKind } from './formats.ts'
import { columnArea, columnAt, numberIn, withCurrency, type Frame } from './frame.ts'
import type { Area, Content, FormatName, Rule } from './instructions.ts'
import { placeChart } from './place-chart.ts'
import type { Sparkline, TableBlock, TableColumn } from './report.ts'
import { withIdentity } from './row-identity.ts'
import { sparkText } from './spark-text.ts'
import { totalRow, withFormulas } from './table-formulas.ts'
import { withTypedMark } from './typed-mark.ts'
import { wrap } from './wrap.ts'

const statusRule: Rule = {
  kind: 'status',
  good: ['OK', 'On track', 'Reached', 'Won', 'Forward', 'New'],
  warn: ['Watch', 'Provisional', 'Back', 'Due soon'],
  bad: ['Fix', 'Behind', 'Lost', 'Overdue', 'Missing'],
}

/** A taller row would leave nothing else on the screen. */
const mostLines = 10

const headingOf = ({ label, input }: TableColumn): string => (input === undefined ? label : withTypedMark(label))

const plain = (value: Value | undefined): string | number | boolean | null =>
  value === undefined || isNoAnswer(value) ? null : value

const isRight = (column: TableColumn): boolean => formatOfKind[column.kind] !== null && column.kind !== 'date'

const textLength = (content: Content | undefined): number => (typeof content === 'string' ? content.length : 0)

const widthOf = (column: TableColumn, contents: readonly (Content | undefined)[]): number => {
  if (column.width !== undefined) return column.width
  if (column.input !== undefined) return column.input === 'date' ? Math.max(12, headingOf(column).length + 1) : 24
  const label = Math.min(column.label.length + 2, 13)
  if (column.kind === 'date') return 12
  if (column.kind === 'money') return Math.max(label, 14)
  if (formatOfKind[column.kind] !== null) return Math.max(label, 10)
  const longest = contents.reduce<number>((most, content) => Math.max(most, textLength(content)), 0)
  return Math.max(label, Math.min(24, longest + 2))
}

const addInput = (draft: Draft, area: Area, column: TableColumn): void => {
  draft.style(area, 'input')
  if (column.input === 'date') {
    draft.format(area, 'date')
    draft.add({
      do: 'validation',
      tab: draft.tab,
      area,
      validation: { kind: 'date' },
      prompt: `${column.label}: a date`,
    })
  } else if (Array.isArray(column.input) && column.input.length > 0) {
    const values: readonly string[] = column.input
    draft.add({
      do: 'validation',
      tab: draft.tab,
      area,
      validation: { kind: 'list', values },
      prompt: `${column.label}: choose one`,
    })
  }
}

const trendFormat = ({ kind }: TableColumn): FormatName => (kind === 'points' ? 'trendPoints' : 'trend')

const ruleOf = ({ rule, trend, kind }: TableColumn): Rule | undefined => {
  if (rule !== undefined) return rule
  if (trend !== undefined) return { kind: 'trend', upIsGood: trend.upIsGood }
  return kind === 'status' ? statusRule : undefined
}

/** One sparkline a record, over the numbers beside it. */
const drawRows = (draft: Draft, frame: Frame, column: number, { kind, of, colour }: Sparkline): void => {
  const first = columnAt(frame, of[0] ?? '')
  frame.rows.forEach((cells, i) => {
    const row = frame.top + 1 + i
    draft.add({
      do: 'sparkline',
      tab: draft.tab,
      at: { row, column },
      kind,
      values: { row, column: first, rows: 1, columns: of.length },
      colour,
      text: sparkText(cells.slice(first, first + of.length).map(numberIn)),
    })
  })
}

const dress = (draft: Draft, frame: Frame, total: boolean): void => {
  frame.columns.forEach((column, i) => {
    const area = columnArea(frame, i)
    draft.style({ row: frame.top, column: i, rows: 1, columns: 1 }, isRight(column) ? 'headerRight' : 'header')
    if (column.input !== undefined) return addInput(draft, area, column)
    if (column.kind === 'date') draft.style(area, 'bodyLeft')
    if (column.sparkline !== undefined) return drawRows(draft, frame, i, column.sparkline)
    const format = column.trend === undefined ? formatOfKind[column.kind] : trendFormat(column)
    if (format !== null) draft.format({ ...area, rows: area.rows + (total ? 1 : 0) }, format)
    const rule = ruleOf(column)
    if (rule !== undefined) draft.add({ do: 'rule', tab: draft.tab, area, rule })
  })
  const tall = frame.columns.some((column, i) => headingOf(column).length > (draft.widths[i] ?? 0) - 1)
  if (tall) draft.add({ do: 'height', tab: draft.tab, row: frame.top, lines: 2 })
  if (total) draft.style(line(frame.top + frame.rows.length + 1, frame.columns.length), 'total')
}

/** Rows whose typed texts are longer than their columns get room for them; a blank row keeps its height. */
const addHeights = (draft: Draft, { top, columns, rows }: Frame): void => {
  rows.forEach((cells, i) => {
    const lines = columns.map(({ input }, column) =>
      input === undefined ? 1 : Math.ceil(textLength(cells[column]) / Math.max(1, (draft.widths[column] ?? 10) - 2)),
    )
    const most = Math.min(mostLines, Math.max(1, ...lines))
    if (most > 1) draft.add({ do: 'height', tab: draft.tab, row: top + 1 + i, lines: most })
  })
}

/** Why cells are blank, and what was left out or assumed; what a table above has said is not said again. */
const addNotes = (draft: Draft, block: TableBlock): void => {
  const notes = new Set(block.notes.filter((note) => draft.once(note)))
  for (const row of block.rows)
    for (const { key } of block.columns) {
      const value = row[key]
      if (value !== undefined && isNoAnswer(value)) notes.add(`Blank: ${value.noAnswer}`)
    }
  if (block.hidden !== undefined && block.hidden > 0) notes.add(`${block.hidden} more not shown.`)
  const lines = [...notes].flatMap(wrap)
  if (lines.length === 0) return
  draft.write(
    { row: draft.row, column: 0 },
    lines.map((text) => [text]),
  )
  draft.style({ row: draft.row, column: 0, rows: lines.length, columns: 1 }, 'note')
  draft.row += lines.length
}

const placeEmpty = (draft: Draft, block: TableBlock): void => {
  draft.write({ row: draft.row, column: 0 }, [[block.empty]])
  draft.style(line(draft.row, 1), 'muted')
  draft.row++
}

const placeRecords = (draft: Draft, block: TableBlock, name: string): Frame => {
  const top = draft.row
  const raw = block.rows.map((row) => block.columns.map(({ key }) => plain(row[key])))
  const bare: Frame = { top, columns: block.columns, rows: raw }
  const frame: Frame = { ...bare, rows: raw.map((cells, i) => withFormulas(bare, cells, top + 1 + i)) }
  const total = block.total ? [totalRow(frame, top + 1 + frame.rows.length)] : []
  const labels = block.columns.map(headingOf)
  const area = { row: top, column: 0, rows: frame.rows.length + 1, columns: labels.length }
  draft.write({ row: top, column: 0 }, [labels, ...frame.rows, ...total])
  draft.style({ ...area, row: top + 1, rows: frame.rows.length }, 'body')
  draft.add({ do: 'table', tab: draft.tab, name, area, columns: labels })
  block.columns.forEach((column, i) => {
    const contents = frame.rows.map((cells) => cells[i])
    draft.widen(i, widthOf(column, contents))
  })
  dress(draft, frame, block.total)
  addHeights(draft, frame)
  draft.row = top + 1 + frame.rows.length + total.length
  return frame
}

/** A heading, the table with its total, notes on blanks, and its charts; or one sentence where there are no rows. */
export const placeTable = (draft: Draft, given: TableBlock, name: string, currency: string): void => {
  const block = withIdentity(given)
  const isMoney = block.rows.length > 0 && block.columns.some(({ kind }) => kind === 'money')
  draft.write({ row: draft.row, column: 0 }, [[withCurrency(block.title, isMoney, currency)]])
  draft.style(line(draft.row, block.columns.length), 'heading')
  draft.row++
  const frame = block.rows.length === 0 ? null : placeRecords(draft, block, name)
  if (frame === null) placeEmpty(draft, block)
  addNotes(draft, block)
  draft.row++
  if (frame !== null)
    for (const chart of block.charts ?? []) placeChart(draft, frame, chart, currency, block.chartsBeside === true)
}
