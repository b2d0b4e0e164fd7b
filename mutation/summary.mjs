import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Prints the scores of all files that were run so far, as Markdown, out of Stryker's incremental report; with
 * `--survivors <part of a path>` each mutant of these files that no test noticed.
 */

const report = JSON.parse(readFileSync(new URL('../.cache/mutation/incremental.json', import.meta.url), 'utf8'))

const statuses = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'Ignored']
const files = Object.entries(report.files).sort(([a], [b]) => (a < b ? -1 : 1))

const countOf = (mutants) =>
  Object.fromEntries(statuses.map((status) => [status, mutants.filter((mutant) => mutant.status === status).length]))

/** Detected among those that were valid, in percent: a mutant that could not load says nothing, an ignored one neither. */
const scoreOf = ({ Killed, Timeout, Survived, NoCoverage }) =>
  (100 * (Killed + Timeout)) / (Killed + Timeout + Survived + NoCoverage)

const shownScore = (counts) => (Number.isNaN(scoreOf(counts)) ? '–' : scoreOf(counts).toFixed(1))

const row = (name, mutants) => {
  const counts = countOf(mutants)
  return `| ${[name, shownScore(counts), ...statuses.map((status) => counts[status])].join(' | ')} |`
}

const table = (title, rows) =>
  [`| ${[title, 'score, %', ...statuses].join(' | ')} |`, `|---|${'--:|'.repeat(statuses.length + 1)}`, ...rows].join(
    '\n',
  )

const folderOf = (file) => dirname(file).replace('core/dataset/tables', 'core/dataset')
const mutantsIn = (folder) => files.flatMap(([file, { mutants }]) => (folderOf(file) === folder ? mutants : []))

const survivors = (part) =>
  files
    .filter(([file]) => file.includes(part))
    .flatMap(([file, { source, mutants }]) => {
      const lines = source.split('\n')
      return mutants
        .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
        .sort((a, b) => a.location.start.line - b.location.start.line)
        .map(({ status, mutatorName, replacement, location: { start } }) => {
          const changed = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 70)
          const line = lines[start.line - 1]?.trim()
          return `${file}:${start.line}:${start.column} ${status} ${mutatorName} → ${changed}\n    ${line}`
        })
    })

const [option, part = ''] = process.argv.slice(2)
if (option === '--survivors') console.log(survivors(part).join('\n'))
else {
  const folders = [...new Set(files.map(([file]) => folderOf(file)))]
  const byFolder = folders.map((folder) => row(folder, mutantsIn(folder)))
  console.log(table('folder', byFolder))
  console.log(
    `\n${table(
      'file',
      files.map(([file, { mutants }]) => row(file, mutants)),
    )}`,
  )
}
