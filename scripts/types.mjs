import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('@typescript/native/package.json')))

/** The benchmarks have packages of their own, which are not installed with the rest. */
const hasBenchPackages = existsSync(join(root, 'bench/node_modules'))
if (!hasBenchPackages) console.log('bench/ is not checked: its packages are not installed (npm ci --prefix bench).')

const projects = ['.', ...(hasBenchPackages ? ['bench'] : [])]
const { status } = spawnSync(process.execPath, [tsc, '-b', ...projects], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
