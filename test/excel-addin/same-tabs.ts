import { peekCell } from '#local/workbook/cells'
import { changesSince } from '#local/workbook/compare-state'
import { copyWorkbook } from '#local/workbook/copy'
import type { Border, CellState, Chart, Tab, Workbook } from '#local/workbook/model'

/** A chart as decision 18 sees it: what it shows, not how a program draws it. */
const plainChart = (chart: Chart): Chart => ({
  ...chart,
  alt: '',
  name: '',
  look: new Map(),
  series: chart.series.map((series) => ({
    ...series,
    look: new Map(),
    values: series.values && { ...series.values, tab: 'own' },
    categories: series.categories && { ...series.categories, tab: 'own' },
  })),
})

/** A line between two cells belongs to both, whichever of them a program draws it for. */
const linesOf = (tab: Tab, row: number, column: number): Border => {
  const at = (r: number, c: number): Border => peekCell(tab, r, c).look.border
  const own = at(row, column)
  return {
    top: own.top ?? at(row - 1, column).bottom,
    right: own.right ?? at(row, column + 1).left,
    bottom: own.bottom ?? at(row + 1, column).top,
    left: own.left ?? at(row, column - 1).right,
  }
}

/** Print margins and page breaks are no instruction; neither are the letters of a cell. */
const plainTab = (tab: Tab): Tab => {
  const cells = new Map<number, Map<number, CellState>>()
  const rows = Math.max(-1, ...tab.cells.keys()) + 2
  const columns = Math.max(-1, ...[...tab.cells.values()].flatMap((line) => [...line.keys()])) + 2
  for (let row = 0; row < rows; row++) {
    const line = new Map<number, CellState>()
    for (let column = 0; column < columns; column++) {
      const cell = peekCell(tab, row, column)
      line.set(column, { ...cell, look: { ...cell.look, font: null, border: linesOf(tab, row, column) } })
    }
    cells.set(row, line)
  }
  return {
    ...tab,
    id: tab.name,
    cells,
    charts: tab.charts.map(plainChart),
    print: { ...tab.print, margins: null, breaks: [] },
  }
}

const onlyTabs = (workbook: Workbook, names: readonly string[]): Workbook => ({
  ...copyWorkbook(workbook),
  tabs: workbook.tabs.filter(({ name }) => names.includes(name)).map(plainTab),
  active: '',
  names: [],
  settings: new Map(),
  xmlParts: [],
})

/** In which of its instructions a pack in one workbook differs from the same pack in another, one sentence each. */
export const packDifferences = (expected: Workbook, actual: Workbook, tabs: readonly string[]): readonly string[] =>
  changesSince(onlyTabs(expected, tabs), onlyTabs(actual, tabs))
