import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { newFolder } from '../local/cli/in-process.ts'
import { root } from '../structure/repository.ts'
import { readPack } from './pack-file.ts'

const isCheckout = existsSync(join(root, '.git'))
if (!isCheckout) console.warn('this is no git checkout: the start of a newcomer is skipped')

;(isCheckout ? describe : describe.skip)('a newcomer', () => {
  let folder = ''
  let project = ''
  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: 'pipe' })

  beforeAll(() => {
    folder = newFolder()
    project = join(folder, 'spm')
  })

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('clones what is committed, starts it, and is told where the pack is', () => {
    execFileSync('git', ['clone', '--quiet', root, project], { stdio: 'pipe' })
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
    const said = run('npm', 'start')
    const [, path = ''] = /^.*: (out\/\S+\.xlsx)$/m.exec(said) ?? []
    expect(said).toContain('Trust')
    expect(readPack(join(project, path)).tabs.length).toBeGreaterThan(2)
    expect(run('git', 'status', '--porcelain')).toBe('')
  })
})
