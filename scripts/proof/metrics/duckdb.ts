import { dirname } from 'node:path'
import { claim, notRun, type Outcome } from '../outcome.ts'
import { runSuites, type SuiteReport } from '../jest.ts'
import { inTemporaryFolder, root, sharedData, whereShared } from '../place.ts'

const totals = ({ printed }: SuiteReport): string => /DuckDB: (.*)/.exec(printed)?.[1] ?? 'no total was printed'

async function* askDuckDb(folder: string): AsyncGenerator<Outcome> {
  const maven = sharedData('maven_crm')
  const env = maven === null ? {} : { SPM_SHARED: dirname(dirname(maven)) }
  const suites = runSuites(root, folder, ['test/golden/duckdb.test.ts'], env)
  const value = `${totals(suites)}; ${suites.numPassedTests} tests pass, ${suites.numFailedTests} fail`
  yield claim('every metric against DuckDB', suites.numFailedTests === 0 && suites.numPassedTests > 0, value)
  if (maven === null) yield notRun('maven_crm against DuckDB', whereShared)
}

/** Both answers side by side: SPM_SHOW=1 npx jest test/golden/duckdb.test.ts */
export async function* duckdb(): AsyncGenerator<Outcome> {
  yield* inTemporaryFolder(askDuckDb)
}
