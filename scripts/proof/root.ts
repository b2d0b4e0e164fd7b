import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder: scripts run from a bundle, so that it is looked for from the working folder upwards. */
export const findRoot = (): string => {
  let folder = process.cwd()
  while (!existsSync(join(folder, 'local/cli/spm.mjs'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('Run this inside the project.')
    folder = above
  }
  return folder
}
