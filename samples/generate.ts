import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, SpmError } from '#core/errors'
import { saveNew } from '#local/files/save'
import { writeWorkbook } from '#local/files/write'
import { adventureWorksInstructions, adventureWorksSheets } from './adventure-works-tabs.ts'
import { readAdventureWorks } from './adventure-works.ts'
import { differingParts, partsOf } from './parts.ts'
import { sampleFrom } from './sample.ts'
import { sampleInstructions, sampleSheets } from './tabs.ts'

/** The scripts run from the root of the repository. */
const folder = 'samples'

interface SampleFile {
  readonly path: string
  readonly bytes: Uint8Array
}

const sampleFile = async (): Promise<SampleFile> => ({
  path: join(folder, 'sample.xlsx'),
  bytes: await writeWorkbook(sampleInstructions(sampleSheets(sampleFrom())), { title: 'Sales sample' }),
})

const adventureWorksFile = async (): Promise<SampleFile> => {
  const sheets = adventureWorksSheets(await readAdventureWorks(join(folder, 'adventure-works')))
  return {
    path: join(folder, 'adventure-works.xlsx'),
    bytes: await writeWorkbook(adventureWorksInstructions(sheets), { title: 'AdventureWorks sales' }),
  }
}

const checkFile = async ({ path, bytes }: SampleFile): Promise<string> => {
  const committed = await readFile(path).catch(() => fail('file', `${path} is not there: run npm run samples.`))
  const differing = differingParts(partsOf(path, committed), partsOf(path, bytes))
  if (differing.length > 0) {
    const parts = `${differing.slice(0, 3).join(', ')}${differing.length > 3 ? ' …' : ''}`
    fail('file', `${path} is out of date (${differing.length} of its parts differ: ${parts}): run npm run samples.`)
  }
  return `${path} is up to date`
}

const saveFile = async ({ path, bytes }: SampleFile): Promise<string> => {
  await saveNew(path, bytes, { force: true })
  return `${path} written, ${Math.round(bytes.length / 1024)} kB`
}

const main = async (args: readonly string[]): Promise<void> => {
  const unknown = args.find((arg) => arg !== '--check')
  if (unknown !== undefined) fail('argument', `"${unknown}" is not known: npm run samples takes --check or nothing.`)
  const act = args.length > 0 ? checkFile : saveFile
  for (const make of [sampleFile, adventureWorksFile]) console.log(await act(await make()))
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof SpmError)) throw error
  console.error(error.message)
  process.exitCode = 1
})
