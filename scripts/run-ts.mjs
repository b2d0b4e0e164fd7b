import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { isMain } from './is-main.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bundles one TypeScript file of the repository into `.cache/run/`, its packages left outside; returns the new file. */
export const bundle = async (entry) => {
  const file = join(root, '.cache/run', entry.replace(/\.ts$/, '.mjs').replaceAll(/[\\/]/g, '-'))
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    outfile: file,
    write: false,
  })
  const draft = `${file}.${process.pid}`
  mkdirSync(dirname(file), { recursive: true })
  for (const { contents } of outputFiles) writeFileSync(draft, contents)
  renameSync(draft, file)
  return file
}

/** Runs a TypeScript file of the repository in this process, from the root, as if it had been called with `args`. */
export const runTs = async (entry, args) => {
  const file = await bundle(entry)
  process.chdir(root)
  process.setSourceMapsEnabled(true)
  process.argv = [process.execPath, join(root, entry), ...args]
  return await import(pathToFileURL(file).href)
}

if (isMain(import.meta.url)) {
  const [entry, ...args] = process.argv.slice(2)
  if (entry === undefined) {
    console.error('Name the file to run: node scripts/run-ts.mjs samples/generate.ts')
    process.exitCode = 2
  } else await runTs(entry, args)
}
