import type { Dataset } from '../dataset/dataset.ts'
import { SpmError } from '../errors.ts'

/**
 * Tells which rows of the whole Snapshots table lie in the scope. A metric that follows deals from owner to owner reads
 * the table whole: within the scope alone, a deal that was handed over would stand still instead of leaving.
 */
export const snapshotScope = (data: Dataset): ((row: number) => boolean) => {
  if (data.scope === null) return () => true
  const rows = data.rowsWithin('snapshots')
  if (rows === null)
    throw new SpmError(
      'no-answer',
      `Scope "${data.scope}": the snapshots have no column that tells it. Add the owner or that column to them, or leave the scope out.`,
    )
  const within = new Uint8Array(data.whole.rows('snapshots'))
  for (const row of rows) within[row] = 1
  return (row) => within[row] === 1
}
