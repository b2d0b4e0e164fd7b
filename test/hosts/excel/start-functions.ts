import type { Cell, Grid } from '#core/cells/grid'
import { isFault } from '#core/cells/grid'
import { dayOf, type Day } from '#core/cells/day'
import type { FunctionsFile } from '#excel-addin/functions/describe.ts'
import type { Later } from '#excel-addin/functions/follow.ts'
import { familyOf } from '#excel-addin/functions/families/index.ts'
import { loadMetric } from '#excel-addin/functions/load-metric.ts'
import { registerFunctions, type Functions } from '#excel-addin/functions/register.ts'
import { putCell } from '#local/workbook/cells'
import { addTab } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { batchHostOf } from './batch-host.ts'
import { shownArea } from './batch/areas.ts'
import { openHost, type ExcelHost } from './batch/host.ts'
import { FunctionsHost, range, type BlankArgument, type RangeArgument } from './functions-host.ts'
import { openOfficePage, type OfficePage } from './jsdom.ts'
import { readText } from '../../structure/repository.ts'

const described = JSON.parse(readText('excel-addin/functions/functions.json')) as FunctionsFile

const isMatrix = (id: string, place: number): boolean =>
  described.functions.find((each) => each.id === id)?.parameters[place]?.dimensionality === 'matrix'

export interface FunctionsOptions {
  /** How a blank cell comes as an argument: 0 on the desktop, null on the web. */
  readonly blank?: BlankArgument
  readonly today?: Day
  readonly later?: Later
  readonly now?: () => number
}

/** An Excel with a workbook open in which our functions are registered with the shipped office.js. */
export interface StartedFunctions {
  readonly excel: ExcelHost
  readonly host: FunctionsHost
  readonly functions: Functions
  readonly page: OfficePage
}

/** The day on which examples are asked. */
const exampleDay = dayOf(2024, 3, 31)

export const startFunctions = async (
  workbook: Workbook,
  { blank = 0, today = exampleDay, later = setTimeout, now = Date.now }: FunctionsOptions = {},
): Promise<StartedFunctions> => {
  const excel = openHost(workbook)
  const host = new FunctionsHost(batchHostOf(excel), blank, isMatrix)
  const page = await openOfficePage(host)
  await host.ready
  const { Excel: library, Office: office, CustomFunctions: runtime } = page.window
  // One after the other, as Jest loads no two that share a module at once.
  for (const name of Object.keys(familyOf)) await loadMetric(name)
  const functions = registerFunctions({
    runtime,
    run: (work) => library.run({ delayForCellEdit: true }, work),
    supports: (set, version) => office.context.requirements.isSetSupported(set, version),
    today: () => today,
    later,
    now,
  })
  return { excel, host, functions, page }
}

const plain = (cell: Cell): string | number | boolean | null => (isFault(cell) ? cell.fault : cell)

/** Puts a grid into a new tab and gives its range, as a formula would name it. */
export const addGrid = (workbook: Workbook, name: string, grid: Grid): RangeArgument => {
  const tab = addTab(workbook, name)
  const columns = Math.max(1, ...grid.map((row) => row.length))
  grid.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== null) putCell(tab, r, c, { value: cell })
    })
  })
  const values = grid.map((row) => Array.from({ length: columns }, (_, column) => plain(row[column] ?? null)))
  return range(`'${name}'!${shownArea({ row: 0, column: 0, rows: grid.length, columns })}`, values)
}
