import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRoot } from './root.ts'

export const root = findRoot()

/** Where the shared data sets are; `null` where they are not on this machine. */
export const sharedData = (set: string): string | null => {
  const folder = join(process.env['SPM_SHARED'] ?? join(root, '../shared'), 'data', set)
  return existsSync(folder) ? folder : null
}

export const whereShared = 'the shared data is not on this machine; set SPM_SHARED to its folder'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the `spm` command as a person does, through its launcher. */
export const spm = (...argv: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'local/cli/spm.mjs'), ...argv], { encoding: 'utf8', maxBuffer: 1 << 28 })
  return { code: status ?? 1, out: stdout, err: stderr }
}

export interface JsonAnswer {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly notes: readonly string[]
}

/** One metric through the command line; what goes wrong is the sentence it printed. */
export const ask = (...argv: readonly string[]): JsonAnswer | string => {
  const { code, out, err } = spm('metric', ...argv, '--json')
  return code === 0 ? (JSON.parse(out) as JsonAnswer) : err.trim()
}

/** A cell of the answer: of the first row, or of the row in which `key` is `label`. */
export const cell = (answer: JsonAnswer | string, column: string, key?: string, label?: string): unknown => {
  if (typeof answer === 'string') return answer
  const row = key === undefined ? answer.rows[0] : answer.rows.find((each) => each[key] === label)
  return row?.[column]
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'spm-proof-'))
