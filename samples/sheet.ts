import type { Content, FormatName, Instruction, TabColour } from '#core/report/instructions'

export interface Column<T> {
  readonly header: string
  readonly value: (row: T) => Content
  readonly format?: FormatName
  /** In characters. */
  readonly width?: number
}

/** One tab that holds one table. */
export interface Sheet {
  readonly tab: string
  /** Name of the native table. */
  readonly table: string
  readonly colour: TabColour
  readonly columns: readonly { readonly header: string; readonly format: FormatName | null; readonly width: number }[]
  readonly rows: readonly (readonly Content[])[]
}

const widthOf = (format: FormatName | undefined, header: string): number =>
  Math.max(header.length + 2, format === 'date' ? 11 : format === 'money' ? 12 : 9)

export const sheetOf = <T>(
  place: Pick<Sheet, 'tab' | 'table' | 'colour'>,
  columns: readonly Column<T>[],
  items: readonly T[],
): Sheet => ({
  ...place,
  columns: columns.map(({ header, format, width }) => ({
    header,
    format: format ?? null,
    width: width ?? widthOf(format, header),
  })),
  rows: items.map((item) => columns.map(({ value }) => value(item))),
})

const isRightAligned = (format: FormatName | null): boolean => format !== null && format !== 'text' && format !== 'date'

/** What writes the sheet: the cells from A1 on, their formats, and the native table over them. */
export const instructionsOf = ({ tab, table, colour, columns, rows }: Sheet): readonly Instruction[] => {
  const area = { row: 0, column: 0, rows: rows.length + 1, columns: columns.length }
  const headers = columns.map(({ header }) => header)
  const below = (column: number) => ({ row: 1, column, rows: rows.length, columns: 1 })
  return [
    {
      do: 'tab',
      tab,
      colour,
      widths: columns.map(({ width }) => width),
      freeze: { rows: 1, columns: 1 },
      print: { landscape: true, area, repeatRows: 1, onePage: false, footer: tab },
    },
    { do: 'values', tab, at: { row: 0, column: 0 }, values: [headers, ...rows] },
    ...columns.map(({ format }, column): Instruction => ({
      do: 'style',
      tab,
      area: { row: 0, column, rows: 1, columns: 1 },
      style: isRightAligned(format) ? 'headerRight' : 'header',
    })),
    ...columns.flatMap(({ format }, column): readonly Instruction[] =>
      format === null ? [] : [{ do: 'format', tab, area: below(column), format }],
    ),
    { do: 'table', tab, name: table, area, columns: headers },
  ]
}
