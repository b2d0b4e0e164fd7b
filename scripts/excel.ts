import { join } from 'node:path'
import { certificateIn } from './excel/certificate.ts'
import { serve } from './excel/serve.ts'
import { sideloadGuide } from './excel/sideload.ts'
import { developmentBase, makeSite, writeSite } from './excel/site.ts'
import { sizeLines } from './excel/sizes.ts'

/** `npm run excel [-- --build]`: builds the hosted folder of the add-in into `dist/excel`, and serves it on localhost. */

const root = process.cwd()
const folder = join(root, 'dist/excel')
const site = await makeSite(root)
writeSite(site, folder)
console.log(`${site.files.size} files in dist/excel`)
for (const line of sizeLines(site.sizes)) console.log(line)
if (site.sizes.some(({ gzip, budget }) => gzip > budget)) process.exitCode = 1

if (!process.argv.includes('--build')) {
  const certificate = await certificateIn(join(root, '.cache/certificates'))
  try {
    await serve(site.files, certificate, Number(new URL(developmentBase).port))
    console.log(sideloadGuide(developmentBase, folder, certificate))
  } catch (error) {
    console.error(`${developmentBase} could not be served: ${error instanceof Error ? error.message : String(error)}`)
    console.error('Where the port is in use, end the other program (perhaps another npm run excel), then try again.')
    process.exitCode = 1
  }
}
