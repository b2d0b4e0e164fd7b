import type { Grid } from '#core/cells/grid'
import type { RangeRef } from '#panel/port.ts'
import { portErrorOf } from '../office/port-error.ts'
import { gridOf } from './grid-of.ts'

/** Cells that mostly fit in one answer of 5 MB. */
const cellsOfBlock = 100_000

interface Block {
  readonly range: Excel.Range
  readonly row: number
  readonly rows: number
  readonly columns: number
}

/** The rows of a block; where they do not fit in one answer, in two halves. */
const readBlock = async (context: Excel.RequestContext, { range, row, rows, columns }: Block): Promise<Grid> => {
  const block = range.getCell(row, 0).getAbsoluteResizedRange(rows, columns)
  block.load('values')
  try {
    await context.sync()
    return gridOf(block.values)
  } catch (error) {
    if (rows === 1 || portErrorOf(error).code !== 'too-large') throw error
    const half = Math.ceil(rows / 2)
    const first = await readBlock(context, { range, row, rows: half, columns })
    const second = await readBlock(context, { range, row: row + half, rows: rows - half, columns })
    return [...first, ...second]
  }
}

/**
 * All cells of a range, in blocks of rows that fit in one answer each.
 *
 * @param told called with the rows read so far, of all
 */
export const readRange = async (
  context: Excel.RequestContext,
  { tab, address }: RangeRef,
  told: (rows: number, of: number) => void,
): Promise<Grid> => {
  const range = context.workbook.worksheets.getItem(tab).getRange(address)
  range.load('rowCount,columnCount')
  await context.sync()
  const { rowCount, columnCount } = range
  const step = Math.max(1, Math.floor(cellsOfBlock / columnCount))
  const grid: Grid[number][] = []
  for (let row = 0; row < rowCount; row += step) {
    const rows = Math.min(step, rowCount - row)
    for (const cells of await readBlock(context, { range, row, rows, columns: columnCount })) grid.push(cells)
    told(grid.length, rowCount)
  }
  return grid
}
