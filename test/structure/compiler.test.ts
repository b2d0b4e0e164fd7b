import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { files, root } from './repository.ts'

const lab = mkdtempSync(join(tmpdir(), 'spm-compiler-'))
const tsc = join(root, 'node_modules/@typescript/native/bin/tsc')

const hostNames = [
  'document',
  'window',
  'console',
  'process',
  'setTimeout',
  'fetch',
  'Buffer',
  'Excel',
  'SpreadsheetApp',
]

/** An import against the arrows: the file that imports, and what it imports. */
const wrongWays = [
  ['core/errors.ts', './math/leaf.ts'],
  ['core/math/a.ts', '../cells/leaf.ts'],
  ['core/cells/a.ts', '../dataset/leaf.ts'],
  ['core/dataset/a.ts', '../metrics/leaf.ts'],
  ['core/targets/a.ts', '../cells/leaf.ts'],
  ['core/metrics/a.ts', '../report/leaf.ts'],
] as const

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(lab, file)), { recursive: true })
  writeFileSync(join(lab, file), text)
}

const writeLab = (): void => {
  for (const layer of ['math', 'cells', 'dataset', 'metrics', 'report']) {
    write(`core/${layer}/leaf.ts`, 'export const leaf = 1\n')
  }
  for (const [file, target] of wrongWays) write(file, `import { leaf } from '${target}'\nexport const a = leaf\n`)
  write('core/math/host.ts', `export const a = [${hostNames.join(', ')}]\n`)
  for (const file of files.filter((each) => /^(core\/.*)?tsconfig(\.\w+)?\.json$/.test(each))) {
    mkdirSync(dirname(join(lab, file)), { recursive: true })
    copyFileSync(join(root, file), join(lab, file))
  }
}

describe('the compiler', () => {
  let complaints = ''

  beforeAll(() => {
    writeLab()
    complaints = spawnSync(process.execPath, [tsc, '-b', 'core'], { cwd: lab, encoding: 'utf8' }).stdout
  })

  afterAll(() => {
    rmSync(lab, { recursive: true, force: true })
  })

  test.each(hostNames)('core does not know %s', (name) => {
    expect(complaints).toMatch(new RegExp(`core/math/host\\.ts.*Cannot find name '${name}'`))
  })

  test.each(wrongWays)('%s cannot import %s', (file, _target) => {
    expect(complaints).toMatch(new RegExp(`^${file}.*error TS6307`, 'm'))
  })
})
