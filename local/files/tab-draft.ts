import type { Cell as SheetCell, NamedRange, WriteSheet } from 'hucre'
import { areaAddress } from '#core/report/a1'
import type {
  Area,
  Cell,
  Content,
  FormatName,
  Instruction,
  InstructionKind,
  StyleName,
} from '#core/report/instructions'
import { lastColumn, lastRow } from './a1.ts'
import { fail } from './fail.ts'

export type Of<K extends InstructionKind> = Extract<Instruction, { readonly do: K }>

/** What the instructions have said so far about one cell. */
export interface CellDraft {
  readonly row: number
  readonly column: number
  content: Content
  style: StyleName | null
  format: FormatName | null
  link: NonNullable<SheetCell['hyperlink']> | null
  comment: string | null
}

/** One tab while the instructions are carried out; `sheet` holds what needs no merging. */
export interface TabDraft {
  readonly name: string
  readonly cells: Map<string, CellDraft>
  /** Lines of text that a row must have room for. */
  readonly lines: Map<number, number>
  readonly tables: Of<'table'>[]
  readonly names: NamedRange[]
  readonly sheet: WriteSheet
}

export const newDraft = (name: string, sheet: WriteSheet, names: readonly NamedRange[]): TabDraft => ({
  name,
  cells: new Map(),
  lines: new Map(),
  tables: [],
  names: [...names],
  sheet,
})

export const peek = (draft: TabDraft, { row, column }: Cell): CellDraft | undefined =>
  draft.cells.get(`${row},${column}`)

export const cellAt = (draft: TabDraft, { row, column }: Cell): CellDraft => {
  const known = peek(draft, { row, column })
  if (known) return known
  const cell: CellDraft = { row, column, content: null, style: null, format: null, link: null, comment: null }
  draft.cells.set(`${row},${column}`, cell)
  return cell
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

/** Throws unless the area lies inside a worksheet. */
export const checkArea = (draft: TabDraft, area: Area, what: string): void => {
  const { row, column, rows, columns } = area
  const whole = isCount(row) && isCount(column) && isCount(rows) && isCount(columns) && rows > 0 && columns > 0
  if (!whole) fail('file', `${what} on tab "${draft.name}" has no proper area (${JSON.stringify(area)}).`)
  if (row + rows - 1 > lastRow || column + columns - 1 > lastColumn)
    fail(
      'file',
      `${what} on tab "${draft.name}" reaches beyond the last row or column of a worksheet: ${areaAddress(area)}.`,
    )
}

export const eachCell = (draft: TabDraft, area: Area, act: (cell: CellDraft) => void): void => {
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) act(cellAt(draft, { row, column }))
}
