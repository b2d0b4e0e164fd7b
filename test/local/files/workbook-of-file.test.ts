import { beforeAll, describe, expect, test } from '@jest/globals'
import { buildPack } from '#core/report/build-pack'
import { carryOut } from '#local/workbook/carry-out'
import { differences, sentences, type Difference, type Substitute } from '#local/workbook/differences'
import { lookAt } from '#local/workbook/facts'
import { newWorkbook, tabNamed } from '#local/workbook/make'
import type { Workbook } from '#local/workbook/model'
import { workbookOfFile } from '#local/files/workbook-of-file'
import { writeWorkbook } from '#local/files/write'
import { sampleWith } from '../../properties/sample-rows.ts'
import { everyInstruction, front } from './every-instruction.ts'

/** What the file writer does instead, by its names in docs/substitutes.md. */
const substitutes: readonly Substitute[] = [
  {
    name: 'file-column-line',
    covers: ({ kind, expected }) => kind === 'chart' && expected?.includes('"columnLine"') === true,
  },
  {
    name: 'file-link-address',
    covers: ({ kind, expected, found }) =>
      kind === 'link' && expected !== null && found === JSON.stringify({ url: encoded(expected) }),
  },
]

const encoded = (link: string): string => new URL((JSON.parse(link) as { url: string }).url).href

const placed = (): Workbook => {
  const workbook = newWorkbook()
  carryOut(workbook, everyInstruction)
  return workbook
}

let file: Workbook

beforeAll(async () => {
  file = await workbookOfFile(await writeWorkbook(everyInstruction, { title: 'Pack' }))
})

const compare = (expected: Workbook, found: Workbook): readonly Difference[] =>
  differences(lookAt(expected), lookAt(found), substitutes)

describe('a file read back', () => {
  test('looks like the placed instructions but for the named substitutes', () => {
    const list = compare(placed(), file)
    expect(sentences(list.filter(({ substitute }) => substitute === null))).toEqual([])
    expect(new Set(list.map(({ substitute }) => substitute))).toEqual(
      new Set(['file-column-line', 'file-link-address']),
    )
  })

  test('with one other format and one other chart is found out', () => {
    const other = placed()
    const tab = tabNamed(other, front)!
    const row = tab.cells.get(7)!
    row.set(1, { ...row.get(1)!, format: '0.00' })
    other.tabs[1]!.charts[2]!.kind = 'column'
    const list = compare(other, file).filter(({ substitute }) => substitute === null)
    expect(list.map(({ kind }) => kind)).toEqual(['format', 'chart'])
  })
})

describe('the team pack of the sample as a file', () => {
  test('looks like its placed instructions but for the named substitutes', async () => {
    const pack = buildPack({ pack: 'TEAM', data: sampleWith((grid) => grid), scope: null })
    if (!pack.ok) throw new Error(pack.reason)
    const expected = newWorkbook()
    carryOut(expected, pack.instructions)
    const found = await workbookOfFile(await writeWorkbook(pack.instructions, { title: pack.report.title }))
    expect(lookAt(expected).length).toBeGreaterThan(1000)
    expect(sentences(compare(expected, found).filter(({ substitute }) => substitute === null))).toEqual([])
  })
})
