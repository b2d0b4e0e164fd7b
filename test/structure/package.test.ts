import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { readJson, root } from './repository.ts'

const versions = z.record(z.string(), z.string())

const manifest = z
  .object({
    type: z.literal('module'),
    bin: z.object({ spm: z.string() }),
    scripts: z.record(z.string(), z.string()),
    imports: z.record(z.string(), z.string()),
    dependencies: versions,
    devDependencies: versions,
    overrides: versions,
  })
  .parse(readJson('package.json'))

const locked = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), optionalDependencies: versions.optional() }),
    ),
  })
  .parse(readJson('package-lock.json')).packages

/** `1.2.3`, `1.5.5-r.5`, or an alias such as `npm:typescript@7.0.2`. */
const exactVersion = /^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/

describe('package.json', () => {
  test.each(Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides }))(
    '%s is pinned',
    (_name, version) => {
      expect(version).toMatch(exactVersion)
    },
  )

  test('every file that a script runs with node exists', () => {
    const asked = Object.values(manifest.scripts).flatMap((script) => script.match(/[\w./-]+\.(mjs|ts)\b/g) ?? [])
    expect(asked.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  test('the launcher exists, and so does the folder of every subpath import', () => {
    const folders = Object.values(manifest.imports).map((target) => target.replace(/\*(\.ts)?$/, ''))
    expect([manifest.bin.spm, ...folders].filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('a package is either a dependency or a development dependency', () => {
    expect(Object.keys(manifest.dependencies).filter((name) => name in manifest.devDependencies)).toEqual([])
  })
})

/** Where npm would look for `name` on behalf of the package locked at `from`, nearest first. */
const isLocked = (from: string, name: string): boolean => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder}/node_modules/${name}` in locked) return true
    if (!folder.includes('/node_modules/')) return `node_modules/${name}` in locked
  }
}

describe('package-lock.json', () => {
  test('every optional package is locked, so that npm ci works on each platform', () => {
    const missing = Object.entries(locked).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(from, name))
        .map((name) => `${from} → ${name}`),
    )
    expect(missing).toEqual([])
  })
})
