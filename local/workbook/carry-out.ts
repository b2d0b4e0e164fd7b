import { SpmError } from '#core/errors'
import { footerParts } from '#core/report/footer'
import { formats } from '#core/report/formats'
import type { Content, Formula, Instruction, InstructionKind } from '#core/report/instructions'
import { rowHeight } from '#core/report/row-height'
import { plainSize, tabColours } from '#core/report/styles'
import { carryChart, carryCheck, carryComment, carryRule, carrySparkline, carryTable } from './carry-objects.ts'
import { eachPlace, peekCell, putCell, putLook } from './cells.ts'
import { lookOf } from './look-of-style.ts'
import { addTab, tabNamed } from './make.ts'
import { plainLook, type Link, type Tab, type Workbook } from './model.ts'

export type Of<K extends InstructionKind> = Extract<Instruction, { readonly do: K }>

const isFormula = (content: Content): content is Formula => typeof content === 'object' && content !== null

const startTab = (workbook: Workbook, { tab: name, colour, widths, freeze, print }: Of<'tab'>): void => {
  const tab = tabNamed(workbook, name) ?? addTab(workbook, name)
  emptyTab(tab)
  tab.colour = tabColours[colour]
  tab.gridlines = false
  widths.forEach((width, column) => tab.widths.set(column, width))
  tab.freeze = freeze
  tab.print = {
    ...tab.print,
    landscape: print.landscape,
    area: print.area,
    repeatRows: print.repeatRows,
    pagesWide: 1,
    pagesTall: print.onePage ? 1 : null,
    paper: 'a4',
    footer: { centre: '', ...footerParts(print.footer) },
  }
}

const emptyTab = (tab: Tab): void => {
  for (const kept of [tab.cells, tab.widths, tab.heights]) kept.clear()
  for (const list of [tab.tables, tab.charts, tab.sparklines, tab.rules, tab.validations, tab.comments]) list.length = 0
}

/** A cell that something is written to has the size of a cell without a named style, until it gets one. */
const written = (tab: Tab, row: number, column: number): void => {
  if (peekCell(tab, row, column).look === plainLook) putLook(tab, row, column, { size: plainSize, valign: 'center' })
}

const carryValues = (tab: Tab, { at, values }: Of<'values'>): void => {
  values.forEach((cells, down) => {
    cells.forEach((content, right) => {
      if (content === null || content === '') return
      const [row, column] = [at.row + down, at.column + right]
      written(tab, row, column)
      if (isFormula(content)) putCell(tab, row, column, { value: content.value, formula: content.formula })
      else putCell(tab, row, column, { value: content, formula: null })
    })
  })
}

const carryStyle = (tab: Tab, { area, style }: Of<'style'>): void => {
  const look = lookOf(style)
  eachPlace(area, (row, column) => {
    putCell(tab, row, column, { look })
  })
}

const carryFormat = (tab: Tab, { area, format }: Of<'format'>): void => {
  eachPlace(area, (row, column) => {
    written(tab, row, column)
    putCell(tab, row, column, { format: formats[format] })
  })
}

const carryLink = (workbook: Workbook, tab: Tab, { at, to, text }: Of<'link'>): void => {
  const link: Link = 'url' in to ? { url: to.url } : { tab: (tabNamed(workbook, to.tab) ?? tab).name, cell: to.cell }
  const { look } = peekCell(tab, at.row, at.column)
  const isPlain = look === plainLook || (look.colour === null && look.fill === null && !look.bold)
  putCell(tab, at.row, at.column, { value: text, formula: null, link, ...(isPlain && { look: lookOf('link') }) })
}

const largestSize = (tab: Tab, row: number): number => {
  const sizes = [...(tab.cells.get(row)?.values() ?? [])]
    .filter(({ value, formula }) => (value !== null && value !== '') || formula !== null)
    .map(({ look }) => look.size)
  return Math.max(0, ...sizes) || plainSize
}

/** Texts with line breaks, and those of rows made taller, wrap within their columns. */
const wrapTexts = (tab: Tab, lines: ReadonlyMap<number, number>): void => {
  for (const [row, cells] of tab.cells)
    for (const [column, { value, formula, look }] of cells) {
      const wraps = typeof value === 'string' && formula === null && (value.includes('\n') || (lines.get(row) ?? 1) > 1)
      if (wraps && !look.wrap) putLook(tab, row, column, { wrap: true })
    }
}

const finish = (tab: Tab, heights: readonly Of<'height'>[]): void => {
  const lines = new Map(heights.filter((each) => each.tab === tab.name).map((each) => [each.row, each.lines]))
  wrapTexts(tab, lines)
  for (const [row, count] of lines) tab.heights.set(row, rowHeight(count, largestSize(tab, row)))
}

const carry = (workbook: Workbook, tab: Tab, instruction: Instruction): void => {
  switch (instruction.do) {
    case 'tab':
    case 'height':
      return
    case 'values':
      return carryValues(tab, instruction)
    case 'style':
      return carryStyle(tab, instruction)
    case 'format':
      return carryFormat(tab, instruction)
    case 'link':
      return carryLink(workbook, tab, instruction)
    case 'table':
      return carryTable(workbook, tab, instruction)
    case 'chart':
      return carryChart(workbook, tab, instruction)
    case 'sparkline':
      return carrySparkline(tab, instruction)
    case 'rule':
      return carryRule(workbook, tab, instruction)
    case 'validation':
      return carryCheck(tab, instruction)
    case 'comment':
      return carryComment(workbook, tab, instruction)
  }
}

/** Rules and links look at cells, so that the cells come first, whatever the order of the instructions. */
const order: readonly InstructionKind[] = [
  'values',
  'style',
  'format',
  'link',
  'table',
  'chart',
  'sparkline',
  'rule',
  'validation',
  'comment',
]

const isOf = <K extends InstructionKind>(instruction: Instruction, kind: K): instruction is Of<K> =>
  instruction.do === kind

/**
 * Does to a workbook what the instructions say: tabs of the same name are emptied and written anew, others stay as they
 * are. Nothing is worked out; a formula has the value that its instruction promises.
 *
 * @throws SpmError `file` when something is written to a tab that no instruction makes
 */
export const carryOut = (workbook: Workbook, instructions: readonly Instruction[]): void => {
  const made = new Set<string>()
  for (const instruction of instructions)
    if (isOf(instruction, 'tab')) {
      startTab(workbook, instruction)
      made.add(instruction.tab)
    }
  const tabOf = (name: string): Tab => {
    const tab = made.has(name) ? tabNamed(workbook, name) : undefined
    if (tab === undefined) throw new SpmError('file', `The tab "${name}" is written to, but no instruction makes it.`)
    return tab
  }
  for (const kind of order)
    for (const instruction of instructions)
      if (instruction.do === kind) carry(workbook, tabOf(instruction.tab), instruction)
  const heights = instructions.filter((each): each is Of<'height'> => isOf(each, 'height'))
  for (const name of made) finish(tabOf(name), heights)
}
