import type { Cell, Grid } from '#core/cells/grid'
import {
  activityRows,
  dealRows,
  historyRows,
  peopleRows,
  snapshotRows,
  stageRows,
  targetRows,
  type Row,
} from './workload/rows.ts'

/** What a host hands over: one array of rows per sheet, header first. */
export interface Workload {
  readonly deals: Grid
  readonly history: Grid
  readonly activities: Grid
  readonly snapshots: Grid
  readonly targets: Grid
  readonly people: Grid
  readonly stages: Grid
}

export const sizes = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 } as const
export type Size = keyof typeof sizes

/** The workload as JSON text outside the heap. */
export type Parcel = { readonly [table in keyof Workload]: readonly Buffer[] }

const blockRows = 5_000

/** The same bytes for the same size, always. */
export const prepare = (size: Size): Parcel => {
  const count = sizes[size]
  return {
    deals: written(dealRows(count)),
    history: written(historyRows(count)),
    activities: written(activityRows(count)),
    snapshots: written(snapshotRows(count)),
    targets: written(targetRows()),
    people: written(peopleRows()),
    stages: written(stageRows()),
  }
}

const written = (rows: Iterable<Row>): readonly Buffer[] => {
  const blocks: Buffer[] = []
  let block: Row[] = []
  const close = (): void => {
    blocks.push(Buffer.from(JSON.stringify(block)))
    block = []
  }
  for (const row of rows) if (block.push(row) === blockRows) close()
  close()
  return blocks
}

/**
 * Cells fresh from a message, as a host's bridge delivers them: every long text is a string of its own that nobody has
 * hashed yet. Every repetition gets a delivery of its own, or the second one would be cheaper than any real call.
 */
export const deliver = (parcel: Parcel): Workload => ({
  deals: read(parcel.deals),
  history: read(parcel.history),
  activities: read(parcel.activities),
  snapshots: read(parcel.snapshots),
  targets: read(parcel.targets),
  people: read(parcel.people),
  stages: read(parcel.stages),
})

const read = (blocks: readonly Buffer[]): Grid => {
  const grid: Cell[][] = []
  for (const block of blocks) {
    const rows: Cell[][] = JSON.parse(block.toString('utf8'))
    for (const row of rows) grid.push(row)
  }
  return grid
}
