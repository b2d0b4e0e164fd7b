import type { Grid } from '#core/cells/grid'
import { measured } from '../measure.ts'
import type { Workload } from '../workload.ts'

/** The limit: looks once at every cell of every table (its kind, its number or the length of its text) and keeps nothing. */

const ingest = (workload: Workload): number => {
  let sum = 0
  for (const grid of Object.values<Grid>({ ...workload })) sum += touched(grid)
  return sum
}

const touched = (grid: Grid): number => {
  let sum = 0
  for (const row of grid)
    for (const cell of row) {
      if (typeof cell === 'number') sum += cell
      else if (typeof cell === 'string') sum += cell.length
      else if (cell === true) sum++
    }
  return sum
}

const query = (sum: number): null => {
  if (!(sum > 0)) throw new Error('no cell was touched')
  return null
}

export const run = measured({ ingest, query })
