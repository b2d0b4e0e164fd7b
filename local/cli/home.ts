import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { SpmError } from '#core/errors'

const manifest = z.object({ name: z.string(), version: z.string() })

export interface Home {
  /** The folder that SPM is installed in. */
  readonly folder: string
  readonly version: string
}

/** The folder above this code whose package is SPM: its samples and reference stand there. */
export const findHome = (): Home => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    const found = existsSync(file) ? manifest.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data : undefined
    if (found?.name === 'spm') return { folder, version: found.version }
    if (folder === dirname(folder))
      throw new SpmError(
        'file',
        `SPM does not find its own folder above ${fileURLToPath(import.meta.url)}: install it again.`,
      )
  }
}
