import { isFault, type Cell } from '../cells/grid.ts'
import type { EarlierTab } from './carry-over.ts'
import type { TypedCell } from './report.ts'
import { idHeading } from './row-identity.ts'
import { sectionKey } from './section-key.ts'
import { markedHeading } from './typed-mark.ts'

/** What people typed into one row of a table of an earlier pack. */
export interface TypedRow {
  readonly kind: 'row'
  readonly section: string
  /** What the row is known by; empty where it has nothing. */
  readonly identity: string
  /** Its first cell, for people to know it by. */
  readonly name: string
  /** Every cell of the row by its heading, as text. */
  readonly cells: Readonly<Record<string, string>>
  /** By heading; only what was filled in. */
  readonly typed: Readonly<Record<string, Filled>>
}

/** A cell that somebody filled in: its value, and how it looked, which for a number may be a date or a share. */
export interface Filled {
  readonly value: string | number | boolean
  readonly text: string
}

/** What people typed into a box of an earlier pack. */
export interface TypedBox {
  readonly kind: 'box'
  readonly section: string
  readonly lines: readonly (readonly TypedCell[])[]
}

export type Typed = TypedRow | TypedBox

/** What the new pack says about where people type: helps to find cells of which the mark was deleted. */
export interface KnownPlaces {
  /** Keys of the titles of all parts. */
  readonly titles: ReadonlySet<string>
  /** Keys of the titles of boxes, those that this pack does not have included. */
  readonly boxes: ReadonlySet<string>
  /** Headings under which people type, by the key of the title above. */
  readonly headings: ReadonlyMap<string, ReadonlySet<string>>
  readonly prompts: ReadonlySet<string>
}

interface Header {
  readonly row: number
  /** Row of its title; the row above where there is none. */
  readonly start: number
  readonly title: string
  /** Headings by column, without their mark. */
  readonly headings: ReadonlyMap<number, string>
  readonly inputs: ReadonlySet<number>
}

interface Box {
  readonly row: number
  readonly title: string
}

const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined || isFault(cell) ? '' : String(cell).trim()

const filledAt = ({ cells, shown }: EarlierTab, row: number, column: number): Filled | null => {
  const cell = cells[row]?.[column] ?? null
  if (cell === null) return null
  if (isFault(cell)) return { value: cell.fault, text: cell.fault }
  if (String(cell).trim() === '') return null
  const seen = shown?.[row]?.[column] ?? ''
  return { value: cell, text: seen === '' || seen.startsWith('#') ? String(cell) : seen }
}

/** A number that looked like one stays one; a date or a share is kept as it was read. */
export const asRead = ({ value, text }: Filled): string | number | boolean =>
  typeof value === 'number' && Number(text) !== value ? text : value

const filledIn = (tab: EarlierTab, row: number): readonly number[] =>
  (tab.cells[row] ?? []).flatMap((cell, column) => (textOf(cell) === '' && !isFault(cell) ? [] : [column]))

/** The title of a table: the nearest row above that holds one text only. */
const titleAbove = (tab: EarlierTab, row: number): { readonly start: number; readonly title: string } => {
  for (let above = row - 1; above >= Math.max(0, row - 4); above--) {
    const [first, ...others] = filledIn(tab, above)
    if (first !== undefined)
      return others.length > 0 ? { start: row, title: '' } : { start: above, title: textOf(tab.cells[above]?.[first]) }
  }
  return { start: row, title: '' }
}

const headerAt = (tab: EarlierTab, row: number, known: KnownPlaces): Header | null => {
  const filled = filledIn(tab, row)
  if (filled.length < 2) return null
  const { start, title } = titleAbove(tab, row)
  const listed = known.headings.get(sectionKey(title)) ?? new Set<string>()
  const headings = new Map<number, string>()
  const inputs = new Set<number>()
  for (const column of filled) {
    const text = textOf(tab.cells[row]?.[column])
    const marked = markedHeading(text)
    headings.set(column, marked ?? text)
    if (marked !== null || listed.has(text)) inputs.add(column)
  }
  return inputs.size === 0 ? null : { row, start, title, headings, inputs }
}

