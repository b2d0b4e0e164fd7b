import type { Area, Content } from '#core/report/instructions'
import { bytesOf, type Batch } from '../office/batch.ts'
import { areasOf } from './areas-of.ts'
import { typedText } from './cell-text.ts'
import { isFormula, type TabWork } from './tab-work.ts'

/** A piece of this size, in bytes, is one write; larger ones are cut between rows. */
const pieceBytes = 1_000_000

type Entry = string | number | boolean

/** A formula that names a table can only be written once the table is there. */
const namesTable = (formula: string): boolean => formula.includes('[')

/** What is written into a cell before there are tables; blank cells of a tab that was emptied stay so. */
const entryOf = (content: Content): Entry => {
  if (content === null) return ''
  if (isFormula(content)) return namesTable(content.formula) ? placeholder(content.value) : `=${content.formula}`
  return typeof content === 'string' ? typedText(content) : content
}

/** The value that the formula will give, so that the row below a table is not blank when the table is made. */
const placeholder = (value: string | number | null): Entry => (typeof value === 'number' ? value : "'")

/** Rows cut into pieces, each with the row that it begins with. */
export const pieces = <T>(
  rows: readonly (readonly T[])[],
): readonly { readonly row: number; readonly rows: readonly (readonly T[])[]; readonly bytes: number }[] => {
  const found: { row: number; rows: (readonly T[])[]; bytes: number }[] = []
  rows.forEach((cells, row) => {
    const bytes = bytesOf(cells)
    const last = found.at(-1)
    if (last !== undefined && last.bytes + bytes <= pieceBytes) {
      last.rows.push(cells)
      last.bytes += bytes
    } else found.push({ row, rows: [cells], bytes })
  })
  return found
}

/** Writes all values and formulas of a tab that was emptied, as one block or a few. */
export const putCells = async (batch: Batch, sheet: Excel.Worksheet, { contents, columns }: TabWork): Promise<void> => {
  for (const { row, rows, bytes } of pieces(contents.map((cells) => cells.map(entryOf))))
    await batch.add(bytes, () => {
      sheet.getRangeByIndexes(row, 0, rows.length, columns).formulas = rows.map((cells) => [...cells])
    })
}

const tableFormula = (content: Content): string | null =>
  isFormula(content) && namesTable(content.formula) ? 'formula' : null

/** Writes the formulas that name tables, after the tables. */
export const putTableFormulas = async (batch: Batch, sheet: Excel.Worksheet, { contents }: TabWork): Promise<void> => {
  for (const areas of areasOf(contents.map((cells) => cells.map(tableFormula))).values())
    for (const { row, column, rows, columns } of areas) {
      const block = contents
        .slice(row, row + rows)
        .map((cells) =>
          cells.slice(column, column + columns).map((content) => (isFormula(content) ? `=${content.formula}` : '')),
        )
      await batch.add(bytesOf(block), () => {
        sheet.getRangeByIndexes(row, column, rows, columns).formulas = block
      })
    }
}

const blockOf = ({ rows, columns }: Area, code: string): readonly (readonly string[])[] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => code))

/**
 * Number formats, after the values, so that none of them changes how a value is read. Excel gives a formula the format
 * of what it refers to: one without a format of its own gets the plain one back.
 */
export const putFormats = async (batch: Batch, sheet: Excel.Worksheet, work: TabWork): Promise<void> => {
  const codes = work.formats.map((cells, row) =>
    cells.map((code, column) => code ?? (isFormula(work.contents[row]?.[column] ?? null) ? 'General' : null)),
  )
  for (const [code, areas] of areasOf(codes))
    for (const area of areas)
      for (const { row, rows, bytes } of pieces(blockOf(area, code)))
        await batch.add(bytes, () => {
          sheet.getRangeByIndexes(area.row + row, area.column, rows.length, area.columns).numberFormat = rows.map(
            (cells) => [...cells],
          )
        })
}
