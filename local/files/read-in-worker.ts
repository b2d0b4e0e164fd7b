import { Worker } from 'node:worker_threads'
import { SpmError } from '#core/errors'
import { fail } from './fail.ts'
import { unpackGrid } from './grid-packing.ts'
import type { ReadJob } from './read-job.ts'
import type { PackedSheet, ReadAnswer } from './read-worker.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { codeOf } from './system-error.ts'

export interface ReadLimits {
  readonly deadlineMs: number
  /** For the worker's own objects; unpacked bytes come on top and are bounded before it starts. */
  readonly memoryMb: number
}

/** Memory that can be handed over: a file's own, not a slice of what other buffers share. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const { buffer } = bytes
  const isOwn = bytes.byteLength === buffer.byteLength && !(buffer instanceof SharedArrayBuffer)
  return isOwn ? new Uint8Array(buffer) : Uint8Array.from(bytes)
}

const startWorker = (job: ReadJob, { memoryMb }: ReadLimits, script: URL): Worker => {
  const bytes = ownBytes(job.bytes)
  return new Worker(script, {
    workerData: { ...job, bytes },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
}

const tooLarge = (file: string, memoryMb: number): SpmError =>
  new SpmError(
    'file',
    `${file} needs more than ${memoryMb} MB of memory to be read: split it, or save its tabs as .csv.`,
  )

const tooSlow = (file: string, deadlineMs: number): SpmError =>
  new SpmError('file', `${file} was not read within ${deadlineMs / 1000} seconds: split it, or save its tabs as .csv.`)

const askWorker = (worker: Worker, file: string, { deadlineMs, memoryMb }: ReadLimits): Promise<ReadAnswer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(tooSlow(file, deadlineMs))
    }, deadlineMs)
    worker.once('message', resolve)
    worker.once('error', (error) => {
      reject(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(file, memoryMb) : error)
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new SpmError('file', `${file} was not read: the reader stopped without an answer. Try again.`))
    })
  })

const unpack = ({ packed, ...sheet }: PackedSheet): SheetGrid => ({ ...sheet, grid: unpackGrid(packed) })

/** Reads in a thread of its own, whose memory and time are limited; the bytes of the job are handed over. */
export const readInWorker = async (job: ReadJob, limits: ReadLimits, script: URL): Promise<readonly SheetGrid[]> => {
  const worker = startWorker(job, limits, script)
  try {
    const answer = await askWorker(worker, job.file, limits)
    return answer.ok ? answer.sheets.map(unpack) : fail(answer.code, answer.message)
  } finally {
    await worker.terminate()
  }
}
