import { openFile } from './open-file.ts'
import type { CsvOptions } from './read-csv.ts'
import { readInWorker } from './read-in-worker.ts'
import { readJob, type ReadJob } from './read-job.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { checkWorkbook } from './zip-preflight.ts'

export type { SheetGrid } from './sheet-grid.ts'

export interface ReadOptions extends CsvOptions {
  readonly deadlineMs?: number
  readonly memoryMb?: number
  /** Never start a worker, as where its script has not been built. */
  readonly inThread?: boolean
}

const defaultDeadlineMs = 180_000
const defaultMemoryMb = 2048

/** Content that is read without a worker: starting one takes 50 ms, and so little cannot exhaust anything. */
const threadContent = 1_000_000
/**
 * A text cannot grow while it is read, and handing its cells over takes longer than reading them: a file of 15 MB took
 * 1.2 times as long as splitting it, and 3 times in a worker.
 */
const threadText = 64_000_000

const jobOf = async (file: string, { codePage, delimiter }: ReadOptions): Promise<ReadJob> => {
  const { kind, bytes } = await openFile(file)
  if (kind === 'workbook') return { kind, file, bytes, facts: checkWorkbook(file, bytes) }
  const options = { ...(codePage !== undefined && { codePage }), ...(delimiter !== undefined && { delimiter }) }
  return { kind, file, bytes, options }
}

const isSmall = (job: ReadJob): boolean =>
  job.kind === 'text' ? job.bytes.length <= threadText : job.facts.content <= threadContent

/**
 * Reads a .csv, .tsv or .txt file (one grid, every cell a string) or an .xlsx workbook (one grid per worksheet; dates
 * as serial day numbers of the 1900 system, errors as faults). Large files are read in a worker.
 *
 * @throws SpmError `file` for what cannot be read or is refused, `argument` for an encoding or separator that does not exist
 */
export const readTables = async (path: string, options: ReadOptions = {}): Promise<readonly SheetGrid[]> => {
  const job = await jobOf(path, options)
  if (options.inThread === true || isSmall(job)) return readJob(job)
  const { deadlineMs = defaultDeadlineMs, memoryMb = defaultMemoryMb } = options
  return readInWorker(job, { deadlineMs, memoryMb }, new URL('./read-worker.js', import.meta.url))
}
