import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import { csvOf, newFolder, put } from './in-process.ts'

const launcher = fileURLToPath(new URL('../../../local/cli/spm.mjs', import.meta.url))
const folder = newFolder()
const deals = put(folder, 'deals.csv', csvOf(tenDeals))

/** Without the notice that the program was built first, as when a source has just changed. */
const said = (stderr: string): string => stderr.replace(/^Building spm …\n/, '')

const spm = (...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...argv], { cwd: folder, encoding: 'utf8' })
  return { status, out: stdout, err: said(stderr) }
}

/** Runs a line of the shell in which `$SPM` is the command. */
const shell = (line: string) => {
  const env = { ...process.env, SPM: `"${process.execPath}" "${launcher}"` }
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `set -o pipefail; ${line.replaceAll('$SPM', 'eval $SPM')}`],
    {
      cwd: folder,
      encoding: 'utf8',
      env,
    },
  )
  return { status, out: stdout, err: said(stderr) }
}

beforeAll(() => {
  spm('--version')
}, 60_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the program', () => {
  test('answers from another folder', () => {
    expect(spm('metric', 'PIPELINE', 'deals.csv', '--csv', '--as-of', '2024-03-31')).toEqual({
      status: 0,
      out: 'Deals,Value\r\n5,260000\r\n',
      err: '',
    })
  })

  test.each([
    [['metric', 'PIPELINE', 'deals.csv', '--scope', 'Anja'], 2],
    [['metric', 'PIPELINE', 'none.csv'], 3],
    [['metric', 'ATTAINMENT', 'deals.csv'], 1],
    [['help'], 0],
  ])('%j ends with %i', (argv, status) => {
    expect(spm(...argv).status).toBe(status)
  })

  test('a reader that stops early is no failure', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`D${i}`, ...(tenDeals[1] ?? []).slice(1)])
    put(folder, 'many.csv', csvOf([tenDeals[0] ?? [], ...rows]))
    expect(shell('$SPM metric CLOSED_DEALS many.csv --csv --quiet | head -1')).toMatchObject({ status: 0, err: '' })
  })

  test('a pipe gets no colour', () => {
    expect(spm('help').out).not.toContain('\u001b')
  })

  test('Ctrl-C leaves nothing half-written', async () => {
    const out = join(folder, 'stopped')
    const program = spawn(process.execPath, [launcher, 'pack', 'TEAM', deals, '--out', join(out, 'pack.xlsx')], {
      stdio: 'ignore',
    })
    setTimeout(() => program.kill('SIGINT'), 150)
    const signal = await new Promise((resolve) => program.on('exit', (_code, by) => resolve(by)))
    expect(signal).toBe('SIGINT')
    expect(readdirSync(folder).filter((name) => name === 'stopped')).toEqual([])
  })
})
