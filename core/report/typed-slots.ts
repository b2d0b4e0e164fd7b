import type { LeftOver } from './carry-over.ts'
import { asRead, type Filled, type Typed, type TypedBox, type TypedRow } from './earlier-typed.ts'
import type { Block, Report, TableBlock, TableColumn, TableRow, TypedCell } from './report.ts'
import { identityColumn, identityOf, withIdentity } from './row-identity.ts'
import { sectionKey } from './section-key.ts'

interface TableSlots {
  readonly key: string
  readonly block: TableBlock
  readonly rows: TableRow[]
  /** Rows by what they are known by, in order. */
  readonly byIdentity: Map<string, number[]>
  /** Rows are only numbered, such as those for actions: any of them will do, and more can be added. */
  readonly isFree: boolean
}

interface BoxSlots {
  readonly key: string
  readonly lines: TypedCell[][]
}

/** Fills the places of a report in which people type. */
export interface Slots {
  /** Puts in what has a place; gives back what has none. */
  fill(typed: readonly Typed[]): readonly LeftOver[]
  /** The report with what has been put in. */
  report(): Report
}

const isNumbered = ({ columns }: TableBlock): boolean => {
  const given = columns.filter(({ input }) => input === undefined)
  return given.length === 1 && given[0]?.kind === 'count'
}

const indexRows = (block: TableBlock): Map<string, number[]> => {
  const index = new Map<string, number[]>()
  block.rows.forEach((row, i) => {
    const identity = identityOf(block, row)
    if (identity !== '') index.set(identity, [...(index.get(identity) ?? []), i])
  })
  return index
}

const tableSlots = (given: TableBlock): TableSlots => {
  const block = withIdentity(given)
  return {
    key: sectionKey(block.title),
    block,
    rows: block.rows.map((row) => ({ ...row })),
    byIdentity: indexRows(block),
    isFree: isNumbered(block),
  }
}

const columnFor = ({ block }: TableSlots, heading: string): TableColumn | undefined =>
  block.columns.find(({ label, input }) => input !== undefined && label === heading)

const isBlank = (row: TableRow | undefined, { key }: TableColumn): boolean => (row?.[key] ?? null) === null

const isUntouched = ({ block, rows }: TableSlots, row: number): boolean =>
  block.columns.every((column) => column.input === undefined || isBlank(rows[row], column))

/** The day behind a date stays a number; everything else is kept as it was read. */
const valueFor = ({ input }: TableColumn, filled: Filled): string | number | boolean =>
  input === 'date' ? filled.value : asRead(filled)

const put = ({ rows }: TableSlots, row: number, column: TableColumn, filled: Filled): void => {
  rows[row] = { ...rows[row], [column.key]: valueFor(column, filled) }
}

/** A row for actions that nobody has used yet; a new one, with the next number, where all are used. */
const freeRow = (table: TableSlots): number => {
  const free = table.rows.findIndex((_, row) => isUntouched(table, row))
  if (free >= 0) return free
  const key = identityColumn(table.block)?.key ?? ''
  const numbers = table.rows.map((row) => row[key]).filter((value) => typeof value === 'number')
  table.rows.push({ [key]: Math.max(0, ...numbers) + 1 })
  return table.rows.length - 1
}

const rowsFor = (table: TableSlots, identity: string): readonly number[] => table.byIdentity.get(identity) ?? []

const leftOf = (row: TypedRow, heading: string, filled: Filled): LeftOver => ({
  section: row.section,
  name: row.name,
  identity: row.identity,
  heading,
  text: String(asRead(filled)),
})

/** Its own section first, then any other in which the same row has the same heading. */
const inOrder = (tables: readonly TableSlots[], { section }: TypedRow): readonly TableSlots[] => {
  const own = sectionKey(section)
  return [...tables.filter(({ key }) => key === own), ...tables.filter(({ key }) => key !== own)]
}

/** One row of a table whose rows have names: each cell goes to the first blank one of its row and heading. */
const fillNamed = (tables: readonly TableSlots[], typed: TypedRow): readonly LeftOver[] =>
  Object.entries(typed.typed).flatMap(([heading, filled]) => {
    for (const table of inOrder(tables, typed)) {
      const column = columnFor(table, heading)
      if (column === undefined || table.isFree) continue
      const row = rowsFor(table, typed.identity).find((each) => isBlank(table.rows[each], column))
      if (row === undefined) continue
      put(table, row, column, filled)
      return []
    }
    return [leftOf(typed, heading, filled)]
  })

/** One row of a table for actions: its own number, else any free row. */
const fillFree = (table: TableSlots, typed: TypedRow): readonly LeftOver[] => {
  const entries = Object.entries(typed.typed)
  if (entries.every(([heading]) => columnFor(table, heading) === undefined))
    return entries.map(([heading, filled]) => leftOf(typed, heading, filled))
  const row = rowsFor(table, typed.identity).find((each) => isUntouched(table, each)) ?? freeRow(table)
  return entries.flatMap(([heading, filled]) => {
    const column = columnFor(table, heading)
    if (column === undefined) return [leftOf(typed, heading, filled)]
    put(table, row, column, filled)
    return []
  })
}

const fillRow = (tables: readonly TableSlots[], typed: TypedRow): readonly LeftOver[] => {
  const own = tables.find(({ key, isFree }) => isFree && key === sectionKey(typed.section))
  return own === undefined ? fillNamed(tables, typed) : fillFree(own, typed)
}

const lineText = (line: readonly TypedCell[]): string => line.filter((cell) => cell !== null).join('   ')

const fillBox = (boxes: readonly BoxSlots[], { section, lines }: TypedBox): readonly LeftOver[] => {
  const box = boxes.find(({ key }) => key === sectionKey(section))
  if (box !== undefined) {
    box.lines.push(...lines.map((line) => [...line]))
    return []
  }
  const text = lines
    .map(lineText)
    .filter((line) => line !== '')
    .join('\n')
  return text === '' ? [] : [{ section, name: '', identity: '', heading: '', text }]
}

/** Rows with a number first, so that those without one take what is left. */
const namedFirst = (typed: readonly Typed[]): readonly Typed[] => {
  const isNamed = (each: Typed): boolean => each.kind === 'box' || each.identity !== ''
  return [...typed.filter(isNamed), ...typed.filter((each) => !isNamed(each))]
}

export const startSlots = (report: Report): Slots => {
  const tables = new Map<Block, TableSlots>()
  const boxes = new Map<Block, BoxSlots>()
  for (const block of report.tabs.flatMap((tab) => tab.blocks)) {
    if (block.kind === 'table' && block.columns.some(({ input }) => input !== undefined))
      tables.set(block, tableSlots(block))
    if (block.kind === 'box')
      boxes.set(block, { key: sectionKey(block.title), lines: [...(block.typed ?? []).map((line) => [...line])] })
  }
  const filled = (block: Block): Block => {
    const [table, box] = [tables.get(block), boxes.get(block)]
    if (block.kind === 'table' && table !== undefined) return { ...table.block, rows: table.rows }
    if (block.kind === 'box' && box !== undefined && box.lines.length > 0) return { ...block, typed: box.lines }
    return block
  }
  return {
    fill: (typed) =>
      namedFirst(typed).flatMap((each) =>
        each.kind === 'row' ? fillRow([...tables.values()], each) : fillBox([...boxes.values()], each),
      ),
    report: () => ({ ...report, tabs: report.tabs.map((tab) => ({ ...tab, blocks: tab.blocks.map(filled) })) }),
  }
}
