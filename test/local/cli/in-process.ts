import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Papa from 'papaparse'
import { dayOf } from '#core/cells/day'
import { isFault, type Cell, type Grid } from '#core/cells/grid'
import { run } from '#local/cli/run'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Terminal {
  readonly colour?: boolean
  readonly width?: number
}

/** What takes longer than a second is said, so how much of it is said depends on the machine. */
const withoutProgress = (err: string): string => err.replace(/^[A-Z].* …\n/gm, '')

/** Runs the command line in this process on 2024-03-31. */
export const spmOn = async (terminal: Terminal, ...argv: readonly string[]): Promise<Outcome> => {
  let out = ''
  let err = ''
  const code = await run(argv, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    today: dayOf(2024, 3, 31),
    colour: terminal.colour ?? false,
    width: terminal.width ?? null,
    inThread: true,
  })
  return { code, out, err: withoutProgress(err) }
}

export const spm = (...argv: readonly string[]): Promise<Outcome> => spmOn({}, ...argv)

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'spm-cli-'))

const text = (cell: Cell): string | number => {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return isFault(cell) ? cell.fault : cell
}

/** Cells as a program exports them. */
export const csvOf = (grid: Grid): string => Papa.unparse(grid.map((row) => row.map(text)))

/** Writes a file into a folder and returns its path. */
export const put = (folder: string, name: string, contents: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, contents)
  return path
}
