import { dirname } from 'node:path'
import { claim, notRun, type Outcome } from '../outcome.ts'
import { runSuites } from '../jest.ts'
import { inTemporaryFolder, root, sharedData, whereShared } from '../place.ts'

const suites = [
  ['mistakes found in public implementations', 'test/core/mistakes.test.ts'],
  ['edge cases that cut across metrics', 'test/core/edge-cases.test.ts'],
] as const

async function* runLists(folder: string): AsyncGenerator<Outcome> {
  const shared = sharedData('maven_crm')
  const env = shared === null ? {} : { SPM_SHARED: dirname(dirname(shared)) }
  for (const [name, path] of suites) {
    const { numPassedTests, numFailedTests, numPendingTests } = runSuites(root, folder, [path], env)
    yield claim(
      name,
      numFailedTests === 0 && numPassedTests > 0,
      `${numPassedTests} tests pass, ${numFailedTests} fail`,
    )
    if (numPendingTests > 0) yield notRun(`${name}, against the list`, whereShared)
  }
}

/** Each entry of the two lists of the metric dictionary is a test, or stands with the reason why it is not yet. */
export async function* lists(): AsyncGenerator<Outcome> {
  yield* inTemporaryFolder(runLists)
}
