import { isBlank } from '../cells/blank.ts'
import type { Cell, Grid } from '../cells/grid.ts'
import { readMonthText, type MonthText } from '../cells/month-text.ts'
import { headerKey } from './header.ts'
import { findHeader, locate } from './locate.ts'
import { isSpread } from './merged-header.ts'
import { sheetRowOf, type Source } from './source.ts'
import { targets } from './tables/targets.ts'

/** A calendar or fiscal year as people write it: `2026`, `FY2026`, `FY26`. */
const yearText = /^(FY\s?)?(\d{4}|\d{2})$/i
const yearHeaders = new Set([
  'year',
  'fiscalyear',
  'fy',
  'jahr',
  'geschaftsjahr',
  'annee',
  'exercice',
  'ano',
  'ejercicio',
  'vuosi',
  'ar',
])
const fewestMonths = 3

export interface WideTargets {
  readonly found: NonNullable<ReturnType<typeof findHeader>>
  readonly headerRow: number
  readonly headers: readonly string[]
  readonly months: readonly { readonly column: number; readonly month: MonthText }[]
  readonly yearColumn: number
  /** Whether the row of headers, or what stands above it, says that these are targets. */
  readonly saysTargets: boolean
}

const targetWord = /target|quota|goal|budget|ziel|soll|vorgabe|objecti|objetiv|cuota|meta|tavoite|\bm[åa]l\b/i

/** Whether a name or a title speaks of targets. */
export const speaksOfTargets = (text: string): boolean => targetWord.test(text)

const headersOf = (row: readonly Cell[]): string[] =>
  row.map((cell) => (typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : ''))

const monthsIn = (headers: readonly string[]): WideTargets['months'] =>
  headers.flatMap((header, column) => {
    const month = header === '' ? null : readMonthText(header)
    return month === null ? [] : [{ column, month }]
  })

/** Targets with a column for each month: at least three different ones, beside an owner and no single column of values. */
export const wideTargets = ({ grid, map = {} }: Pick<Source, 'grid' | 'map'>): WideTargets | null => {
  const found = findHeader(grid, targets, map)
  if (found === null || found.fit > 0) return null
  const headers = headersOf(grid[found.headerRow] ?? [])
  const { fields } = found.recognition
  const months = monthsIn(headers)
  const distinct = new Set(months.map(({ month }) => `${month.isFiscal} ${month.year} ${month.month}`))
  if (!fields.has('owner') || fields.has('value') || fields.has('period')) return null
  if (distinct.size < fewestMonths || distinct.size < months.length) return null
  if (isSpread(grid, found.headerRow, headers)) return null
  const above = grid.slice(0, found.headerRow).flat()
  const saysTargets =
    fields.has('metric') || [...above, ...headers].some((cell) => typeof cell === 'string' && speaksOfTargets(cell))
  const yearColumn = headers.findIndex((header) => yearHeaders.has(headerKey(header)))
  return { found, headerRow: found.headerRow, headers, months, yearColumn, saysTargets }
}

interface Year {
  readonly year: number
  readonly isFiscal: boolean
}

const readYear = (cell: Cell | undefined): Year | null => {
  const match = typeof cell === 'string' || typeof cell === 'number' ? yearText.exec(String(cell).trim()) : null
  if (match === null) return null
  const [, fiscal, digits = ''] = match
  if (digits.length === 2 && fiscal === undefined) return null
  return { year: Number(digits) + (digits.length === 2 ? 2000 : 0), isFiscal: fiscal !== undefined }
}

const titleYear = /\b(?:FY\s?)?20\d{2}\b/gi

/** The one year that stands above the header, as in `Targets 2026`; `null` where there is none or several. */
const yearAbove = (grid: Grid, headerRow: number): Year | null => {
  const found = new Map<string, Year>()
  for (const cell of grid.slice(0, headerRow).flat()) {
    const texts = typeof cell === 'string' ? [...cell.matchAll(titleYear)].map(([text]) => text) : [cell]
    for (const year of texts.map(readYear)) if (year !== null) found.set(`${year.isFiscal} ${year.year}`, year)
  }
  const [only = null, ...others] = found.values()
  return others.length === 0 ? only : null
}

const two = (month: number): string => String(month).padStart(2, '0')

/** The period of a month, as `readPeriod` takes it; the header itself where no year is known. */
const periodOf = (month: MonthText, header: string, year: Year | null, startMonth: number): string => {
  if (month.year !== null) return `${month.year}-${two(month.month)}`
  if (year === null) return header
  if (month.isFiscal) return `FY${year.year}-P${two(month.month)}`
  return year.isFiscal
    ? `FY${year.year}-P${two(((month.month - startMonth + 12) % 12) + 1)}`
    : `${year.year}-${two(month.month)}`
}

/** The targets of a range with a column for each month as one row per month, with the sheet's rows. */
const longForm = (source: Source, wide: WideTargets, setting: string, startMonth: number): Source => {
  const { headerRow, headers, months, yearColumn } = wide
  const { grid } = source
  const isMonth = new Set(months.map(({ column }) => column))
  const kept = headers.flatMap((_, column) => (isMonth.has(column) ? [] : [column]))
  const title = yearAbove(grid, headerRow)
  const long: Cell[][] = [[...kept.map((column) => headers[column] ?? ''), 'Period', 'Value']]
  const sheetRows = [sheetRowOf(source, headerRow)]
  const { rows, leftOut } = locate(grid, wide.found)
  for (const row of rows) {
    const cells = grid[row] ?? []
    const year = readYear(cells[yearColumn]) ?? readYear(setting) ?? title
    for (const { column, month } of months) {
      const value = cells[column] ?? null
      if (isBlank(value)) continue
      const period = periodOf(month, headers[column] ?? '', year, startMonth)
      long.push([...kept.map((each) => cells[each] ?? null), period, value])
      sheetRows.push(sheetRowOf(source, row))
    }
  }
  return {
    name: source.name,
    grid: long,
    sheetRows: Uint32Array.from(sheetRows),
    leftOut,
    ...(source.map && { map: source.map }),
  }
}

const made = new WeakMap<Grid, Map<string, Source>>()

/**
 * Targets with a column for each month as one row per month; any other range as it is. The year is that of the header,
 * else of the row's own column, else of the setting `target_year`, else the only one above the header.
 */
export const longTargets = (source: Source, targetYear: string, startMonth: number): Source => {
  const key = JSON.stringify([source.name, source.firstRow, source.map, targetYear, startMonth])
  const known = made.get(source.grid) ?? new Map<string, Source>()
  made.set(source.grid, known)
  const before = known.get(key)
  if (before !== undefined) return before
  const wide = wideTargets(source)
  const long = wide === null ? source : longForm(source, wide, targetYear, startMonth)
  known.set(key, long)
  return long
}
