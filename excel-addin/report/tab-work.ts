import { areaAddress, cellAddress } from '#core/report/a1'
import { SpmError } from '#core/errors'
import { formats } from '#core/report/formats'
import type { Area, Content, Formula, Instruction, StyleName } from '#core/report/instructions'
import { styles } from '#core/report/styles'
import type { Of } from './of.ts'

/** The look of a cell: a named style, `null` for a cell that only has content, and whether its text wraps. */
export interface CellLook {
  readonly style: StyleName | null
  readonly wraps: boolean
}

/** Everything to be done to one tab, cell by cell where instructions overlap. Rows and columns count from 0. */
export interface TabWork {
  readonly tab: Of<'tab'>
  readonly rows: number
  readonly columns: number
  /** Full rows of contents; `null` is blank. */
  readonly contents: readonly (readonly Content[])[]
  /** Number format codes; `null` where no instruction names one. */
  readonly formats: readonly (readonly (string | null)[])[]
  readonly looks: readonly (readonly (CellLook | null)[])[]
  readonly heights: readonly Of<'height'>[]
  readonly tables: readonly Of<'table'>[]
  readonly charts: readonly Of<'chart'>[]
  /** Whether courses are written as characters, which no function of the add-in can draw. */
  readonly hasSparklines: boolean
  readonly rules: readonly Of<'rule'>[]
  readonly validations: readonly Of<'validation'>[]
  readonly links: readonly Of<'link'>[]
  readonly comments: readonly Of<'comment'>[]
}

export const isFormula = (content: Content): content is Formula => typeof content === 'object' && content !== null

/** Excel's limit for the text of a cell. */
const longestText = 32_767

const checkContent = (tab: string, row: number, column: number, content: Content): void => {
  const value = isFormula(content) ? content.value : content
  const where = `Cell ${cellAddress({ row, column })} on tab "${tab}"`
  if (typeof value === 'string' && value.length > longestText)
    throw new SpmError('file', `${where} holds a text of ${value.length} characters; at most ${longestText} fit.`)
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new SpmError('file', `${where} holds ${value}, which is no number that a cell can hold.`)
}

interface Size {
  readonly rows: number
  readonly columns: number
}

const areaOf = (instruction: Instruction): Area | null => {
  switch (instruction.do) {
    case 'values':
      return {
        ...instruction.at,
        rows: instruction.values.length,
        columns: Math.max(0, ...instruction.values.map((row) => row.length)),
      }
    case 'style':
    case 'format':
      return instruction.area
    case 'link':
    case 'sparkline':
      return { ...instruction.at, rows: 1, columns: 1 }
    case 'tab':
    case 'height':
    case 'table':
    case 'chart':
    case 'rule':
    case 'validation':
    case 'comment':
      return null
  }
}

const sizeOf = (instructions: readonly Instruction[]): Size => {
  let [rows, columns] = [1, 1]
  for (const instruction of instructions) {
    const area = areaOf(instruction)
    if (area === null) continue
    rows = Math.max(rows, area.row + area.rows)
    columns = Math.max(columns, area.column + area.columns)
  }
  return { rows, columns }
}

const blank = <T>({ rows, columns }: Size, value: T): T[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value))

const fill = <T>(grid: T[][], area: Area, value: T): void => {
  for (let row = area.row; row < area.row + area.rows; row++)
    grid[row]?.fill(value, area.column, area.column + area.columns)
}

const isOf = <K extends Instruction['do']>(instruction: Instruction, kind: K): instruction is Of<K> =>
  instruction.do === kind

const all = <K extends Instruction['do']>(instructions: readonly Instruction[], kind: K): readonly Of<K>[] =>
  instructions.filter((each): each is Of<K> => isOf(each, kind))

const contentsOf = (tab: string, instructions: readonly Instruction[], size: Size): Content[][] => {
  const contents = blank<Content>(size, null)
  for (const { at, values } of all(instructions, 'values'))
    values.forEach((row, down) => {
      row.forEach((content, right) => {
        if (content === null || content === '') return
        checkContent(tab, at.row + down, at.column + right, content)
        const cells = contents[at.row + down]
        if (cells) cells[at.column + right] = content
      })
    })
  // In the cell that a file draws it in; see excel-sparkline-text in docs/substitutes.md.
  for (const { at, text } of all(instructions, 'sparkline'))
    fill<Content>(contents, { ...at, rows: 1, columns: 1 }, text)
  for (const { at, text } of all(instructions, 'link')) fill<Content>(contents, { ...at, rows: 1, columns: 1 }, text)
  return contents
}

