import type { Cell as SheetCell, WriteSheet } from 'hucre'
import { cellAddress } from '#core/report/a1'
import type { CellDraft, TabDraft } from './tab-draft.ts'
import { storedContent, storedText } from './write-content.ts'
import { checkLinks } from './write-link.ts'
import { cellStyle, rowHeight, sizeOf } from './write-style.ts'

const commentAuthor = 'SPM'

/** A text with line breaks shows them only when it wraps; so does a text in a row made taller for it. */
const wraps = ({ content, row }: CellDraft, lines: ReadonlyMap<number, number>): boolean =>
  typeof content === 'string' && (content.includes('\n') || (lines.get(row) ?? 1) > 1)

const storedCell = (draft: TabDraft, cell: CellDraft): Partial<SheetCell> => ({
  ...storedContent(cell.content, `Cell ${cellAddress(cell)} on tab "${draft.name}"`),
  style: cellStyle(cell.style, cell.format, wraps(cell, draft.lines)),
  ...(cell.link && { hyperlink: cell.link }),
  ...(cell.comment !== null && { comment: { author: commentAuthor, text: storedText(cell.comment) } }),
})

const largestSizes = (draft: TabDraft): ReadonlyMap<number, number> => {
  const sizes = new Map<number, number>()
  for (const { row, content, style } of draft.cells.values())
    if (content !== null) sizes.set(row, Math.max(sizes.get(row) ?? 0, sizeOf(style)))
  return sizes
}

const rowHeights = (draft: TabDraft): NonNullable<WriteSheet['rowDefs']> => {
  const sizes = largestSizes(draft)
  const height = (row: number, lines: number): number => rowHeight(lines, sizes.get(row) ?? sizeOf(null))
  return new Map([...draft.lines].map(([row, lines]) => [row, { height: height(row, lines) }]))
}

/** The draft as the writing library takes it. */
export const finishTab = (draft: TabDraft): WriteSheet => {
  checkLinks(draft)
  const cells = new Map<string, Partial<SheetCell>>()
  for (const [key, cell] of draft.cells) cells.set(key, storedCell(draft, cell))
  return { ...draft.sheet, rows: [], cells, rowDefs: rowHeights(draft) }
}
