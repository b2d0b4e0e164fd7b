import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { extname } from 'node:path'
import type { Certificate } from './certificate.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
}

/** Serves the files over HTTPS, to this computer only. Resolves when it listens. */
export const serve = async (
  files: ReadonlyMap<string, Uint8Array>,
  { cert, key }: Certificate,
  port: number,
): Promise<Server> => {
  const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, ({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'https://localhost').pathname).slice(1)
    const found = files.get(path === '' ? 'help/index.html' : path)
    if (found === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(`There is no ${path} here.\n`)
      return
    }
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? types['.html'],
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
    response.end(found)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', resolve)
  })
  return server
}
