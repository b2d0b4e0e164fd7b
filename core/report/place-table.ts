import { isNoAnswer, type ResultKind, type Value } from '../metrics/value.ts'
import { areaAddress, cellAddress } from './a1.ts'
import { line, type Draft } from './draft.ts'
import type { Area, Content, FormatName, Rule } from './instructions.ts'
import type { ChartSpec, TableBlock, TableColumn } from './report.ts'
import { wrap } from './wrap.ts'

const chartRows = 12
const chartWidth = 96

/** The format of each kind of result; texts and words of status need none. */
export const formatOfKind: Readonly<Record<ResultKind, FormatName | null>> = {
  text: null,
  status: null,
  count: 'count',
  money: 'money',
  percent: 'percent',
  points: 'points',
  days: 'days',
  date: 'date',
  decimal: 'decimal',
  ratio: 'ratio',
}

export const statusRule: Rule = {
  kind: 'status',
  good: ['OK', 'On track', 'Reached', 'Won', 'Forward', 'New'],
  warn: ['Watch', 'Provisional', 'Back', 'Due soon'],
  bad: ['Fix', 'Behind', 'Lost', 'Overdue', 'Missing'],
}

/** Where a table's parts stand on its tab. */
interface Frame {
  readonly top: number
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Content[])[]
}

const plain = (value: Value | undefined): string | number | boolean | null =>
  value === undefined || isNoAnswer(value) ? null : value

const isRight = (column: TableColumn): boolean => formatOfKind[column.kind] !== null && column.kind !== 'date'

/** The number a cell shows, formulas included; `null` where it shows none. */
const numberIn = (content: Content | undefined): number | null => {
  const value = typeof content === 'object' && content !== null ? content.value : content
  return typeof value === 'number' ? value : null
}

const divide = (top: number | null, bottom: number | null): number | string =>
  top === null || bottom === null || bottom === 0 ? '' : top / bottom

const columnArea = (frame: Frame, column: number): Area => ({
  row: frame.top + 1,
  column,
  rows: frame.rows.length,
  columns: 1,
})

const absolute = (address: string): string =>
  address.replace(/[A-Z]+\d+/g, (cell) => cell.replace(/([A-Z]+)(\d+)/, '$$$1$$$2'))

/** The formula of one cell, with the value that it gives. */
const formulaAt = (frame: Frame, column: TableColumn, row: number, cells: readonly Content[]): Content => {
  const { formula } = column
  if (formula === undefined) return null
  const at = (key: string): number => frame.columns.findIndex((each) => each.key === key)
  const name = (key: string): string => cellAddress({ row, column: at(key) })
  const value = (key: string): number | null => numberIn(cells[at(key)])
  if ('share' in formula) {
    const total = frame.rows.reduce((sum, each) => sum + (numberIn(each[at(formula.share)]) ?? 0), 0)
    const sum = `SUM(${absolute(areaAddress(columnArea(frame, at(formula.share))))})`
    return { formula: `IF(${sum}=0,"",${name(formula.share)}/${sum})`, value: divide(value(formula.share) ?? 0, total) }
  }
  if ('ratio' in formula) {
    const [top, bottom] = formula.ratio
    const shown = value(top) === null || value(bottom) === null ? '' : divide(value(top), value(bottom))
    return {
      formula: `IF(OR(${name(top)}="",${name(bottom)}="",${name(bottom)}=0),"",${name(top)}/${name(bottom)})`,
      value: shown,
    }
  }
  const [one, two] = 'sum' in formula ? formula.sum : formula.difference
  const sign = 'sum' in formula ? 1 : -1
  const [a, b] = [value(one), value(two)]
  return {
    formula: `IF(OR(${name(one)}="",${name(two)}=""),"",${name(one)}${sign > 0 ? '+' : '-'}${name(two)})`,
    value: a === null || b === null ? '' : a + sign * b,
  }
}

const withFormulas = (frame: Frame, cells: readonly Content[], row: number): Content[] => {
  const filled = [...cells]
  frame.columns.forEach((column, i) => {
    if (column.formula !== undefined) filled[i] = formulaAt(frame, column, row, filled)
  })
  return filled
}

const totalRow = (frame: Frame, row: number): Content[] => {
  const cells = frame.columns.map((column, i): Content => {
    if (i === 0) return 'Total'
    if (column.total !== 'sum') return null
    const sum = frame.rows.reduce((total, each) => total + (numberIn(each[i]) ?? 0), 0)
    return { formula: `SUM(${areaAddress(columnArea(frame, i))})`, value: sum }
  })
  return withFormulas(frame, cells, row)
}

const textLength = (content: Content | undefined): number => (typeof content === 'string' ? content.length : 0)

