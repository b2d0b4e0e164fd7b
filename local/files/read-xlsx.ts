import { readXlsx } from 'hucre/xlsx'
import type { CellValue, Sheet, Workbook } from 'hucre'
import type { Cell, Grid } from '#core/cells/grid'
import { cellAddress } from '#core/report/a1'
import { fail } from './fail.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { findCutPart } from './whole-parts.ts'
import type { WorkbookFacts } from './zip-preflight.ts'

const day = 86_400_000
/** Day 0 of serials after February 1900, and of those before: Excel counts a 29 February 1900 that never was. */
const dayZero = Date.UTC(1899, 11, 30)
const firstMarch = Date.UTC(1900, 2, 1)
const dayZero1904 = Date.UTC(1904, 0, 1)

/** The serial number that stood in the file, in the 1900 system; a time of day without a date stays below 1. */
const serialOf = (date: Date, is1904: boolean): number => {
  const time = date.getTime()
  if (is1904 && time < dayZero1904 + day) return (time - dayZero1904) / day
  return (time - dayZero) / day - (time < firstMarch ? 1 : 0)
}

export const cellOf = (value: CellValue, is1904: boolean): Cell => {
  if (value === null || value === '') return null
  if (!(value instanceof Date)) return value
  const serial = serialOf(value, is1904)
  return Number.isNaN(serial) ? { fault: '#NUM!' } : serial
}

export const positionOf = (key: string): { readonly row: number; readonly column: number } => {
  const comma = key.indexOf(',')
  return { row: Number(key.slice(0, comma)), column: Number(key.slice(comma + 1)) }
}

const dropBlankEnd = (grid: Cell[][]): Grid => {
  let rows = grid.length
  while (rows > 0 && grid[rows - 1]?.every((cell) => cell === null)) rows--
  return grid.slice(0, rows)
}

const gridOf = ({ rows, cells }: Sheet, is1904: boolean): Grid => {
  const grid = rows.map((row) => row.map((value) => cellOf(value, is1904)))
  for (const [key, { type, value }] of cells ?? []) {
    if (type !== 'error') continue
    const { row, column } = positionOf(key)
    const target = grid[row]
    if (target) target[column] = { fault: String(value) }
  }
  return dropBlankEnd(grid)
}

/** Programs that write workbooks without calculating leave formulas without a value; so do unanswered cells of packs. */
const formulaNotes = ({ cells }: Sheet): readonly string[] => {
  const empty: string[] = []
  for (const [key, { formula, value }] of cells ?? []) if (formula !== undefined && value === null) empty.push(key)
  const [first] = empty
  if (first === undefined) return []
  const many = empty.length === 1 ? '1 formula has' : `${empty.length} formulas have`
  return [
    `${many} no stored value and were read as blank (first: ${cellAddress(positionOf(first))}); open and save the file in a spreadsheet program to calculate them.`,
  ]
}

const factNotes = ({ macros, externalLinks }: WorkbookFacts): readonly string[] => [
  ...(macros > 0 ? ['The workbook contains macros; they were not run.'] : []),
  ...(externalLinks > 0
    ? [
        `The workbook has links to ${externalLinks} other workbook(s); they were not followed, the stored values were read.`,
      ]
    : []),
]

/** Chart sheets and the like have no cells; the library stops at them, so that they are left out one by one. */
const missingSheet = /missing worksheet file for sheet "(.*)"$/s

const readSkipping = async (bytes: Uint8Array, skipped: Set<string>): Promise<Workbook> => {
  try {
    return await readXlsx(bytes, { sheets: ({ name }) => !skipped.has(name) })
  } catch (error) {
    const name = error instanceof Error ? missingSheet.exec(error.message)?.[1] : undefined
    if (name === undefined || skipped.has(name)) throw error
    skipped.add(name)
    return readSkipping(bytes, skipped)
  }
}

const damaged = (file: string, error: unknown): never =>
  fail(
    'file',
    `${file} cannot be read as a workbook (${error instanceof Error ? error.message : String(error)}): open it in a spreadsheet program and save it again.`,
  )

/** Reads every worksheet. Formulas give their stored value; nothing is calculated, run or followed. */
export const readWorkbook = async (
  file: string,
  bytes: Uint8Array,
  facts: WorkbookFacts,
): Promise<readonly SheetGrid[]> => {
  const skipped = new Set<string>()
  const workbook = await readSkipping(bytes, skipped).catch((error: unknown) => damaged(file, error))
  const cut = await findCutPart(bytes)
  if (cut !== null) fail('file', `${file} is damaged: ${cut} stops in the middle. Export it again.`)
  const notes = [
    ...factNotes(facts),
    ...[...skipped].map((name) => `The tab "${name}" has no cells (it is a chart or a dialogue) and was left out.`),
  ]
  return workbook.sheets.map((sheet) => ({
    file,
    sheet: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    grid: gridOf(sheet, workbook.dateSystem === '1904'),
    notes: [...notes, ...formulaNotes(sheet)],
  }))
}
