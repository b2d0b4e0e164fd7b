import type { Area, Cell, Content, FormatName, Instruction, StyleName } from './instructions.ts'

/** Collects the instructions of one tab from top to bottom. */
export interface Draft {
  readonly tab: string
  /** The next free row. */
  row: number
  readonly widths: number[]
  readonly instructions: Instruction[]
  write(at: Cell, values: readonly (readonly Content[])[]): void
  style(area: Area, style: StyleName): void
  format(area: Area, format: FormatName): void
  /** Makes a column at least this wide, in characters. */
  widen(column: number, width: number): void
  add(instruction: Instruction): void
  /** True when a text comes for the first time on this tab. */
  once(text: string): boolean
}

export const startDraft = (tab: string): Draft => {
  const instructions: Instruction[] = []
  const widths: number[] = []
  const said = new Set<string>()
  return {
    tab,
    row: 0,
    widths,
    instructions,
    write: (at, values) => void instructions.push({ do: 'values', tab, at, values }),
    style: (area, style) => void instructions.push({ do: 'style', tab, area, style }),
    format: (area, format) => void instructions.push({ do: 'format', tab, area, format }),
    widen: (column, width) => {
      while (widths.length <= column) widths.push(0)
      widths[column] = Math.max(widths[column] ?? 0, width)
    },
    add: (instruction) => void instructions.push(instruction),
    once: (text) => {
      const isNew = !said.has(text)
      said.add(text)
      return isNew
    },
  }
}

export const line = (row: number, columns: number, column = 0): Area => ({ row, column, rows: 1, columns })
