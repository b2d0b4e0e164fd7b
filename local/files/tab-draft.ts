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
  readonly tab: Of<'tab'>
  /** By row, then by column; rows and columns without instructions are left out. */
  readonly cells: Map<number, Map<number, CellDraft>>
  /** Lines of text that a row must have room for. */
  readonly lines: Map<number, number>
  readonly tables: Of<'table'>[]
  /** Where the charts stand. */
  readonly charts: Area[]
  readonly names: NamedRange[]
  readonly sheet: WriteSheet
}

export const newDraft = (tab: Of<'tab'>, sheet: WriteSheet, names: readonly NamedRange[]): TabDraft => ({
  name: tab.tab,
  tab,
  cells: new Map(),
  lines: new Map(),
  tables: [],
  charts: [],
  names: [...names],
  sheet,
})

export const peek = (draft: TabDraft, { row, column }: Cell): CellDraft | undefined => draft.cells.get(row)?.get(column)

export const cellAt = (draft: TabDraft, { row, column }: Cell): CellDraft => {
  let cells = draft.cells.get(row)
  if (!cells) draft.cells.set(row, (cells = new Map()))
  const known = cells.get(column)
  if (known) return known
  const cell: CellDraft = { row, column, content: null, style: null, format: null, link: null, comment: null }
  cells.set(column, cell)
  return cell
}

export const allCells = (draft: TabDraft): readonly CellDraft[] =>
  [...draft.cells.values()].flatMap((cells) => [...cells.values()])

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