const widthOf = (column: TableColumn, contents: readonly (Content | undefined)[]): number => {
  if (column.width !== undefined) return column.width
  if (column.input !== undefined) return column.input === 'date' ? 12 : 24
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

const dress = (draft: Draft, frame: Frame, total: boolean): void => {
  frame.columns.forEach((column, i) => {
    const area = columnArea(frame, i)
    draft.style({ row: frame.top, column: i, rows: 1, columns: 1 }, isRight(column) ? 'headerRight' : 'header')
    if (column.input !== undefined) return addInput(draft, area, column)
    if (column.kind === 'date') draft.style(area, 'bodyLeft')
    const format = formatOfKind[column.kind]
    if (format !== null) draft.format({ ...area, rows: area.rows + (total ? 1 : 0) }, format)
    const rule = column.rule ?? (column.kind === 'status' ? statusRule : undefined)
    if (rule !== undefined) draft.add({ do: 'rule', tab: draft.tab, area, rule })
  })
  const tall = frame.columns.some(({ label }, i) => label.length > (draft.widths[i] ?? 0) - 1)
  if (tall) draft.add({ do: 'height', tab: draft.tab, row: frame.top, lines: 2 })
  if (total) draft.style(line(frame.top + frame.rows.length + 1, frame.columns.length), 'total')
}

/** Columns that a chart of about `chartWidth` characters covers. */
const chartColumns = (draft: Draft): number => {
  let width = 0
  let columns = 0
  while (columns < draft.widths.length && width < chartWidth) width += draft.widths[columns++] ?? 10
  return Math.max(4, columns)
}

/** A chart of nothing but zeros shows nothing. */
const hasFigures = (frame: Frame, { series }: ChartSpec): boolean =>
  series.some(({ key }) => {
    const at = frame.columns.findIndex((column) => column.key === key)
    return frame.rows.some((cells) => (numberIn(cells[at]) ?? 0) !== 0)
  })

const addChart = (draft: Draft, frame: Frame, chart: ChartSpec): void => {
  const at = (key: string): number => frame.columns.findIndex((each) => each.key === key)
  const [first] = chart.series
  draft.add({
    do: 'chart',
    tab: draft.tab,
    at: { row: draft.row, column: 0, rows: chartRows, columns: chartColumns(draft) },
    kind: chart.kind,
    title: chart.title,
    alt: chart.alt,
    categories: columnArea(frame, at(chart.category)),
    series: chart.series.map(({ key, line: isLine, colour }) => ({
      name: frame.columns[at(key)]?.label ?? key,
      values: columnArea(frame, at(key)),
      colour,
      ...(isLine === true ? { line: true } : {}),
    })),
    format: formatOfKind[frame.columns[at(first?.key ?? '')]?.kind ?? 'count'] ?? 'count',
  })
  draft.row += chartRows + 1
}

const addNotes = (draft: Draft, block: TableBlock): void => {
  const reasons = new Set(block.notes)
  for (const row of block.rows)
    for (const { key } of block.columns) {
      const value = row[key]
      if (value !== undefined && isNoAnswer(value)) reasons.add(`Blank: ${value.noAnswer}`)
    }
  if (block.hidden !== undefined && block.hidden > 0) reasons.add(`${block.hidden} more not shown.`)
  const lines = [...reasons].flatMap(wrap)
  if (lines.length === 0) return
  draft.write(
    { row: draft.row, column: 0 },
    lines.map((text) => [text]),
  )
  draft.style({ row: draft.row, column: 0, rows: lines.length, columns: 1 }, 'note')
  draft.row += lines.length
}

/** A heading, the table with its total, notes on blanks, and its chart. */
export const placeTable = (draft: Draft, block: TableBlock, name: string): void => {
  draft.write({ row: draft.row, column: 0 }, [[block.title]])
  draft.style(line(draft.row, block.columns.length), 'heading')
  draft.row++
  if (block.rows.length === 0) {
    draft.write({ row: draft.row, column: 0 }, [[block.empty]])
    draft.style(line(draft.row, 1), 'muted')
    draft.row++
    addNotes(draft, block)
    draft.row++
    return
  }
  const top = draft.row
  const raw = block.rows.map((row) => block.columns.map(({ key }) => plain(row[key])))
  const bare: Frame = { top, columns: block.columns, rows: raw }
  const frame: Frame = { ...bare, rows: raw.map((cells, i) => withFormulas(bare, cells, top + 1 + i)) }
  const total = block.total ? [totalRow(frame, top + 1 + frame.rows.length)] : []
  const labels = block.columns.map(({ label }) => label)
  draft.write({ row: top, column: 0 }, [labels, ...frame.rows, ...total])
  draft.style({ row: top + 1, column: 0, rows: frame.rows.length, columns: labels.length }, 'body')
  draft.add({
    do: 'table',
    tab: draft.tab,
    name,
    area: { row: top, column: 0, rows: frame.rows.length + 1, columns: labels.length },
    columns: labels,
  })
  block.columns.forEach((column, i) =>
    draft.widen(
      i,
      widthOf(
        column,
        frame.rows.map((cells) => cells[i]),
      ),
    ),
  )
  dress(draft, frame, block.total)
  draft.row = top + 1 + frame.rows.length + total.length
  addNotes(draft, block)
  draft.row++
  for (const chart of block.charts ?? []) if (hasFigures(frame, chart)) addChart(draft, frame, chart)
}
