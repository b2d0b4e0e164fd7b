import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMain } from './is-main.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where a run of Jest leaves its results. */
export const resultsFile = (suite) => join(root, `.cache/jest-${suite}.json`)

/** A suite that could not be loaded, and a run that failed without a failing test, count as one failure. */
const countsOf = (suite) => {
  const file = resultsFile(suite)
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const results = JSON.parse(readFileSync(file, 'utf8'))
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  return {
    passed: results.numPassedTests,
    failed: results.numTotalTests > 0 && results.success ? failed : Math.max(failed, 1),
    skipped: results.numPendingTests + results.numTodoTests,
  }
}

/** `N passed, N failed` over the last runs of the suites; with `, N skipped` where a test was skipped. */
export const closingLine = (suites) => {
  const counts = suites.map(countsOf)
  const total = (kind) => counts.reduce((sum, count) => sum + count[kind], 0)
  const skipped = total('skipped')
  return `${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

if (isMain(import.meta.url)) console.log(closingLine(process.argv.slice(2)))
