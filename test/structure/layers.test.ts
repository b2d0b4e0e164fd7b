import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { root } from './repository.ts'

/** Each rule of the layers, with one import that breaks it: file, what it imports, the file meant. */
const forbidden = [
  ['core-math-imports-downwards', 'core/math/a.ts', '../cells/leaf.ts'],
  ['core-cells-imports-downwards', 'core/cells/a.ts', '../dataset/leaf.ts'],
  ['core-dataset-imports-downwards', 'core/dataset/a.ts', '../metrics/leaf.ts'],
  ['core-targets-imports-downwards', 'core/targets/a.ts', '../cells/leaf.ts'],
  ['core-metrics-imports-downwards', 'core/metrics/a.ts', '../report/leaf.ts'],
  ['core-errors-is-a-leaf', 'core/errors.ts', './math/leaf.ts'],
  ['core-is-alone', 'core/report/a.ts', '#local/leaf'],
  ['core-is-alone', 'core/report/b.ts', 'node:fs'],
  ['metrics-import-no-metric', 'core/metrics/b.ts', './one-metric.ts'],
  ['examples-stay-out-of-bundles', 'local/a.ts', '#core/metrics/one-metric.examples'],
  ['local-imports-no-other-host', 'local/b.ts', '../sheets-addon/leaf.ts'],
  ['sheets-addon-imports-no-other-host', 'sheets-addon/a.ts', '../excel-addin/leaf.ts'],
  ['excel-addin-imports-no-other-host', 'excel-addin/a.ts', '#local/leaf'],
  ['panel-imports-core-only', 'panel/a.ts', '#local/leaf'],
  ['nothing-imports-test', 'scripts/a.ts', '#test/leaf'],
  ['products-import-no-tooling', 'local/c.ts', '#samples/leaf'],
  ['products-import-no-development-package', 'local/d.ts', 'only-for-development'],
  ['resolvable', 'local/e.ts', './nowhere.ts'],
  ['no-circle', 'local/f.ts', './g.ts'],
] as const

const allowed = [
  ['core/cells/b.ts', '../errors.ts'],
  ['core/dataset/b.ts', '../cells/leaf.ts'],
  ['core/metrics/one-metric.ts', './define.ts'],
  ['core/report/c.ts', '../metrics/leaf.ts'],
  ['core/targets/b.ts', '../math/leaf.ts'],
  ['local/h.ts', '#core/report/leaf'],
  ['test/a.test.ts', '#core/metrics/one-metric.examples'],
] as const

const leaves = [
  ...['cells', 'dataset', 'math', 'metrics', 'report'].map((layer) => `core/${layer}/leaf.ts`),
  ...['core/metrics/define.ts', 'core/metrics/one-metric.examples.ts'],
  ...['local', 'samples', 'test', 'excel-addin', 'sheets-addon'].map((folder) => `${folder}/leaf.ts`),
]

const report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})

const folders = ['core', 'local', 'panel', 'excel-addin', 'sheets-addon', 'samples', 'scripts', 'test']
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const lab = mkdtempSync(join(tmpdir(), 'spm-layers-'))

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(lab, file)), { recursive: true })
  writeFileSync(join(lab, file), text)
}

const writeLab = (): void => {
  const manifest = createRequire(import.meta.url)(join(root, 'package.json')) as Record<string, unknown>
  write('package.json', JSON.stringify({ ...manifest, devDependencies: { 'only-for-development': '1.0.0' } }))
  write('node_modules/only-for-development/package.json', '{ "name": "only-for-development", "main": "index.js" }')
  write('node_modules/only-for-development/index.js', 'module.exports = 1\n')
  copyFileSync(join(root, 'tsconfig.base.json'), join(lab, 'tsconfig.base.json'))
  write('local/g.ts', "import * as it from './f.ts'\nexport const a = it\n")
  for (const leaf of leaves) write(leaf, 'export const leaf = 1\n')
  for (const [file, target] of allowed)
    write(file, `import * as it from '${target}'\nexport const a = defineMetric(it)\n`)
  for (const [, file, target] of forbidden)
    write(file, `import * as it from '${target}'\nexport const a = defineMetric(it)\n`)
}

const cruise = (): ReadonlySet<string> => {
  const config = join(root, '.dependency-cruiser.cjs')
  const args = [depcruise, '--config', config, '--output-type', 'json', ...folders]
  const output = execFileSync(process.execPath, args, { cwd: lab, encoding: 'utf8' })
  const { violations } = report.parse(JSON.parse(output)).summary
  return new Set(violations.map(({ from, rule }) => `${rule.name}: ${from}`))
}

describe('layers', () => {
  let found: ReadonlySet<string> = new Set()

  beforeAll(() => {
    writeLab()
    found = cruise()
  })

  afterAll(() => {
    rmSync(lab, { recursive: true, force: true })
  })

  test.each(forbidden)('%s: %s may not import %s', (rule, file, _target) => {
    expect([...found]).toContain(`${rule}: ${file}`)
  })

  test.each(allowed)('%s may import %s', (file, _target) => {
    expect([...found].filter((violation) => violation.endsWith(`: ${file}`))).toEqual([])
  })
})
