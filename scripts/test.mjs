import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { closingLine, resultsFile } from './closing-line.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const suites = { unit: 'jest.config.js', e2e: 'jest.e2e.config.js' }

/** Runs Jest, passes its lines on and writes its results as JSON; resolves to its exit code. */
const runJest = async (config, results, args) => {
  const nodeArgs = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    require.resolve('jest/bin/jest'),
  ]
  const jestArgs = [`--config=${config}`, '--json', `--outputFile=${results}`, ...args]
  const colour = process.stderr.isTTY ? { FORCE_COLOR: '1' } : {}
  const jest = spawn(process.execPath, [...nodeArgs, ...jestArgs], {
    cwd: root,
    env: { ...process.env, ...colour },
    stdio: ['inherit', 'ignore', 'pipe'],
  })
  const closed = new Promise((resolve) => {
    jest.on('close', (code) => {
      resolve(code ?? 1)
    })
  })
  for await (const line of createInterface({ input: jest.stderr })) {
    if (!line.startsWith('Test results written to:')) process.stderr.write(`${line}\n`)
  }
  return await closed
}

const [suite = 'unit', ...args] = process.argv.slice(2)
const config = suites[suite]
if (config === undefined) {
  console.error(`${suite} is no test suite: node scripts/test.mjs ${Object.keys(suites).join('|')} [options of jest]`)
  process.exit(2)
}
const results = resultsFile(suite)
mkdirSync(dirname(results), { recursive: true })
rmSync(results, { force: true })
process.exitCode = await runJest(config, results, args)
console.log(closingLine([suite]))
