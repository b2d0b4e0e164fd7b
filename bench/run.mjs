import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * `npm run bench [-- 10k|100k|1m|cache|slider]`: installs what only the benchmark needs, bundles it and runs it.
 * `npm run bench -- --against COMMIT`: compares the core with what it was at a commit.
 */

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

const bundle = (entryPoints, rest) =>
  build({
    entryPoints,
    outdir: at('dist').pathname,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@duckdb/node-api', ...Object.keys(dependencies)],
    tsconfig: at('tsconfig.json').pathname,
    logLevel: 'warning',
    ...rest,
  })

const heapMb = 8_192
const start = (program, args) =>
  runOrStop(process.execPath, [
    '--expose-gc',
    `--max-old-space-size=${heapMb}`,
    at(`dist/${program}`).pathname,
    ...args,
  ])

/** Takes `#core/…` from another folder. */
const coreFrom = (folder) => ({
  name: 'core',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^#core\// }, ({ path }) => ({ path: join(folder, `${path.replace(/^#/, '')}.ts`) })),
})

const compareWith = async (commit) => {
  const root = at('..').pathname
  const then = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    runOrStop('bash', ['-c', 'git -C "$0" archive "$1" core | tar -x -C "$2"', root, commit, then])
    for (const [name, folder] of Object.entries({ now: root, then }))
      await bundle([{ in: at('timed-answers.ts').pathname, out: name }], {
        plugins: [coreFrom(folder)],
        nodePaths: [join(root, 'node_modules')],
      })
  } finally {
    rmSync(then, { recursive: true })
  }
  await bundle([at('against.ts').pathname], {})
  start('against.js', [])
}

const runBenchmarks = async (args) => {
  // The cache and the slider are compared with nobody.
  if (!['cache', 'slider'].includes(args.join()) && !Object.entries(dependencies).every(isInstalled)) {
    console.log('Installing what the benchmark compares with (npm ci --prefix bench; Linux on x64 only) …')
    // Polars' native part asks for Node 22 and runs on 20 as well.
    runOrStop('npm', ['ci', '--prefix', at('.').pathname, '--engine-strict=false'])
  }
  await bundle(
    ['main.ts', 'child.ts'].map((name) => at(name).pathname),
    { splitting: true },
  )
  start('main.js', args)
}

const args = process.argv.slice(2)
if (args[0] === '--against') await compareWith(args[1] ?? 'HEAD')
else await runBenchmarks(args)