const formatsOf = (instructions: readonly Instruction[], size: Size): (string | null)[][] => {
  const codes = blank<string | null>(size, null)
  for (const { area, format } of all(instructions, 'format')) fill(codes, area, formats[format])
  return codes
}

/** A cell without a colour of its own looks like a link once it is one. */
const isPlain = (name: StyleName | null): boolean => {
  if (name === null) return true
  const { bold, colour, fill } = styles[name]
  return bold !== true && colour === undefined && fill === undefined
}

const stylesOf = (instructions: readonly Instruction[], size: Size): (StyleName | null)[][] => {
  const named = blank<StyleName | null>(size, null)
  for (const { area, style } of all(instructions, 'style')) fill(named, area, style)
  for (const { at } of all(instructions, 'link')) {
    const row = named[at.row]
    if (row && isPlain(row[at.column] ?? null)) row[at.column] = 'link'
  }
  return named
}

/** A text wraps where it has line breaks, and in rows that were made taller for it. */
const looksOf = (
  instructions: readonly Instruction[],
  { contents, codes, size }: { contents: Content[][]; codes: (string | null)[][]; size: Size },
): (CellLook | null)[][] => {
  const named = stylesOf(instructions, size)
  const tall = new Set(
    all(instructions, 'height')
      .filter(({ lines }) => lines > 1)
      .map(({ row }) => row),
  )
  return named.map((cells, row) =>
    cells.map((style, column): CellLook | null => {
      const content = contents[row]?.[column] ?? null
      if (style === null && content === null && (codes[row]?.[column] ?? null) === null) return null
      const wraps = typeof content === 'string' && (content.includes('\n') || tall.has(row))
      return { style, wraps }
    }),
  )
}

const checkTables = (tab: string, tables: readonly Of<'table'>[], contents: readonly (readonly Content[])[]): void => {
  for (const { name, area, columns } of tables) {
    const heading = columns.find((label, i) => contents[area.row]?.[area.column + i] !== label)
    if (area.rows < 2 || columns.length !== area.columns || heading !== undefined)
      throw new SpmError(
        'file',
        `Table "${name}" on tab "${tab}" does not fit its cells ${areaAddress(area)}: ${heading ?? 'it has no rows'}.`,
      )
  }
}

const workOf = (tab: Of<'tab'>, instructions: readonly Instruction[]): TabWork => {
  const size = sizeOf(instructions)
  const contents = contentsOf(tab.tab, instructions, size)
  const codes = formatsOf(instructions, size)
  const tables = all(instructions, 'table')
  checkTables(tab.tab, tables, contents)
  return {
    tab,
    ...size,
    contents,
    formats: codes,
    looks: looksOf(instructions, { contents, codes, size }),
    heights: all(instructions, 'height'),
    tables,
    charts: all(instructions, 'chart'),
    hasSparklines: instructions.some((each) => each.do === 'sparkline'),
    rules: all(instructions, 'rule'),
    validations: all(instructions, 'validation'),
    links: all(instructions, 'link'),
    comments: all(instructions, 'comment'),
  }
}

/** The instructions of each tab, in the order of the tabs. */
export const byTab = (instructions: readonly Instruction[]): ReadonlyMap<string, readonly Instruction[]> => {
  const tabs = new Map<string, Instruction[]>()
  for (const instruction of instructions) if (instruction.do === 'tab') tabs.set(instruction.tab, [])
  for (const instruction of instructions) {
    const tab = tabs.get(instruction.tab)
    if (tab === undefined)
      throw new SpmError('file', `The tab "${instruction.tab}" is written to, but no instruction makes it.`)
    tab.push(instruction)
  }
  return tabs
}

/**
 * Plans the whole write before anything is touched.
 *
 * @throws SpmError `file` for what a worksheet cannot hold
 */
export const planTabs = (instructions: readonly Instruction[]): readonly TabWork[] =>
  [...byTab(instructions).values()].flatMap((each) => {
    const tab = each.find((instruction) => instruction.do === 'tab')
    return tab === undefined ? [] : [workOf(tab, each)]
  })
