import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, readdir, symlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import { saveNew } from '#local/files/save'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()
const bytes = Buffer.from('new')

const namesBeside = (path: string): Promise<string[]> => readdir(dirname(path))

describe('saveNew', () => {
  test('writes the file whole and leaves nothing else behind', async () => {
    const path = folder.path('one/two/pack.xlsx')
    await saveNew(path, bytes, { force: false })
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await namesBeside(path)).toEqual(['pack.xlsx'])
  })

  test('refuses a file that exists, which keeps its content', async () => {
    const path = await folder.write('there.xlsx', 'old')
    await expect(saveNew(path, bytes, { force: false })).rejects.toThrow(
      `${path} exists: choose another --out, or pass --force.`,
    )
    expect(await readFile(path, 'utf8')).toBe('old')
  })

  test('replaces it when told to', async () => {
    const path = await folder.write('replace.xlsx', 'old')
    await saveNew(path, bytes, { force: true })
    expect(await readFile(path, 'utf8')).toBe('new')
  })

  test('refuses a link that leads nowhere like a file', async () => {
    await symlink(folder.path('nowhere'), folder.path('link.xlsx'))
    await expect(saveNew(folder.path('link.xlsx'), bytes, { force: false })).rejects.toThrow(/exists/)
  })

  test('refuses a folder even when told to replace', async () => {
    const path = folder.path('folder.xlsx')
    await mkdir(path)
    await expect(saveNew(path, bytes, { force: true })).rejects.toThrow(`${path} is a folder: choose another --out.`)
    expect(await readdir(path)).toEqual([])
  })

  test('refuses a path through a file', async () => {
    const file = await folder.write('file.txt', 'x')
    await expect(saveNew(`${file}/pack.xlsx`, bytes, { force: false })).rejects.toThrow(/part of its path is a file/)
  })

  test('leaves neither a file nor a draft when the disk refuses', async () => {
    const path = folder.path(`empty/${'x'.repeat(300)}`)
    await expect(saveNew(path, bytes, { force: false })).rejects.toThrow(
      /was not written \(ENAMETOOLONG\): choose another --out\.$/,
    )
    expect(await namesBeside(path)).toEqual([])
  })
})

/** Saves for ever, so that a signal always meets a draft or the moment after one. */
const endless = `
import { saveNew } from '#local/files/save'
const bytes = new Uint8Array(20_000_000)
console.log('started')
for (;;) await saveNew(process.argv[2] ?? '', bytes, { force: true })
`

test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle removes the draft and ends the program', async (signal) => {
  const script = folder.path(`endless-${signal}.mjs`)
  const stdin = { contents: endless, resolveDir: process.cwd(), loader: 'ts' } as const
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: script })
  const path = folder.path(`${signal}/pack.xlsx`)
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, 150))
  child.kill(signal)
  const [code, ended] = await once(child, 'exit')
  expect([code, ended]).toEqual([null, signal])
  const left = await namesBeside(path)
  expect(left.filter((name) => name !== 'pack.xlsx')).toEqual([])
})
