import { basename } from 'node:path'
import { claim, type Outcome } from '../outcome.ts'
import { runSuites } from '../jest.ts'
import { inTemporaryFolder, root } from '../place.ts'

const seedsIn = (title: string): readonly string[] => [...title.matchAll(/seed (\d+)/g)].map((match) => match[1] ?? '')

/** Every suite of properties, with the seeds that its titles name. */
async function* runProperties(folder: string): AsyncGenerator<Outcome> {
  for (const { name, assertionResults } of runSuites(root, folder, ['test/properties']).testResults) {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const seeds = [...new Set(assertionResults.flatMap(({ fullName }) => seedsIn(fullName)))]
    yield claim(
      `properties, ${basename(name, '.test.ts')}`,
      failed.length === 0 && assertionResults.length > 0,
      `${assertionResults.length} hold, seeds ${seeds.join(', ')}${failed.map(({ fullName }) => `; FAILS: ${fullName}`).join('')}`,
    )
  }
}

export async function* properties(): AsyncGenerator<Outcome> {
  yield* inTemporaryFolder(runProperties)
}
