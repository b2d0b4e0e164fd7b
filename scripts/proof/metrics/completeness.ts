import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { claim, type Outcome } from '../outcome.ts'
import { runSuites } from '../jest.ts'
import { inTemporaryFolder, root } from '../place.ts'

interface Loss {
  readonly what: string
  /** Takes it away from a copy of the project. */
  readonly take: (project: string) => void
  readonly says: RegExp
}

const without =
  (file: string) =>
  (project: string): void => {
    rmSync(join(project, file))
  }

/** Leaves the list of examples of one metric empty. */
const withoutExamples = (project: string): void => {
  const file = join(project, 'core/metrics/pipeline.examples.ts')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/(export const examples: readonly Example\[\] = )[\s\S]*$/, '$1[]\n'))
}

const losses: readonly Loss[] = [
  {
    what: 'a test',
    take: without('test/core/metrics/pipeline.test.ts'),
    says: /PIPELINE stands in a file of its own name, with a test and a page/,
  },
  { what: 'an example', take: withoutExamples, says: /PIPELINE has at least one example/ },
  {
    what: 'a page of the reference',
    take: without('docs/reference/PIPELINE.md'),
    says: /PIPELINE stands in a file of its own name, with a test and a page/,
  },
]

const failuresOf = (project: string, folder: string): readonly string[] =>
  runSuites(project, folder, ['test/structure/completeness.test.ts', '-t', 'every metric']).testResults.flatMap(
    ({ assertionResults }) =>
      assertionResults.flatMap(({ fullName, status }) => (status === 'failed' ? [fullName] : [])),
  )

async function* takeAway(folder: string): AsyncGenerator<Outcome> {
  const project = join(folder, 'spm')
  execFileSync('git', ['clone', '--quiet', root, project])
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  const before = failuresOf(project, folder)
  yield claim('completeness, nothing missing', before.length === 0, before.length === 0 ? 'passes' : before.join('; '))
  for (const { what, take, says } of losses) {
    take(project)
    const failed = failuresOf(project, folder)
    execFileSync('git', ['checkout', '--quiet', '.'], { cwd: project })
    yield claim(
      `completeness, ${what} missing`,
      failed.some((name) => says.test(name)),
      failed.length === 0 ? 'PASSES' : `fails: ${failed.join('; ')}`,
    )
  }
}

/** In a copy, since nothing is to be missing here: the test that finds half-added metrics fails when it should. */
export async function* completeness(): AsyncGenerator<Outcome> {
  yield* inTemporaryFolder(takeAway)
}
