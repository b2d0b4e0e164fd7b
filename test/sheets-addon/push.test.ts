import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import * as z from 'zod'
import { buildAddOn } from '../hosts/sheets/built.ts'
import { root } from '../structure/repository.ts'

const clasp = join(root, 'node_modules/@google/clasp/build/src/index.js')
const lab = mkdtempSync(join(tmpdir(), 'spm-push-'))

afterAll(() => {
  rmSync(lab, { recursive: true, force: true })
})

const status = z.object({ filesToPush: z.array(z.string()), untrackedFiles: z.array(z.string()) })

test('clasp pushes the script and its manifest, and nothing else that lies beside them', () => {
  const example = z
    .object({ rootDir: z.string() })
    .parse(JSON.parse(readFileSync(join(root, '.clasp.json.example'), 'utf8')))
  copyFileSync(join(root, '.clasp.json.example'), join(lab, '.clasp.json'))
  copyFileSync(join(root, '.claspignore'), join(lab, '.claspignore'))
  mkdirSync(join(lab, example.rootDir), { recursive: true })
  const files = [...buildAddOn(), ['notes.js', '']] as const
  for (const [name, text] of files) writeFileSync(join(lab, example.rootDir, name), text)
  const output = execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], {
    cwd: lab,
    encoding: 'utf8',
    env: { ...process.env, HOME: lab },
  })
  const { filesToPush, untrackedFiles } = status.parse(JSON.parse(output))
  expect([...filesToPush].sort()).toEqual(['dist/sheets/Code.js', 'dist/sheets/appsscript.json'])
  expect([...untrackedFiles].sort()).toEqual(['dist/sheets/LiveCheck.js', 'dist/sheets/notes.js'])
})
