import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import { readInWorker, type ReadLimits } from '#local/files/read-in-worker'
import { readJob, type ReadJob } from '#local/files/read-job'
import type { SheetGrid } from '#local/files/read'
import { checkWorkbook } from '#local/files/zip-preflight'
import { buildWorkbook, workbookParts } from './build-workbook.ts'
import { buildZip } from '#scripts/verify/build-zip'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()
const ample: ReadLimits = { deadlineMs: 60_000, memoryMb: 500 }
let script: URL

beforeAll(async () => {
  const outfile = folder.path('read-worker.mjs')
  const banner = { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" }
  await build({
    entryPoints: ['local/files/read-worker.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    banner,
  })
  script = pathToFileURL(outfile)
})

const textJob = async (text: string): Promise<ReadJob> => {
  const bytes = await readFile(await folder.write('deals.csv', text))
  return { kind: 'text', file: 'deals.csv', bytes, options: {} }
}

const workbookJob = (zip: Buffer): ReadJob => ({
  kind: 'workbook',
  file: 'book.xlsx',
  bytes: Uint8Array.from(zip),
  facts: checkWorkbook('book.xlsx', zip),
})

const inWorker = (job: ReadJob, limits: ReadLimits = ample): Promise<readonly SheetGrid[]> =>
  readInWorker(job, limits, script)

const rows =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Ann</t></is></c><c r="B1"><v>1.5</v></c><c r="C1" t="b"><v>1</v></c>' +
  '<c r="D1" t="e"><v>#N/A</v></c><c r="F1" s="1"><v>45464</v></c></row>'

/** A worksheet of honest size whose cells take many times the memory of its bytes. */
const manyCells = (count: number): string =>
  Array.from(
    { length: count },
    (_, row) => `<row r="${row + 1}"><c t="inlineStr"><is><t>account ${row}</t></is></c></row>`,
  ).join('')

describe('reading in a worker', () => {
  test('gives what reading in the thread gives: a workbook', async () => {
    const zip = buildWorkbook([
      { name: 'Deals', rows },
      { name: 'Old', rows: '', state: 'hidden' },
    ])
    expect(await inWorker(workbookJob(zip))).toEqual(await readJob(workbookJob(zip)))
  })

  test('gives what reading in the thread gives: a text', async () => {
    const text = 'a,b\n1,"x, y"\n\n3\n'
    expect(await inWorker(await textJob(text))).toEqual(await readJob(await textJob(text)))
  })

  test('passes on the sentence of a refusal', async () => {
    await expect(inWorker(await textJob('a,b\n"1,2\n'))).rejects.toMatchObject({
      name: 'SpmError',
      code: 'file',
      message: expect.stringMatching(/^deals\.csv, row 2: a quotation mark is opened/),
    })
  })

  test('ends with a sentence when the memory does not suffice, and this program goes on', async () => {
    const job = workbookJob(buildWorkbook([{ name: 'Deals', rows: manyCells(300_000) }]))
    await expect(inWorker(job, { ...ample, memoryMb: 20 })).rejects.toThrow(
      'book.xlsx needs more than 20 MB of memory to be read: split it, or save its tabs as .csv.',
    )
    expect(await inWorker(workbookJob(buildWorkbook([{ name: 'Deals', rows }])))).toHaveLength(1)
  })

  test('ends with a sentence when the time does not suffice', async () => {
    const job = workbookJob(buildWorkbook([{ name: 'Deals', rows: manyCells(300_000) }]))
    await expect(inWorker(job, { ...ample, deadlineMs: 100 })).rejects.toThrow(
      'book.xlsx was not read within 0.1 seconds: split it, or save its tabs as .csv.',
    )
  })

  test('a directory that states small sizes ends with a sentence', async () => {
    const lie = workbookParts([{ name: 'Deals', rows: '' }]).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, content: Buffer.alloc(200_000_000, ' '), claims: 900 } : part,
    )
    await expect(inWorker(workbookJob(buildZip(lie)))).rejects.toThrow(/exceeds limit of 900 bytes/)
  })
})
