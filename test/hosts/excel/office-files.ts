import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The folder of the unmodified library. */
export const officeFolder = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
)
