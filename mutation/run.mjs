import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `npm run mutation [-- core/cells core/metrics/won.ts …]`: installs Stryker where it is missing and runs it. */

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const memory = `${root}/.cache/mutation/incremental.json`
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
  if (!isFolder) return [path]
  return [
    `${folder}/**/*.ts`,
    ...(folder.includes('metrics') ? ['!core/metrics/**/*.examples.ts', '!core/metrics/examples/**'] : []),
  ]
}

/**
 * A static mutant has no list of covering tests, so Stryker takes over that it survived whatever tests were added since:
 * those of the files asked for are taken out of its memory.
 */
const forgetStaticSurvivors = (asked) => {
  if (!existsSync(memory)) return
  const report = JSON.parse(readFileSync(memory, 'utf8'))
  for (const [file, entry] of Object.entries(report.files)) {
    if (asked.length > 0 && !asked.some((path) => file.startsWith(path))) continue
    entry.mutants = entry.mutants.filter((mutant) => !(mutant.static === true && mutant.status === 'Survived'))
  }
  writeFileSync(memory, JSON.stringify(report))
}

if (!Object.entries(dependencies).every(isInstalled)) {
  console.log('Installing Stryker (npm ci --prefix mutation) …')
  runOrStop('npm', ['ci', '--prefix', at('.')])
}

const asked = process.argv.slice(2)
const paths = asked.flatMap(globsOf)
forgetStaticSurvivors(asked)
runOrStop(process.execPath, [
  at('node_modules/@stryker-mutator/core/bin/stryker.js'),
  'run',
  'mutation/stryker.json',
  ...(paths.length === 0 ? [] : ['--mutate', paths.join(',')]),
])
runOrStop(process.execPath, [at('summary.mjs')])
