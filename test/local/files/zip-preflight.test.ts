import { describe, expect, test } from '@jest/globals'
import { readTables } from '#local/files/read'
import { checkWorkbook, highestRatio, mostContent, mostInPart, mostParts } from '#local/files/zip-preflight'
import { workbookParts } from './build-workbook.ts'
import { buildZip, type Part } from '#scripts/verify/build-zip'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()
const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
const parts = workbookParts([{ name: 'Deals', rows: row }])
const random = (length: number): Buffer => {
  let state = 7
  return Buffer.from(Array.from({ length }, () => (state = (state * 48271) % 2147483647) & 255))
}

const check = (zip: Uint8Array): unknown => checkWorkbook('book.xlsx', zip)
const withPart = (part: Part): Buffer => buildZip([...parts, part])

describe('before anything is unpacked', () => {
  test('an ordinary workbook passes, with its content counted', () => {
    const content = parts.reduce((sum, part) => sum + part.content.length, 0)
    expect(check(buildZip(parts))).toEqual({ content, macros: 0, externalLinks: 0 })
  })

  test('an old or password-protected workbook is refused', () => {
    const old = Buffer.from('d0cf11e0a1b11ae1000000000000000000000000000000000000', 'hex')
    expect(() => check(old)).toThrow(
      'book.xlsx is an old .xls or a password-protected workbook: save it as .xlsx without a password.',
    )
  })

  test.each([
    { what: 'text', bytes: Buffer.from('Owner,Won\nAnn,1\nBen,2\nCarl,3\n') },
    { what: 'a file of a few bytes', bytes: Buffer.from('PK') },
    { what: 'a zip file that is cut off', bytes: buildZip(parts).subarray(0, 900) },
    {
      what: 'a directory outside the file',
      bytes: Buffer.from(`504b0506${'00'.repeat(4)}01000100ff000000ffff00000000`, 'hex'),
    },
  ])('$what is no workbook', ({ bytes }) => {
    expect(() => check(bytes)).toThrow(/^book\.xlsx is no \.xlsx workbook, or is cut off/)
  })

  test('an encrypted part is refused', () => {
    expect(() => check(withPart({ name: 'xl/a.xml', content: 'x', encrypted: true }))).toThrow(
      /is encrypted \(xl\/a\.xml\)/,
    )
  })

  test('a part that unpacks to a multiple of its size is refused', () => {
    const bomb = { name: 'xl/worksheets/sheet2.xml', content: Buffer.alloc(5_000_000) }
    expect(() => check(withPart(bomb))).toThrow(`sheet2.xml unpacks to more than ${highestRatio} times its size`)
  })

  test('a small part may be repetitive', () => {
    expect(() => check(withPart({ name: 'xl/a.xml', content: Buffer.alloc(900_000) }))).not.toThrow()
  })

  test('a part that is too large is refused, also when the size stands in a 64-bit record', () => {
    for (const wide of [false, true]) {
      const huge = { name: 'xl/a.xml', content: random(1000), claims: mostInPart + 1, wide }
      expect(() => check(withPart(huge))).toThrow(/too large: xl\/a\.xml unpacks to 451 MB, at most 450 MB are read/)
    }
    const petabyte = { name: 'xl/a.xml', content: random(1000), claims: 2 ** 50, wide: true }
    expect(() => check(withPart(petabyte))).toThrow(/too large/)
  })

  test('a 64-bit record with ordinary sizes is fine', () => {
    expect(() => check(buildZip(parts.map((part) => ({ ...part, wide: true }))))).not.toThrow()
  })

  test('a total that is too large is refused', () => {
    const share = Math.ceil(mostContent / 3) + 1
    const many = [1, 2, 3].map((n) => ({ name: `xl/${n}.xml`, content: random(10), claims: share }))
    expect(() => check(buildZip([...parts, ...many]))).toThrow(
      /too large: it unpacks to 1001 MB, at most 1000 MB are read/,
    )
  })

  test('too many parts are refused', () => {
    const many = Array.from({ length: mostParts + 1 }, (_, index) => ({ name: `p${index}`, content: '' }))
    expect(() => check(buildZip(many))).toThrow(`it has ${mostParts + 1} parts, at most ${mostParts} are read`)
  })

  test('two parts of one name are refused, capitals or not', () => {
    expect(() => check(withPart({ name: 'XL/Workbook.xml', content: 'x' }))).toThrow(
      /holds the part XL\/Workbook\.xml twice/,
    )
  })

  test('parts that share their bytes are refused', () => {
    const [first, ...rest] = ['a', 'b', 'c', 'd'].map((name) => ({ name, content: random(4000) }))
    const honest = buildZip([first ?? { name: 'a', content: '' }, ...rest])
    const overlapping = Buffer.concat([honest.subarray(0, 4100), honest.subarray(honest.length - 22 - 4 * 47)])
    overlapping.writeUInt32LE(4100, overlapping.length - 6)
    expect(() => check(overlapping)).toThrow(/its parts overlap or reach beyond the end/)
  })

  test('a part that is said to be empty and is not is refused', () => {
    expect(() => check(withPart({ name: 'xl/a.xml', content: random(100), claims: 0 }))).toThrow(
      /says that xl\/a\.xml is empty/,
    )
  })
})

test('a directory that states small sizes does not get more unpacked than it states', async () => {
  const lie = parts.map((part) =>
    part.name.endsWith('sheet1.xml') ? { ...part, content: Buffer.alloc(300_000_000, ' '), claims: 5000 } : part,
  )
  const file = await folder.write('lie.xlsx', buildZip(lie))
  const before = process.memoryUsage().rss
  await expect(readTables(file, { inThread: true })).rejects.toThrow(
    /cannot be read as a workbook \(.*exceeds limit of 5000 bytes/,
  )
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
})

test('entities of a part are not expanded', async () => {
  const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
  const declaration = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
  const bomb = workbookParts([{ name: 'Deals', rows }]).map((part) =>
    part.name.endsWith('sheet1.xml') ? { ...part, content: `${declaration}${String(part.content)}` } : part,
  )
  const [sheet] = await readTables(await folder.write('entities.xlsx', buildZip(bomb)), { inThread: true })
  expect(sheet?.grid).toEqual([['&b;']])
})
