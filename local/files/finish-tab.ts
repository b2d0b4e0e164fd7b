import type { Cell as SheetCell, WriteSheet } from 'hucre'
import { cellAddress } from '#core/report/a1'
import type { Area } from '#core/report/instructions'
import { naturalHeight, rowHeight } from '#core/report/row-height'
import { pageBreaks } from './page-breaks.ts'
import { allCells, type CellDraft, type Of, type TabDraft } from './tab-draft.ts'
import { storedContent, storedText } from './write-content.ts'
import { checkLinks } from './write-link.ts'
import { cellStyle, sizeOf } from './write-style.ts'

const commentAuthor = 'SPM'
/** Rows of a table that is not cut by the end of a page. */
const longestWhole = 24

/** A text with line breaks shows them only when it wraps; so does a text in a row made taller for it. */
const wraps = ({ content, row }: CellDraft, lines: ReadonlyMap<number, number>): boolean =>
  typeof content === 'string' && (content.includes('\n') || (lines.get(row) ?? 1) > 1)

const storedCell = (draft: TabDraft, cell: CellDraft): Partial<SheetCell> => ({
  ...storedContent(cell.content, `Cell ${cellAddress(cell)} on tab "${draft.name}"`),
  style: cellStyle(cell.style, cell.format, wraps(cell, draft.lines)),
  ...(cell.link && { hyperlink: cell.link }),
  ...(cell.comment !== null && { comment: { author: commentAuthor, text: storedText(cell.comment) } }),
})

const largestSizes = (cells: readonly CellDraft[]): ReadonlyMap<number, number> => {
  const sizes = new Map<number, number>()
  for (const { row, content, style } of cells)
    if (content !== null) sizes.set(row, Math.max(sizes.get(row) ?? 0, sizeOf(style)))
  return sizes
}

type RowDefs = NonNullable<WriteSheet['rowDefs']>

/** Every row of the printed area gets its height: programs that guess it each guess another one, and cut the pages elsewhere. */
const rowDefs = ({ lines: taller, tab }: TabDraft, sizes: ReadonlyMap<number, number>): RowDefs => {
  const { row: first, rows } = tab.print.area
  const heights = new Map<number, { readonly height: number }>()
  for (let row = first; row < first + rows; row++) {
    const size = sizes.get(row) ?? sizeOf(null)
    const lines = taller.get(row)
    heights.set(row, { height: lines === undefined ? naturalHeight(size) : rowHeight(lines, size) })
  }
  for (const [row, lines] of taller) heights.set(row, { height: rowHeight(lines, sizes.get(row) ?? sizeOf(null)) })
  return heights
}

/** The row above belongs to it: the frame of a chart lies on the edge of its first row. */
const withRowAbove = (area: Area): Area => ({ ...area, row: Math.max(0, area.row - 1), rows: area.rows + 1 })

/** Short tables stay on one page, with their heading above and their total below. */
const wholeTables = ({ tables }: TabDraft): readonly Area[] =>
  tables
    .map(({ area }) => area)
    .filter(({ rows }) => rows <= longestWhole)
    .map((area) => ({ ...area, row: Math.max(0, area.row - 1), rows: area.rows + 2 }))

/** The tab as printed, without the blank rows at its end: a page that holds nothing else would come out empty. */
const withoutBlankEnd = ({ tab, cells, charts }: TabDraft): Of<'tab'> => {
  const { area } = tab.print
  const end = Math.max(
    area.row,
    ...[...cells.keys()].map((row) => row + 1),
    ...charts.map(({ row, rows }) => row + rows),
  )
  return { ...tab, print: { ...tab.print, area: { ...area, rows: Math.min(area.rows, end - area.row) } } }
}

const rowBreaks = (draft: TabDraft, defs: RowDefs, sizes: ReadonlyMap<number, number>): number[] => {
  if (draft.tab.print.onePage) return []
  const heightOf = (row: number): number => defs.get(row)?.height ?? naturalHeight(sizes.get(row) ?? sizeOf(null))
  const whole = [...draft.charts.map(withRowAbove), ...wholeTables(draft)]
  return pageBreaks(withoutBlankEnd(draft), whole, heightOf).map((row) => row - 1)
}

/** The draft as the writing library takes it. */
export const finishTab = (draft: TabDraft): WriteSheet => {
  const drafts = allCells(draft)
  checkLinks(draft.name, drafts)
  const cells = new Map<string, Partial<SheetCell>>()
  for (const cell of drafts) cells.set(`${cell.row},${cell.column}`, storedCell(draft, cell))
  const sizes = largestSizes(drafts)
  const defs = rowDefs(draft, sizes)
  return { ...draft.sheet, rows: [], cells, rowDefs: defs, rowBreaks: rowBreaks(draft, defs, sizes) }
}
