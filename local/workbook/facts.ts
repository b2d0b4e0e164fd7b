import { areaAddress, cellAddress } from '#core/report/a1'
import type { Area } from '#core/report/instructions'
import { naturalHeight } from '#core/report/row-height'
import { plainSize } from '#core/report/styles'
import { isBlank } from './cells.ts'
import { linesOf } from './lines.ts'
import { tabById } from './make.ts'
import {
  blankCell,
  plainLook,
  type CellState,
  type Chart,
  type Look,
  type Range,
  type Tab,
  type Workbook,
} from './model.ts'
import { pixelsOfWidth } from './units.ts'

export type FactKind =
  | 'tab'
  | 'view'
  | 'print'
  | 'width'
  | 'height'
  | 'value'
  | 'formula'
  | 'format'
  | 'style'
  | 'line'
  | 'link'
  | 'table'
  | 'chart'
  | 'chart text'
  | 'sparkline'
  | 'rule'
  | 'check'
  | 'comment'

/** One thing that can be seen of a tab, in a form that is the same whatever program wrote it. */
export interface Fact {
  readonly tab: string
  readonly kind: FactKind
  /** Which one of its kind: a cell, an area, a name. */
  readonly where: string
  readonly is: string
}

/** Stands for the value of a formula that nobody has worked out. */
export const notWorkedOut = 'not worked out'

/** Properties in one order, whoever wrote them down in another. */
const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const textOf = (is: unknown): string => JSON.stringify(is, inOrder)

type Put = (kind: FactKind, where: string, is: unknown) => void

/** The family of letters is that of the workbook where a cell names none, and lines are facts of their own. */
const styleOf = ({ font: _font, border: _border, valign, ...look }: Look): object => ({
  ...look,
  valign: valign === 'bottom' ? null : valign,
})

const plainStyle = JSON.stringify(styleOf(plainLook))

const putCell = (put: Put, where: string, cell: CellState): void => {
  const { value, formula, format, look, link } = cell
  if (formula !== null) put('formula', where, formula)
  if (!isBlank(cell)) put('value', where, formula !== null && value === null ? notWorkedOut : value)
  if (format !== blankCell.format) put('format', where, format)
  if (JSON.stringify(styleOf(look)) !== plainStyle) put('style', where, styleOf(look))
  if (link !== null) put('link', where, link)
}

/** As tall as the largest letters of the row need, unless somebody said otherwise. */
const heightOf = (tab: Tab, row: number): number => {
  const sizes = [...(tab.cells.get(row)?.values() ?? [])].filter((cell) => !isBlank(cell)).map(({ look }) => look.size)
  return tab.heights.get(row) ?? naturalHeight(Math.max(plainSize, ...sizes))
}

const usualHeight = naturalHeight(plainSize)

const rangeText = (workbook: Workbook, range: Range | null): string | null =>
  range === null ? null : `${tabById(workbook, range.tab)?.name ?? '?'}!${areaAddress(range.area)}`

const chartFact = (workbook: Workbook, { kind, title, series }: Chart): object => ({
  kind,
  title,
  series: series.map((each) => ({
    name: each.name,
    values: rangeText(workbook, each.values),
    categories: rangeText(workbook, each.categories),
    colour: each.colour,
    line: each.line,
  })),
})

const sorted = (areas: readonly Area[]): string => areas.map(areaAddress).sort().join(',')

/** Those of the same cells are numbered, since the first of them wins. */
const putRules = (put: Put, { rules }: Tab): void => {
  const counts = new Map<string, number>()
  for (const { areas, body } of rules) {
    const where = sorted(areas)
    const count = (counts.get(where) ?? 0) + 1
    counts.set(where, count)
    put('rule', `${where} rule ${count}`, body)
  }
}

const putObjects = (put: Put, workbook: Workbook, tab: Tab): void => {
  for (const { name, area, header, totals, style, filter } of tab.tables)
    put('table', name.toLowerCase(), { name, area: areaAddress(area), header, totals, style, filter })
  for (const chart of tab.charts) {
    put('chart', areaAddress(chart.at), chartFact(workbook, chart))
    if (chart.alt !== '') put('chart text', areaAddress(chart.at), chart.alt)
  }
  for (const { at, kind, values, colour } of tab.sparklines)
    put('sparkline', cellAddress(at), { kind, values: areaAddress(values), colour })
  putRules(put, tab)
  for (const { areas, check, prompt, refusal } of tab.validations)
    put('check', sorted(areas), { check, prompt, refusal })
  for (const { at, text } of tab.comments) put('comment', cellAddress(at), text)
}

const putTab = (put: Put, { colour, gridlines, visibility, freeze, print }: Tab): void => {
  const { landscape, area, repeatRows, pagesWide, pagesTall, paper, footer } = print
  put('tab', 'tab', { colour, visibility })
  put('view', 'tab', { gridlines, freeze })
  const printed = area === null ? null : areaAddress(area)
  const { left, centre, right } = footer
  put('print', 'tab', { landscape, area: printed, repeatRows, pagesWide, pagesTall, paper, left, centre, right })
}

const factsOfTab = (workbook: Workbook, tab: Tab): readonly Fact[] => {
  const facts: Fact[] = []
  const put: Put = (kind, where, is) => {
    facts.push({ tab: tab.name, kind, where, is: textOf(is) })
  }
  putTab(put, tab)
  for (const [column, width] of tab.widths) put('width', `column ${column + 1}`, pixelsOfWidth(width))
  for (const row of new Set([...tab.heights.keys(), ...tab.cells.keys()])) {
    const height = heightOf(tab, row)
    if (height !== usualHeight) put('height', `row ${row + 1}`, Math.round(height * 4) / 4)
  }
  for (const [row, cells] of tab.cells)
    for (const [column, cell] of cells) putCell(put, cellAddress({ row, column }), cell)
  for (const { row, column, side, colour } of linesOf(tab))
    put('line', `${side} of ${cellAddress({ row, column })}`, colour)
  putObjects(put, workbook, tab)
  return facts
}

/** What can be seen of the tabs of these names, or of all: cells, looks, tables, charts, rules, checks, print set-up. */
export const lookAt = (workbook: Workbook, tabs?: readonly string[]): readonly Fact[] => {
  const wanted = tabs === undefined ? null : new Set(tabs.map((name) => name.toLowerCase()))
  return workbook.tabs
    .filter(({ name }) => wanted === null || wanted.has(name.toLowerCase()))
    .flatMap((tab) => factsOfTab(workbook, tab))
}
