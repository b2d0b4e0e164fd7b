import { dayOf } from '#core/cells/day'
import type { Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import { identify } from '#core/dataset/identify'
import type { TableName } from '#core/dataset/tables/index'
import { readTables } from '#local/files/read'

const sheets = await readTables('samples/sample.xlsx', { inThread: true })
const { tables } = identify(sheets.map(({ file, sheet, grid }) => ({ name: sheet ?? file, grid })))

/** The sample workbook with its grids changed. */
export const sampleWith = (change: (grid: Grid, table: TableName) => Grid): Dataset => {
  const changed = (Object.entries(tables) as [TableName, (typeof tables)['deals']][]).flatMap(([name, source]) =>
    source === undefined ? [] : [[name, { ...source, grid: change(source.grid, name) }] as const],
  )
  return openDataset({ tables: Object.fromEntries(changed), today: dayOf(2026, 11, 2) })
}
