import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { claim, notRun, type Outcome } from '../outcome.ts'
import { root } from '../place.ts'
import { isOutOfReach } from './registry.ts'

const name = 'npm run bench -- 100k'

/** The pack workload on 100,000 opportunities: ends non-zero when a peer is faster. */
export async function* benchmark(): AsyncGenerator<Outcome> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return yield notRun(name, 'its peers are installed on Linux on x64 only')
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bench/run.mjs'), '100k'], {
    encoding: 'utf8',
    cwd: root,
    maxBuffer: 1 << 26,
  })
  if (status !== 0 && isOutOfReach(stderr)) return yield notRun(name, 'the package registry is out of reach')
  yield claim(name, status === 0, `\n${stdout.trim()}${status === 0 ? '' : `\n${stderr.trim()}`}`)
}
