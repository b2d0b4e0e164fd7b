import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { paramGrid } from '#core/metrics/examples/whitepaper'
import { compareWorkbook } from '#scripts/verify/compare-workbook'
import { hasLibreOffice } from '#scripts/verify/libreoffice'
import { validateWorkbook } from '#scripts/verify/open-xml'
import { table } from '../core/metrics/ask.ts'
import { twoRegions } from '../core/report/two-regions.ts'
import { csvOf, newFolder, put, spm } from '../local/cli/in-process.ts'

const hasOffice = hasLibreOffice()
if (!hasOffice) console.warn('soffice is not on the PATH: recalculation by LibreOffice is skipped')

const folder = newFolder()
const book = join(folder, 'targets.xlsx')

describe('the target tabs of a file', () => {
  beforeAll(async () => {
    const people = table(
      'Person, Manager',
      ['Mia', null],
      ['Ole', 'Mia'],
      ['Pia', 'Mia'],
      ['Tea', null],
      ['Rui', 'Tea'],
    )
    const files = [put(folder, 'params.csv', csvOf(paramGrid(twoRegions))), put(folder, 'people.csv', csvOf(people))]
    const { code, err } = await spm('target', ...files, '--out', book)
    if (code !== 0) throw new Error(err)
  }, 120_000)

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('is a valid workbook', async () => {
    expect((await validateWorkbook(book)).real).toEqual([])
  })

  ;(hasOffice ? test : test.skip).each([
    ['en-US', null],
    ['de-DE, where a decimal has a comma', 'de-DE'],
    ['fr-FR, where it has one too', 'fr-FR'],
  ])('every formula gives what core gives, to 1e-9, in LibreOffice set to %s', async (_, locale) => {
    const { formulas, differences } = await compareWorkbook(book, locale)
    expect(differences).toEqual([])
    expect(formulas).toBeGreaterThan(200)
  })

  test('is read again as what it was made of', async () => {
    const again = await spm('target', book, '--json', '--quiet')
    const first = await spm('target', join(folder, 'params.csv'), '--json', '--quiet')
    const rows = (out: string): unknown => (JSON.parse(out) as { readonly breakdown: { rows: unknown } }).breakdown.rows
    expect(rows(again.out)).toEqual(rows(first.out))
  })
})
