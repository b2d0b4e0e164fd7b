import type { Cell, Grid } from '#core/cells/grid'
import type { EarlierTab } from '#core/report/carry-over'
import type { Content, Instruction } from '#core/report/instructions'

const shownValue = (content: Content): Cell =>
  typeof content === 'object' && content !== null ? content.value : content === '' ? null : content

/** The cells of each tab of a pack, as a host reads them back. */
export const earlierTabs = (instructions: readonly Instruction[]): readonly EarlierTab[] => {
  const tabs = new Map<string, Cell[][]>()
  for (const instruction of instructions) {
    if (instruction.do === 'tab') tabs.set(instruction.tab, [])
    if (instruction.do !== 'values') continue
    const cells = tabs.get(instruction.tab) ?? []
    instruction.values.forEach((row, down) =>
      row.forEach((content, right) => {
        const at = instruction.at.row + down
        while (cells.length <= at) cells.push([])
        const line = cells[at] ?? []
        while (line.length <= instruction.at.column + right) line.push(null)
        line[instruction.at.column + right] = shownValue(content)
      }),
    )
  }
  return [...tabs].map(([tab, cells]) => ({ tab, cells }))
}

type Line = readonly Cell[]

const isHeader = (row: Line, heading: string): boolean => row.some((cell) => cell === `${heading} ✎`)

/** Where a table stands: its title, its header and the rows of its records. */
export const sectionIn = (
  cells: Grid,
  title: string,
  heading: string,
): { readonly header: number; readonly first: number; readonly rows: number } => {
  const start = cells.findIndex(([first]) => typeof first === 'string' && first.startsWith(title))
  const header = cells.findIndex((row, i) => i > start && isHeader(row, heading))
  const width = cells[header]?.length ?? 0
  let rows = 0
  while ((cells[header + 1 + rows] ?? []).slice(0, width).filter((cell) => cell !== null).length > 1) rows++
  if (start < 0 || header < 0) throw new Error(`No section ${title} with ${heading}.`)
  return { header, first: header + 1, rows }
}

/** One tab changed. */
export const onTab = (
  tabs: readonly EarlierTab[],
  ending: string,
  change: (cells: readonly Line[]) => readonly Line[],
): readonly EarlierTab[] => tabs.map((tab) => (tab.tab.endsWith(ending) ? { ...tab, cells: change(tab.cells) } : tab))

/** One cell changed, by row and by the heading of its column. */
export const typeInto = (
  cells: readonly Line[],
  header: number,
  row: number,
  heading: string,
  value: Cell,
): readonly Line[] => {
  const column = (cells[header] ?? []).indexOf(`${heading} ✎`)
  if (column < 0) throw new Error(`No heading ${heading} in row ${header}.`)
  return cells.map((line, i) => {
    if (i !== row) return line
    const wide = [...line, ...Array.from({ length: Math.max(0, column + 1 - line.length) }, () => null)]
    return wide.map((cell, j) => (j === column ? value : cell))
  })
}
