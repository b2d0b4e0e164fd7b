import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { OfficeAddinManifest } from 'office-addin-manifest'
import { checkSite, verdictLines } from './excel/check-site.ts'
import { makeSite, writeSite } from './excel/site.ts'
import { sizeLines } from './excel/sizes.ts'

/**
 * `npm run release:excel -- --url https://example.com/spm/ [--name "SPM"] [--id GUID]`: the folder to host under that
 * address, and beside it the manifest to hand out or to submit.
 */

const root = process.cwd()
const { values } = parseArgs({
  options: { url: { type: 'string' }, name: { type: 'string' }, id: { type: 'string' } },
})

const refuse = (sentence: string): never => {
  console.error(sentence)
  process.exit(2)
}

const baseFrom = (url: string | undefined): string => {
  if (url === undefined)
    return refuse('Say where the folder will be hosted: npm run release:excel -- --url https://example.com/spm/')
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:')
    return refuse(`${url} is no address that begins with https://, which Office asks of every add-in.`)
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname.replace(/\/?$/, '/')}`
}

const base = baseFrom(values.url)
const site = await makeSite(root, base)
const folder = join(root, 'dist/release-excel')
writeSite(site, folder)
const manifest = join(folder, 'manifest.xml')
if (values.name !== undefined || values.id !== undefined)
  await OfficeAddinManifest.modifyManifestFile(manifest, values.id, values.name)
const { id, displayName, version } = await OfficeAddinManifest.readManifestFile(manifest)
const released = { ...site, files: new Map([...site.files, ['manifest.xml', readFileSync(manifest)]]) }
const verdicts = checkSite(root, released, base)
for (const line of [...verdictLines(verdicts), ...sizeLines(site.sizes)]) console.log(line)
console.log(`\n${site.files.size} files in dist/release-excel, to be hosted at ${base}`)
console.log(`manifest.xml: ${displayName ?? ''} ${version ?? ''}, ${id ?? ''}`)
const isGood =
  verdicts.every(({ complaints }) => complaints.length === 0) && site.sizes.every(({ gzip, budget }) => gzip <= budget)
if (!isGood) process.exitCode = 1
