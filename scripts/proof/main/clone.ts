import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { claim, fallsShort, notRun, type Outcome } from '../outcome.ts'
import { inTemporaryFolder, root } from '../place.ts'
import { isOutOfReach } from './registry.ts'

const options = { encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 } as const

/** Runs a command; returns what it printed and the seconds it took. */
const timed = (cwd: string, command: string, args: readonly string[]): { out: string; seconds: number } => {
  const start = performance.now()
  const out = execFileSync(command, args, { ...options, cwd })
  return { out, seconds: (performance.now() - start) / 1000 }
}

const shown = (seconds: number): string => `${seconds.toFixed(1)} s`

async function* cloneInto(folder: string, what: string, install: readonly string[]): AsyncGenerator<Outcome> {
  const name = `clone to pack, installing ${what}`
  const project = join(folder, 'spm')
  try {
    const clone = timed(folder, 'git', ['clone', '--quiet', root, project])
    const installed = timed(project, 'npm', install)
    const start = timed(project, 'npm', ['start'])
    const pack = /out\/\S+\.xlsx/.exec(start.out)?.[0]
    const all = clone.seconds + installed.seconds + start.seconds
    const parts = `git clone ${shown(clone.seconds)}, npm ${install.join(' ')} ${shown(installed.seconds)}, npm start ${shown(start.seconds)}`
    const isThere = pack !== undefined && existsSync(join(project, pack))
    yield claim(name, isThere, `${shown(all)}: ${parts}; ${isThere ? pack : `no pack: ${start.out.trim()}`}`)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    yield isOutOfReach(message)
      ? notRun(name, 'the package registry is out of reach')
      : fallsShort(name, message.slice(0, 400))
  }
}

/** What a newcomer does: clone, install, start; with everything, and with what starting needs. */
export async function* freshClone(): AsyncGenerator<Outcome> {
  for (const [what, install] of [
    ['everything', ['ci']],
    ['what npm start needs', ['ci', '--omit=dev']],
  ] as const)
    yield* inTemporaryFolder((folder) => cloneInto(folder, what, install))
}
