import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const checks = ['types', 'lint', 'format', 'generated', 'layers', 'dead']

/** The scripts of package.json that each mode runs, in this order. */
const modes = {
  check: checks,
  fix: ['generate', 'lint:fix', 'format:fix'],
  test: [...checks, 'unit'],
}

const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) }

/** Runs one script; returns its exit code and says how long it took. The tests have closing lines of their own. */
const run = (step) => {
  const start = performance.now()
  const { status } = spawnSync(scripts[step], { cwd: root, env, shell: true, stdio: 'inherit' })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (step !== 'unit') console.log(status === 0 ? `✓ ${step} ${seconds} s` : `✗ npm run ${step} failed, ${seconds} s`)
  return status ?? 1
}

const mode = process.argv[2] ?? 'check'
if (modes[mode] === undefined) {
  console.error(`${mode} is no mode: node scripts/check.mjs ${Object.keys(modes).join('|')}`)
  process.exit(2)
}
for (const step of modes[mode]) {
  const status = run(step)
  if (status !== 0) process.exit(status)
}
