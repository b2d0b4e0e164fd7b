import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { bundleScripts } from '#scripts/excel/bundle'
import { root } from '../../structure/repository.ts'

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.png': 'image/png' }

/** The page of the add-in with the harness in the place of its own script, and without the library of Office. */
const pageOf = (): string =>
  readFileSync(join(root, 'excel-addin/taskpane.html'), 'utf8')
    .replace(/<script src="https:[^>]*><\/script>/, '')
    .replace('assets/taskpane.js', 'assets/harness.js')

/** Serves the panel on a workbook in memory, under the content security policy of the add-in. */
export const serveHarness = async (): Promise<{ readonly server: Server; readonly address: string }> => {
  const { scripts } = await bundleScripts(root, ['test/e2e/panel/harness.ts'], 'test')
  const files = new Map(scripts.map(({ path, contents }) => [`/${path}`, contents]))
  files.set('/', Buffer.from(pageOf()))
  files.set('/taskpane.css', readFileSync(join(root, 'excel-addin/taskpane.css')))
  files.set('/icons/spm-32.png', readFileSync(join(root, 'excel-addin/icons/spm-32.png')))
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const found = files.get(pathname)
    const type = pathname === '/' ? types['.html'] : (types[extname(pathname)] ?? 'text/javascript')
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': type })
    response.end(found)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return { server, address: `http://localhost:${port}/` }
}
