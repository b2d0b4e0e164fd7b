import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { root } from './repository.ts'

const lab = mkdtempSync(join(tmpdir(), 'spm-launcher-'))

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(lab, file)), { recursive: true })
  writeFileSync(join(lab, file), text)
}

const spm = (
  ...args: readonly string[]
): { readonly status: number | null; readonly out: string; readonly err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(lab, 'local/cli/spm.mjs'), ...args], {
    encoding: 'utf8',
  })
  return { status, out: stdout, err: stderr }
}

const builtAt = (): number => statSync(join(lab, 'dist/stamp')).mtimeMs

describe('the launcher', () => {
  beforeAll(() => {
    for (const file of ['package.json', 'package-lock.json', 'scripts', 'local/cli/spm.mjs']) {
      cpSync(join(root, file), join(lab, file), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(lab, 'node_modules'))
    write('core/greeting.ts', "export const greeting: string = 'first'\n")
    write(
      'local/cli/main.ts',
      [
        "import Papa from 'papaparse'",
        "import { greeting } from '#core/greeting'",
        "console.log(greeting, Papa.parse('a,b').data.length, ...process.argv.slice(2))",
        '',
      ].join('\n'),
    )
  })

  afterAll(() => {
    rmSync(lab, { recursive: true, force: true })
  })

  test('builds on first use and passes the arguments on', () => {
    expect(spm('metric', '--csv')).toEqual({ status: 0, out: 'first 1 metric --csv\n', err: '' })
  })

  test('builds only when a source changed', () => {
    const before = builtAt()
    spm()
    expect(builtAt()).toBe(before)
    write('core/greeting.ts', "export const greeting: string = 'second'\n")
    expect(spm().out).toBe('second 1\n')
    expect(builtAt()).not.toBe(before)
  })

  test('builds again when the built file is gone', () => {
    rmSync(join(lab, 'dist/spm.js'))
    expect(spm().out).toBe('second 1\n')
  })

  test('says what is wrong with a source that cannot be built, and ends non-zero', () => {
    write('core/greeting.ts', 'export const greeting = \n')
    const { status, out, err } = spm()
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toMatch(/^spm could not be built from its sources\. .*\ncore\/greeting\.ts:2:0/)
  })
})
