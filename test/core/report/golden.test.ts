import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { build, everything, fiveColumns } from './packs.ts'
import { showPack } from './show-pack.ts'

const folder = fileURLToPath(new URL('../../golden', import.meta.url))
const renew = process.env['RENEW_GOLDEN'] === '1'

/** The text that is kept; with RENEW_GOLDEN=1 it is written first. */
const kept = (name: string, text: string): string => {
  const file = join(folder, `${name}.txt`)
  if (renew) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

describe('the team pack, cell by cell', () => {
  test('of the ten deals with everything about them', () => {
    const text = showPack(build(everything, { settings: { base_currency: 'EUR' } }).instructions)
    expect(text).toBe(kept('team-pack', text))
  })

  test('of an export with five columns', () => {
    const text = showPack(build(fiveColumns).instructions)
    expect(text).toBe(kept('team-pack-of-five-columns', text))
  })
})
