import { randomBytes } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import { lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SpmError } from '#core/errors'
import { fail } from './fail.ts'
import { codeOf } from './system-error.ts'

const refuse = (path: string, error: unknown): never => {
  const code = codeOf(error)
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fail('file', `${path} may not be written: choose another --out.`)
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('file', `${path} was not written: the disk is full.`)
    case 'ENOTDIR':
    case 'EEXIST':
      return fail('file', `${path} cannot be written, because part of its path is a file: choose another --out.`)
    default:
      return fail('file', `${path} was not written (${code}): choose another --out.`)
  }
}

/** Throws for a folder, and for anything else in the way unless it may be replaced. */
export const checkPlace = async (path: string, force: boolean): Promise<void> => {
  const inTheWay = await lstat(path).catch(() => null)
  if (inTheWay === null) return
  const target = await stat(path).catch(() => inTheWay)
  if (target.isDirectory()) fail('file', `${path} is a folder: choose another --out.`)
  if (!force) fail('file', `${path} exists: choose another --out, or pass --force.`)
}

const writeDraft = async (draft: string, bytes: Uint8Array | string): Promise<void> => {
  const handle = await open(draft, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const

/** Runs the work; a signal in the meantime removes the draft, and then does what it always does. */
const removingOnSignal = async (draft: string, work: () => Promise<void>): Promise<void> => {
  const stop = (signal: NodeJS.Signals): void => {
    for (const name of signals) process.off(name, stop)
    try {
      unlinkSync(draft)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') process.exitCode = 1
    }
    process.kill(process.pid, signal)
  }
  for (const name of signals) process.on(name, stop)
  try {
    await work()
  } finally {
    for (const name of signals) process.off(name, stop)
  }
}

/**
 * Writes a new file, whole or not at all: under a name of its own in the same folder, then by one rename. Folders that
 * are missing are made.
 *
 * @throws SpmError `file` where something is in the way (unless `force`) or the disk refuses
 */
export const saveNew = async (
  path: string,
  bytes: Uint8Array | string,
  { force }: { readonly force: boolean },
): Promise<void> => {
  await checkPlace(path, force)
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => refuse(path, error))
  const draft = join(dirname(path), `.spm-${randomBytes(6).toString('hex')}.tmp`)
  await removingOnSignal(draft, async () => {
    try {
      await writeDraft(draft, bytes)
      await checkPlace(path, force)
      await rename(draft, path)
    } catch (error) {
      await rm(draft, { force: true }).catch(() => null)
      if (error instanceof SpmError) throw error
      refuse(path, error)
    }
  })
}
