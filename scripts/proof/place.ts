import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'
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

/** Runs the `spm` command in a folder as a person does, through its launcher. */
export const spmIn = (folder: string, ...argv: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'local/cli/spm.mjs'), ...argv], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status ?? 1, out: stdout, err: stderr }
}

export const spm = (...argv: readonly string[]): Ran => spmIn(root, ...argv)

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

/** The sum of a column; NaN where there is no answer. */
export const total = (answer: JsonAnswer | string, column: string): number => {
  if (typeof answer === 'string') return NaN
  return answer.rows.reduce((sum, row) => sum + (typeof row[column] === 'number' ? row[column] : 0), 0)
}

/** Runs a proof with a folder that is there as long as it runs. */
export async function* inTemporaryFolder(proof: (folder: string) => AsyncGenerator<Outcome>): AsyncGenerator<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'spm-proof-'))
  try {
    yield* proof(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
