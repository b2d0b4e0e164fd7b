import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { claim, notRun, type Outcome } from '../outcome.ts'
import { root, temporaryFolder } from '../place.ts'

const seconds = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`

const inherit = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 } as const

/** What a newcomer does: clone, install, start; with everything, and with what starting needs. */
export async function* freshClone(): AsyncGenerator<Outcome> {
  for (const [name, omit] of [['everything', []], ['what npm start needs', ['--omit=dev']]] as const) {
    const folder = join(temporaryFolder(), 'spm')
    try {
      const start = performance.now()
      execFileSync('git', ['clone', '--quiet', root, folder], inherit)
      execFileSync('npm', ['ci', ...omit], { ...inherit, cwd: folder })
      const installed = seconds(start)
      const out = execFileSync('npm', ['start'], { ...inherit, cwd: folder })
      yield claim(`clone to pack, installing ${name}`, /\.xlsx/.test(out), `${seconds(start)} in all, ${installed} until installed`)
    } catch (error) {
      yield error instanceof Error && /ENOTFOUND|ECONNREFUSED|ETIMEDOUT/.test(error.message) ? notRun('clone to pack', 'the package registry is out of reach') : claim(`clone to pack, installing ${name}`, false, String(error).slice(0, 400))
    }
  }
}
