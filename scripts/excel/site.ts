import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { plainSample } from '#samples/plain'
import { bundleScripts } from './bundle.ts'
import { pageFiles } from './pages.ts'
import { chunkSizes, type ChunkSize } from './sizes.ts'

/** Where the add-in is served while it is developed, as manifest.xml and functions.json have it. */
export const developmentBase = 'https://localhost:3000/'

/** The scripts that other files of the hosted folder name: the page of the panel, and the functions. */
const entries = ['excel-addin/taskpane.ts', 'excel-addin/functions.ts'] as const

export interface Site {
  /** Every file of the hosted folder, by its path below it. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly sizes: readonly ChunkSize[]
}

/** Copied as they are, but for the address that they are served from. */
const texts: readonly (readonly [from: string, to: string])[] = [
  ['excel-addin/taskpane.html', 'taskpane.html'],
  ['excel-addin/taskpane.css', 'taskpane.css'],
  ['excel-addin/pages/pages.css', 'pages.css'],
  ['excel-addin/functions/functions.json', 'functions.json'],
  ['manifest.xml', 'manifest.xml'],
]

/** The version of the package, which the manifest has too. */
export const packageVersion = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version

/** The hosted folder of the add-in; `base` is the address that it will be served from, with a slash at its end. */
export const makeSite = async (root: string, base: string = developmentBase): Promise<Site> => {
  const { scripts, entries: found, meta } = await bundleScripts(root, entries, packageVersion(root))
  const files = new Map<string, Uint8Array>()
  for (const [from, to] of texts) {
    const text = readFileSync(join(root, from), 'utf8').replaceAll(developmentBase, base)
    files.set(to, Buffer.from(text.replaceAll(new URL(developmentBase).origin, new URL(base).origin)))
  }
  for (const name of readdirSync(join(root, 'excel-addin/icons')))
    if (name.endsWith('.png')) files.set(`icons/${name}`, readFileSync(join(root, 'excel-addin/icons', name)))
  files.set('sample.json', Buffer.from(JSON.stringify(plainSample())))
  for (const { path, text } of pageFiles(root)) files.set(path, Buffer.from(text))
  for (const { path, contents } of scripts) files.set(path, contents)
  return { files, sizes: chunkSizes(scripts, found, meta) }
}

/** Writes the folder anew; what an earlier build left in it is gone. */
export const writeSite = ({ files }: Site, folder: string): void => {
  if (existsSync(folder)) rmSync(folder, { recursive: true })
  for (const [path, contents] of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, contents)
  }
}
