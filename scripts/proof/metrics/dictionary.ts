import { relative } from 'node:path'
import { examples } from '#core/metrics/examples/index'
import { metrics } from '#core/metrics/index'
import { claim, type Outcome } from '../outcome.ts'
import { runSuites } from '../jest.ts'
import { inTemporaryFolder, root } from '../place.ts'

const exampleCount = (name: string): number => examples[name]?.length ?? 0

/** Of each function, how many examples it has and how many tests of its own; all of them run. */
async function* countAll(folder: string): AsyncGenerator<Outcome> {
  const { testResults, numFailedTests, numPassedTests } = runSuites(root, folder, ['test/core/metrics'])
  const own = new Map(
    testResults.map(({ name, assertionResults }) => [relative(root, name), assertionResults.length] as const),
  )
  const all = metrics.reduce((sum, { name }) => sum + exampleCount(name), 0)
  yield claim('functions', metrics.length > 0, String(metrics.length))
  yield claim('examples', all >= metrics.length, `${all}, from ${metrics.length} functions`)
  yield claim(
    'tests of the functions',
    numFailedTests === 0,
    `${numPassedTests} pass, ${numFailedTests} fail; and every example through two doors`,
  )
  for (const { name } of metrics) {
    const file = `test/core/metrics/${name.toLowerCase().replaceAll('_', '-')}.test.ts`
    const [given, tests] = [exampleCount(name), own.get(file) ?? 0]
    yield claim(name, given > 0 && tests > 0, `${given} examples, ${tests} tests`)
  }
}

export async function* dictionary(): AsyncGenerator<Outcome> {
  yield* inTemporaryFolder(countAll)
}
