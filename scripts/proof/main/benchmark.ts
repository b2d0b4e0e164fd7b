import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { claim, type Outcome } from '../outcome.ts'
import { root } from '../place.ts'

/** The pack workload on 100,000 opportunities: ends non-zero when a peer is faster. */
export async function* benchmark(): AsyncGenerator<Outcome> {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'bench/run.mjs'), '100k'], { encoding: 'utf8', cwd: root, maxBuffer: 1 << 26 })
  yield claim('npm run bench -- 100k', status === 0, `\n${stdout.trim()}`)
}
