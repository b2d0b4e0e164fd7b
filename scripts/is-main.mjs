import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Whether the module with this `import.meta.url` is the file that node was asked to run. */
export const isMain = (url) => {
  const asked = process.argv[1]
  return asked !== undefined && realpathSync(asked) === realpathSync(fileURLToPath(url))
}
