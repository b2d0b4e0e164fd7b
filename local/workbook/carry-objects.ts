import { firstInputDay, lastInputDay, refusalOf, refusalTitle } from '#core/report/input-check'
import { seriesColour } from '#core/report/chart-look'
import type { Area, Instruction, InstructionKind, Validation } from '#core/report/instructions'
import { ruleBodies } from '#core/report/rule-body'
import { seriesColours } from '#core/report/styles'
import { hasFilter, tableStyle } from '#core/report/table-look'
import { touchedIn, peekCell } from './cells.ts'
import { nextId } from './make.ts'
import type { Check, Tab, Workbook } from './model.ts'

type Of<K extends InstructionKind> = Extract<Instruction, { readonly do: K }>

export const carryTable = (workbook: Workbook, tab: Tab, { name, area }: Of<'table'>): void => {
  tab.tables.push({
    id: nextId(workbook),
    name,
    area,
    header: true,
    totals: false,
    style: tableStyle,
    filter: hasFilter(area.rows),
  })
}

export const carryChart = (workbook: Workbook, tab: Tab, chart: Of<'chart'>): void => {
  const { at, kind, title, alt, categories } = chart
  const id = nextId(workbook)
  tab.charts.push({
    id,
    name: title,
    kind,
    title,
    alt,
    at,
    series: chart.series.map((series, index) => ({
      id: nextId(workbook),
      name: series.name,
      values: { tab: tab.id, area: series.values },
      categories: { tab: tab.id, area: categories },
      colour: seriesColour(series, index),
      line: kind === 'columnLine' && series.line === true,
      look: new Map(),
    })),
    look: new Map(),
  })
}

export const carrySparkline = (tab: Tab, { at, kind, values, colour, text }: Of<'sparkline'>): void => {
  tab.sparklines.push({ at, kind, values, colour: seriesColours[colour], text })
}

const holdsNegative = (tab: Tab, area: Area): boolean =>
  touchedIn(tab, area).some(({ row, column }) => {
    const { value } = peekCell(tab, row, column)
    return typeof value === 'number' && value < 0
  })

export const carryRule = (workbook: Workbook, tab: Tab, { area, rule }: Of<'rule'>): void => {
  for (const body of ruleBodies(area, rule, () => holdsNegative(tab, area)))
    tab.rules.push({ id: nextId(workbook), areas: [area], body })
}

const checkOf = (validation: Validation): Check => {
  switch (validation.kind) {
    case 'list':
      return { kind: 'list', values: validation.values }
    case 'date':
      return { kind: 'date', from: firstInputDay, to: lastInputDay }
    case 'text':
      return { kind: 'text', maximum: validation.maximum }
  }
}

export const carryCheck = (tab: Tab, { area, validation, prompt }: Of<'validation'>): void => {
  tab.validations.push({
    areas: [area],
    check: checkOf(validation),
    prompt,
    refusal: { title: refusalTitle, message: refusalOf(validation) },
  })
}

export const carryComment = (workbook: Workbook, tab: Tab, { at, text }: Of<'comment'>): void => {
  const known = tab.comments.find((comment) => comment.at.row === at.row && comment.at.column === at.column)
  if (known) known.text = text
  else tab.comments.push({ id: nextId(workbook), at, text })
}
