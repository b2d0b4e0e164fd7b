import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'

/** `npm run bench [-- 10k|100k|1m|cache]`: installs what only the benchmark needs, bundles it and runs it. */

const at = (path) => new URL(path, import.meta.url)
const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'))

const isInstalled = ([name, version]) => {
  const file = at(`node_modules/${name}/package.json`)
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version
}

const runOrStop = (command, args) => {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** The cache is compared with nobody. */
const isAlone = process.argv.slice(2).join() === 'cache'

if (!isAlone && !Object.entries(dependencies).every(isInstalled)) {
  console.log('Installing what the benchmark compares with (npm ci --prefix bench; Linux on x64 only) …')
  // Polars' native part asks for Node 22 and runs on 20 as well.
  runOrStop('npm', ['ci', '--prefix', at('.').pathname, '--engine-strict=false'])
}

await build({
  entryPoints: ['main.ts', 'child.ts'].map((name) => at(name).pathname),
  outdir: at('dist').pathname,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: ['@duckdb/node-api', ...Object.keys(dependencies)],
  tsconfig: at('tsconfig.json').pathname,
  logLevel: 'warning',
})

const heapMb = 8_192
runOrStop(process.execPath, [
  '--expose-gc',
  `--max-old-space-size=${heapMb}`,
  at('dist/main.js').pathname,
  ...process.argv.slice(2),
])
