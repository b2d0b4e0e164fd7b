import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every file that belongs to the repository, tracked or about to be, and is there, relative to the root. */
export const files: readonly string[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)))

export const readText = (file: string): string => readFileSync(join(root, file), 'utf8')

export const readJson = (file: string): unknown => JSON.parse(readText(file))
