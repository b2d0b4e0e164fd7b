import { cellAddress } from '#core/report/a1'
import { linesOf } from './lines.ts'
import { blankCell, type CellState, type Tab, type Workbook } from './model.ts'
import { pixelsOfWidth } from './units.ts'

/** Names that say what a thing is called, not what it is; a thing put back may get another one. */
const skipped = new Set(['id', 'lastId', 'cells', 'border', 'widths'])

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** By its mark: a map that was made in another JavaScript realm is no instance of ours. */
const isMap = (value: object): value is ReadonlyMap<unknown, unknown> =>
  Object.prototype.toString.call(value) === '[object Map]'

const entriesOf = (value: object): ReadonlyMap<string, unknown> => {
  if (isMap(value)) return new Map([...value].map(([key, kept]) => [String(key), kept]))
  return new Map(Object.entries(value).filter(([name]) => !skipped.has(name)))
}

const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value))

const compare = (before: unknown, after: unknown, path: string, found: string[]): void => {
  if (Object.is(before, after)) return
  if (!isObject(before) || !isObject(after)) {
    found.push(`${path} was ${shown(before)} and is ${shown(after)}`)
    return
  }
  const [a, b] = [entriesOf(before), entriesOf(after)]
  for (const key of new Set([...a.keys(), ...b.keys()])) compare(a.get(key), b.get(key), `${path}, ${key}`, found)
}

const cellOf = (tab: Tab, row: number, column: number): CellState => tab.cells.get(row)?.get(column) ?? blankCell

/** Cells that were touched and are blank again equal cells that never were. */
const compareCells = (before: Tab, after: Tab, where: string, found: string[]): void => {
  for (const row of new Set([...before.cells.keys(), ...after.cells.keys()])) {
    const [a, b] = [before.cells.get(row), after.cells.get(row)]
    for (const column of new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]))
      compare(
        cellOf(before, row, column),
        cellOf(after, row, column),
        `${where}, cell ${cellAddress({ row, column })}`,
        found,
      )
  }
}

/** Lines by the cell that they lie above or to the left of: a line between two cells may be held by either. */
const lineMap = (tab: Tab): ReadonlyMap<string, string> =>
  new Map(linesOf(tab).map(({ row, column, side, colour }) => [`${side} of ${cellAddress({ row, column })}`, colour]))

/** Widths in pixels, which is all that spreadsheet programs keep of them. */
const widthMap = (tab: Tab): ReadonlyMap<number, number> =>
  new Map([...tab.widths].map(([column, width]) => [column, pixelsOfWidth(width)]))

/**
 * What is no longer as it was, one sentence each, for tests that a broken-off run left nothing behind. Tabs are the same
 * by their ids, since formulas elsewhere break when a tab is deleted and made again.
 */
export const changesSince = (before: Workbook, after: Workbook): readonly string[] => {
  const found: string[] = []
  const { tabs: oldTabs, ...oldRest } = before
  const { tabs: newTabs, ...newRest } = after
  compare(oldRest, newRest, 'The workbook', found)
  compare(
    oldTabs.map(({ id, name }) => `${name} ${id}`),
    newTabs.map(({ id, name }) => `${name} ${id}`),
    'The order of tabs',
    found,
  )
  for (const tab of oldTabs) {
    const now = newTabs.find(({ id }) => id === tab.id)
    if (now === undefined) continue
    compare(tab, now, `Tab "${tab.name}"`, found)
    compareCells(tab, now, `Tab "${tab.name}"`, found)
    compare(lineMap(tab), lineMap(now), `Tab "${tab.name}", line`, found)
    compare(widthMap(tab), widthMap(now), `Tab "${tab.name}", width of column`, found)
  }
  return found
}

/** Whether a workbook is as it was. Ids of what was put back, and which of two cells holds a line, make no difference. */
export const equalWorkbooks = (before: Workbook, after: Workbook): boolean => changesSince(before, after).length === 0
