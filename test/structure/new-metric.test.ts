import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { root } from './repository.ts'

const lab = mkdtempSync(join(tmpdir(), 'spm-new-metric-'))

/** What the generators read. */
const copied = [
  ...['package.json', 'tsconfig.base.json', '.prettierrc.json'],
  ...['core', 'excel-addin', 'local', 'panel', 'scripts', 'sheets-addon', 'docs'],
]

interface Run {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

const run = (...args: readonly string[]): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: lab, encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

const newMetric = (...args: readonly string[]): Run => run('scripts/run-ts.mjs', 'scripts/new-metric.ts', ...args)
const generate = (...args: readonly string[]): Run => run('scripts/generate.mjs', ...args)

const firstAnswer = `
import { runMetric } from '#core/metrics/run'
import { examples } from '#core/metrics/examples/index'
import { metricNamed } from '#core/metrics/index'
const metric = metricNamed('QUIET_OWNERS_2')
const [example] = examples.QUIET_OWNERS_2
const tables = { deals: { name: 'Deals', grid: example.given.deals } }
const answer = runMetric(metric, { tables, today: 45382 }, example.args)
console.log(JSON.stringify([answer.rows ?? answer, example.result]))
`

describe('a new metric', () => {
  beforeAll(() => {
    for (const file of copied) {
      cpSync(join(root, file), join(lab, file), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(lab, 'node_modules'))
    writeFileSync(join(lab, 'first-answer.ts'), firstAnswer)
  })

  afterAll(() => {
    rmSync(lab, { recursive: true, force: true })
  })

  test.each([
    [['stale', 'funnel', 'Stale'], 'The name is "stale"; write it like STALE_DEALS.'],
    [['STALE', 'funny', 'Stale'], 'The family is "funny"; it can be trust, forecast, '],
    [['STALE', 'funnel', "Rep's"], 'The title is "Rep\'s"; '],
    [['STALE', 'funnel', ''], 'The title is ""; '],
    [[], 'The name is ""; '],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(newMetric(...args)).toEqual({ status: 2, out: '', err: expect.stringContaining(sentence) })
  })

  test('is written, listed, compiles, and gives what its example says', () => {
    expect(newMetric('QUIET_OWNERS_2', 'trust', 'Quiet owners')).toMatchObject({ status: 0, err: '' })
    expect(generate('--check')).toMatchObject({
      status: 1,
      err: expect.stringContaining('core/metrics/index.ts is out of'),
    })
    expect(generate()).toMatchObject({ status: 0, err: '' })
    expect(generate('--check')).toEqual({ status: 0, out: '', err: '' })
    const tsc = run('node_modules/@typescript/native/bin/tsc', '-b', 'core/metrics')
    expect(tsc.out.split('\n').filter((line) => /quiet-owners|metrics\/(examples\/)?index/.test(line))).toEqual([])
    expect(run('scripts/run-ts.mjs', 'first-answer.ts')).toEqual({
      status: 0,
      out: '[[{"count":5}],[["Deals"],[5]]]\n',
      err: '',
    })
  })

  test('is not written over a metric that exists', () => {
    const { status, err } = newMetric('QUIET_OWNERS_2', 'flow', 'Other')
    expect(status).toBe(1)
    expect(err).toContain('core/metrics/quiet-owners-2.ts exists: choose another name, or change that file.')
  })
})