const onlyText = (tab: EarlierTab, row: number): string => {
  const [first, ...others] = filledIn(tab, row)
  return first === undefined || others.length > 0 ? '' : textOf(tab.cells[row]?.[first])
}

const boxAt = (tab: EarlierTab, row: number, known: KnownPlaces): Box | null => {
  const text = onlyText(tab, row)
  const title = markedHeading(text)
  if (title !== null) return { row, title }
  return known.boxes.has(sectionKey(text)) && known.prompts.has(onlyText(tab, row + 1)) ? { row, title: text } : null
}

const isTitle = (tab: EarlierTab, row: number, known: KnownPlaces): boolean => {
  const key = sectionKey(onlyText(tab, row))
  return key !== '' && known.titles.has(key)
}

const identityIn = ({ headings, inputs }: Header): number => {
  const columns = [...headings.keys()]
  return (
    columns.find((column) => headings.get(column) === idHeading) ?? columns.find((column) => !inputs.has(column)) ?? -1
  )
}

const rowsUnder = (tab: EarlierTab, header: Header, end: number): readonly TypedRow[] => {
  const { row: top, title, headings, inputs } = header
  const identity = identityIn(header)
  const rows: TypedRow[] = []
  for (let row = top + 1; row < end; row++) {
    const typed: Record<string, Filled> = {}
    const cells: Record<string, string> = {}
    for (const [column, heading] of headings) {
      cells[heading] = textOf(tab.cells[row]?.[column])
      const filled = inputs.has(column) ? filledAt(tab, row, column) : null
      if (filled !== null) typed[heading] = filled
    }
    if (Object.keys(typed).length === 0) continue
    const name =
      [...headings]
        .filter(([column]) => !inputs.has(column))
        .map(([, heading]) => cells[heading] ?? '')
        .find((text) => text !== '') ?? ''
    rows.push({ kind: 'row', section: title, identity: cells[headings.get(identity) ?? ''] ?? '', name, cells, typed })
  }
  return rows
}

const withoutBlankEnd = (line: readonly TypedCell[]): readonly TypedCell[] =>
  line.slice(0, Math.max(0, ...line.map((cell, column) => (cell === null ? 0 : column + 1))))

/**
 * The line that says what to write is left out. Of a box that no version knows any more it cannot be told from what
 * people typed, and stays.
 */
const linesOf = (tab: EarlierTab, box: Box, end: number, known: KnownPlaces): TypedBox => {
  const width = Math.max(0, ...tab.cells.slice(box.row, end).map((row) => row.length))
  const lines: TypedCell[][] = []
  for (let row = box.row + 1; row < end; row++) {
    if (known.prompts.has(onlyText(tab, row))) continue
    lines.push(
      Array.from({ length: width }, (_, column) => {
        const filled = filledAt(tab, row, column)
        return filled === null ? null : asRead(filled)
      }),
    )
  }
  const written = lines.map(withoutBlankEnd)
  while (written.at(-1)?.length === 0) written.pop()
  return { kind: 'box', section: box.title, lines: written }
}

/** Everything that people typed into a tab of an earlier pack, from top to bottom. */
export const typedIn = (tab: EarlierTab, known: KnownPlaces): readonly Typed[] => {
  const rows = tab.cells.map((_, row) => row)
  const headers = rows.flatMap((row) => headerAt(tab, row, known) ?? [])
  const boxes = rows.flatMap((row) => boxAt(tab, row, known) ?? [])
  const starts = [
    ...headers.map(({ start }) => start),
    ...boxes.map(({ row }) => row),
    ...rows.filter((row) => isTitle(tab, row, known)),
  ]
  const endAfter = (row: number): number => Math.min(tab.cells.length, ...starts.filter((start) => start > row))
  return [
    ...headers.flatMap((header) => rowsUnder(tab, header, endAfter(header.row))),
    ...boxes.map((box) => linesOf(tab, box, endAfter(box.row), known)).filter(({ lines }) => lines.length > 0),
  ]
}
