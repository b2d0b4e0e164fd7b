import { writeXlsx } from 'hucre/xlsx'
import { cellAddress } from '#core/report/a1'
import type { Instruction } from '#core/report/instructions'
import { fontName } from '#core/report/styles'
import { fail } from './fail.ts'
import { finishTab } from './finish-tab.ts'
import { cellAt, checkArea, eachCell, type Of, type TabDraft } from './tab-draft.ts'
import { writeChart } from './write-chart.ts'
import { checkText, storedText, writeValues } from './write-content.ts'
import { writeLink } from './write-link.ts'
import { writeRule } from './write-rule.ts'
import { writeSparkline } from './write-sparkline.ts'
import { newTab } from './write-tab.ts'
import { writeTable } from './write-table.ts'
import { writeValidation } from './write-validation.ts'

/** The same instructions give the same bytes, so no clock is asked; the cover carries the date. */
const fixedDate = new Date(Date.UTC(2000, 0, 1))

const writeStyle = (draft: TabDraft, { area, style }: Of<'style'>): void => {
  checkArea(draft, area, `The style "${style}"`)
  eachCell(draft, area, (cell) => (cell.style = style))
}

const writeFormat = (draft: TabDraft, { area, format }: Of<'format'>): void => {
  checkArea(draft, area, `The number format "${format}"`)
  eachCell(draft, area, (cell) => (cell.format = format))
}

const writeHeight = (draft: TabDraft, { row, lines }: Of<'height'>): void => {
  checkArea(draft, { row, column: 0, rows: 1, columns: 1 }, 'A row height')
  if (!Number.isFinite(lines) || lines <= 0)
    fail('file', `Row ${row + 1} on tab "${draft.name}" cannot have ${lines} lines.`)
  draft.lines.set(row, lines)
}

const writeComment = (draft: TabDraft, { at, text }: Of<'comment'>): void => {
  checkArea(draft, { ...at, rows: 1, columns: 1 }, 'A comment')
  checkText(text, `The comment on ${cellAddress(at)} of tab "${draft.name}"`)
  cellAt(draft, at).comment = text
}

const newTabs = (instructions: readonly Instruction[]): ReadonlyMap<string, TabDraft> => {
  const tabs = new Map<string, TabDraft>()
  const taken = new Set<string>()
  for (const instruction of instructions) {
    if (instruction.do !== 'tab') continue
    const { tab } = instruction
    if (taken.has(tab.toLowerCase()))
      fail('conflict', `Two tabs are called "${tab}" (capitals make no difference): rename one.`)
    taken.add(tab.toLowerCase())
    tabs.set(tab, newTab(instruction))
  }
  if (tabs.size === 0) fail('file', 'A workbook needs at least one tab.')
  return tabs
}

type Cellwise = 'values' | 'style' | 'format' | 'height' | 'comment'

/** Tables, rules and links look at values, so that the cells come first, whatever the order of the instructions. */
const isCellwise = (instruction: Instruction): instruction is Of<Cellwise> => {
  switch (instruction.do) {
    case 'values':
    case 'style':
    case 'format':
    case 'height':
    case 'comment':
      return true
    case 'tab':
    case 'table':
    case 'chart':
    case 'sparkline':
    case 'rule':
    case 'validation':
    case 'link':
      return false
  }
}

const writeCells = (draft: TabDraft, instruction: Of<Cellwise>): void => {
  switch (instruction.do) {
    case 'values':
      return writeValues(draft, instruction)
    case 'style':
      return writeStyle(draft, instruction)
    case 'format':
      return writeFormat(draft, instruction)
    case 'height':
      return writeHeight(draft, instruction)
    case 'comment':
      return writeComment(draft, instruction)
  }
}

const writeObjects = (
  draft: TabDraft,
  instruction: Exclude<Instruction, Of<Cellwise>>,
  tabs: ReadonlyMap<string, TabDraft>,
  tables: Set<string>,
): void => {
  switch (instruction.do) {
    case 'tab':
      return
    case 'table':
      return writeTable(draft, instruction, tables)
    case 'chart':
      return writeChart(draft, instruction)
    case 'sparkline':
      return writeSparkline(draft, instruction)
    case 'rule':
      return writeRule(draft, instruction)
    case 'validation':
      return writeValidation(draft, instruction)
    case 'link':
      return writeLink(draft, instruction, tabs)
  }
}

const draftOf = (tabs: ReadonlyMap<string, TabDraft>, tab: string): TabDraft =>
  tabs.get(tab) ?? fail('file', `The tab "${tab}" is written to, but no instruction makes it.`)

/**
 * Carries out every instruction and gives the bytes of an .xlsx workbook. A cell has one named style and one number
 * format; where several instructions name one, the last holds.
 *
 * @throws SpmError `file` or `conflict` for what a workbook cannot hold; nothing is cut or left out instead.
 */
export const writeWorkbook = async (
  instructions: readonly Instruction[],
  properties: { readonly title: string },
): Promise<Uint8Array> => {
  const tabs = newTabs(instructions)
  const tables = new Set<string>()
  for (const instruction of instructions)
    if (isCellwise(instruction)) writeCells(draftOf(tabs, instruction.tab), instruction)
  for (const instruction of instructions)
    if (!isCellwise(instruction)) writeObjects(draftOf(tabs, instruction.tab), instruction, tabs, tables)
  const drafts = [...tabs.values()]
  return writeXlsx({
    sheets: drafts.map(finishTab),
    namedRanges: drafts.flatMap((draft) => draft.names),
    properties: { title: storedText(properties.title), creator: 'SPM', created: fixedDate, modified: fixedDate },
    defaultFont: { name: fontName, size: 11 },
  })
}
