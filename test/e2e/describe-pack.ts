import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { compareWorkbook } from '#scripts/verify/compare-workbook'
import { convert, hasLibreOffice } from '#scripts/verify/libreoffice'
import { validateWorkbook } from '#scripts/verify/open-xml'
import { countPages, hasPdfToText, pageTexts } from '#scripts/verify/pdf'
import { newFolder, spm } from '../local/cli/in-process.ts'
import { readPack, unescapeXml, type StoredPack } from './pack-file.ts'

export interface PackCase {
  readonly name: string
  /** The files and options of `spm pack TEAM`; `null` where the data is not on this machine. */
  readonly argv: readonly string[] | null
  /** Words that must be nowhere in the file, such as the names of another team. */
  readonly absent?: readonly string[]
}

const hasOffice = hasLibreOffice()
if (!hasOffice) console.warn('soffice is not on the PATH: recalculation and printing by LibreOffice are skipped')
const hasPdfText = hasOffice && hasPdfToText()
if (hasOffice && !hasPdfText)
  console.warn('pdftotext is not on the PATH: the text of the printed pages is not looked at')

const onlyIf = (isThere: boolean) => (isThere ? test : test.skip)

const errorText = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)/
const noText = /\bNaN\b|\bundefined\b|\[object /

/** `'Won deals'!A1` → `Won deals` */
const tabOf = (place: string): string =>
  place
    .replace(/!.*$/, '')
    .replace(/^'(.*)'$/, '$1')
    .replaceAll("''", "'")

const describeFile = (pack: () => StoredPack): void => {
  test('has 3 to 12 tabs, whose names are different and at most 31 characters long', () => {
    const names = pack().tabs.map(({ name }) => name.toLowerCase())
    expect(names.length).toBeGreaterThanOrEqual(3)
    expect(names.length).toBeLessThanOrEqual(12)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => name.length > 31)).toEqual([])
  })

  test('has native tables whose headings are those of the cells', () => {
    const tables = pack().tabs.flatMap((tab) => tab.tables)
    expect(tables.length).toBeGreaterThan(0)
    expect(tables.map(({ name, header }) => ({ name, header }))).toEqual(
      tables.map(({ name, columns }) => ({ name, header: columns })),
    )
  })

  test('has links to its own tabs only, and each of them is there', () => {
    const names = pack().tabs.map(({ name }) => name)
    const places = pack().tabs.flatMap((tab) => tab.places)
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter((place) => !names.includes(tabOf(place)))).toEqual([])
    expect(pack().tabs.flatMap((tab) => tab.addresses)).toEqual([])
  })

  test('has no error in any cell', () => {
    const wrong = pack().tabs.flatMap(({ name, cells }) =>
      [...cells].flatMap(([address, { isError, text }]) =>
        isError || errorText.test(text) || noText.test(text) ? [`${name}!${address}: ${text}`] : [],
      ),
    )
    expect(wrong).toEqual([])
  })
}

const describeInOffice = (file: () => string, pack: () => StoredPack): void => {
  onlyIf(hasOffice)('is recalculated by LibreOffice to the values that it holds', async () => {
    const { formulas, differences } = await compareWorkbook(file())
    expect(differences).toEqual([])
    expect(formulas).toBeGreaterThan(0)
  })

  describe('as a PDF', () => {
    let pdf = ''

    beforeAll(async () => {
      if (hasOffice) pdf = await convert(file(), 'pdf', dirname(file()))
    }, 120_000)

    onlyIf(hasOffice)('has a page for each part that its tabs are cut into', () => {
      const expected = pack().tabs.reduce((sum, { pages }) => sum + pages, 0)
      expect(expected).toBeGreaterThan(0)
      expect(countPages(pdf)).toBe(expected)
    })

    onlyIf(hasPdfText)('has no column too narrow for its numbers', () => {
      const pages = pageTexts(pdf)
      expect(pages).toHaveLength(countPages(pdf))
      expect(pages.flatMap((text, i) => (text.includes('###') ? [`page ${i + 1}`] : []))).toEqual([])
    })
  })
}

/** Everything that must hold of a pack, whatever it was built from. */
export const describePack = ({ name, argv, absent = [] }: PackCase): void => {
  ;(argv === null ? describe.skip : describe)(`the team pack of ${name}`, () => {
    let folder = ''
    let file = ''
    let pack: StoredPack = { parts: new Map(), tabs: [] }

    beforeAll(async () => {
      folder = newFolder()
      file = join(folder, 'pack.xlsx')
      const { code, err } = await spm('pack', 'TEAM', ...(argv ?? []), '--out', file, '--quiet')
      if (code !== 0) throw new Error(err)
      pack = readPack(file)
    }, 120_000)

    afterAll(() => {
      rmSync(folder, { recursive: true, force: true })
    })

    test('is accepted by the Open XML SDK', async () => {
      expect((await validateWorkbook(file)).real).toEqual([])
    })

    describeFile(() => pack)
    describeInOffice(
      () => file,
      () => pack,
    )

    if (absent.length > 0)
      test('names nobody outside its scope, in no part of the file', () => {
        const text = [...pack.parts.values()].map(unescapeXml).join('\n')
        expect(absent.filter((word) => text.includes(word))).toEqual([])
      })
  })
}
