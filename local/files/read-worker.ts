import { parentPort, workerData } from 'node:worker_threads'
import { SpmError, type ErrorCode } from '#core/errors'
import { memoryOf, packGrid, type PackedGrid } from './grid-packing.ts'
import { readJob, type ReadJob } from './read-job.ts'
import type { SheetGrid } from './sheet-grid.ts'

export type PackedSheet = Omit<SheetGrid, 'grid'> & { readonly packed: PackedGrid }

/** What the worker posts, once. */
export type ReadAnswer =
  | { readonly ok: true; readonly sheets: readonly PackedSheet[] }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string }

const pack = ({ grid, ...sheet }: SheetGrid): PackedSheet => ({ ...sheet, packed: packGrid(grid) })

const answer = async (job: ReadJob): Promise<ReadAnswer> => {
  try {
    return { ok: true, sheets: (await readJob(job)).map(pack) }
  } catch (error) {
    if (error instanceof SpmError) return { ok: false, code: error.code, message: error.message }
    throw error
  }
}

const job: ReadJob = workerData
const message = await answer(job)
parentPort?.postMessage(message, message.ok ? message.sheets.flatMap(({ packed }) => memoryOf(packed)) : [])
