import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'

/** A folder for the tests of one file, removed after them. */
export const temporaryFolder = (): {
  readonly path: (name: string) => string
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>
} => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spm-files-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })
  const path = (name: string): string => join(folder, name)
  return {
    path,
    write: async (name, content) => {
      await writeFile(path(name), content)
      return path(name)
    },
  }
}
