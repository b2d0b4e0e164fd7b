import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `npm run mutation [-- core/cells core/metrics/won.ts …]`: installs Stryker where it is missing and runs it. */

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'))

const isInstalled = ([name, version]) => {
  const file = at(`node_modules/${name}/package.json`)
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version
}

const runOrStop = (command, args) => {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** A folder stands for the files in it, except the examples. */
const globsOf = (path) => {
  const isFolder = existsSync(new URL(`../${path}`, import.meta.url)) && statSync(`${root}/${path}`).isDirectory()
  const folder = path.replace(/\/$/, '')
  return isFolder ? [`${folder}/**/*.ts`, `!${folder}/**/*.examples.ts`, `!${folder}/examples/**`] : [path]
}

if (!Object.entries(dependencies).every(isInstalled)) {
  console.log('Installing Stryker (npm ci --prefix mutation) …')
  runOrStop('npm', ['ci', '--prefix', at('.')])
}

const paths = process.argv.slice(2).flatMap(globsOf)
runOrStop(process.execPath, [
  at('node_modules/@stryker-mutator/core/bin/stryker.js'),
  'run',
  'mutation/stryker.json',
  ...(paths.length === 0 ? [] : ['--mutate', paths.join(',')]),
])
runOrStop(process.execPath, [at('summary.mjs')])
