import { readCsv, type CsvOptions } from './read-csv.ts'
import { readWorkbook } from './read-xlsx.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { WorkbookFacts } from './zip-preflight.ts'

/** What is to be read from bytes that are already in memory; plain data, so that a worker can take it. */
export type ReadJob =
  | {
      readonly kind: 'text'
      readonly file: string
      readonly bytes: Uint8Array
      readonly options: CsvOptions
    }
  | {
      readonly kind: 'workbook'
      readonly file: string
      readonly bytes: Uint8Array
      readonly facts: WorkbookFacts
    }

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const readJob = async (job: ReadJob): Promise<readonly SheetGrid[]> => {
  switch (job.kind) {
    case 'text':
      return [readCsv(job.file, asBuffer(job.bytes), job.options)]
    case 'workbook':
      return readWorkbook(job.file, job.bytes, job.facts)
  }
}
