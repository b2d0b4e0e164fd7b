import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMain } from './is-main.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(root, 'dist/stamp')

/** CommonJS packages inside an ES module bundle look for a `require`. */
const requireBanner = [
  "import { createRequire as spmCreateRequire } from 'node:module'",
  'const require = spmCreateRequire(import.meta.url)',
].join('\n')

const products = [
  { source: 'local/cli/main.ts', output: 'dist/spm.js', banner: requireBanner },
  { source: 'local/files/read-worker.ts', output: 'dist/read-worker.js', banner: requireBanner },
  { source: 'core/index.ts', output: 'dist/core.js', banner: '' },
]

const presentProducts = () => products.filter(({ source }) => existsSync(join(root, source)))

const sourcesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, folder, file))
    .sort()

/** Changes when a source file, the build itself or the set of installed packages changes. */
const stampOfSources = () => {
  const hash = createHash('sha256')
  const files = ['package.json', 'package-lock.json', 'scripts/build.mjs'].map((file) => join(root, file))
  for (const file of [...files, ...sourcesIn('core'), ...sourcesIn('local')]) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

const isBuilt = (stamp) =>
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === stamp &&
  presentProducts().every(({ output }) => existsSync(join(root, output)))

/** A reader never sees half a file: the text goes to a name of its own and is renamed. */
const writeWhole = (file, contents) => {
  const draft = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(draft, contents)
  renameSync(draft, file)
}

const bundle = async (esbuild, { source, output, banner }) => {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: join(root, output),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: banner },
    logLevel: 'silent',
    write: false,
  })
  for (const { path, contents } of outputFiles) writeWhole(path, contents)
}

/** Bundles every product whose source exists into `dist/`; returns the files written, relative to the root. */
export const build = async () => {
  const esbuild = await import('esbuild')
  const stamp = stampOfSources()
  const present = presentProducts()
  await Promise.all(present.map((product) => bundle(esbuild, product)))
  writeWhole(stampFile, stamp)
  return present.map(({ output }) => output)
}

/** Builds when something changed since the last build; says so when that takes over a second. Rejects with the places. */
export const ensureBuilt = async () => {
  if (isBuilt(stampOfSources())) return
  const notice = setTimeout(() => process.stderr.write('Building spm …\n'), 1000)
  try {
    await build()
  } finally {
    clearTimeout(notice)
  }
}

if (isMain(import.meta.url)) {
  for (const output of await build()) console.log(output)
}
