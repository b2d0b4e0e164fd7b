import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { tenDeals } from '#core/metrics/examples/ten-deals'
import type { Cell, Grid } from '#core/cells/grid'
import { buildZip } from '#scripts/verify/build-zip'
import { workbookParts } from '../files/build-workbook.ts'
import { csvOf, newFolder, put, spm } from './in-process.ts'

let folder = newFolder()
const folders = [folder]

beforeEach(() => {
  folder = newFolder()
  folders.push(folder)
})

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

const without = (header: string): Grid => {
  const column = (tenDeals[0] ?? []).indexOf(header)
  return tenDeals.map((row) => row.filter((_, i) => i !== column))
}

const withCell = (row: number, header: string, cell: Cell): Grid => {
  const column = (tenDeals[0] ?? []).indexOf(header)
  return tenDeals.map((cells, r) => (r === row ? cells.map((each, i) => (i === column ? cell : each)) : cells))
}

const tracker: Grid = [
  ['Pipeline tracker', null, null, null],
  ['January', null, 'February', null],
  ['Plan', 'Actual', 'Plan', 'Actual'],
  [10, 12, 11, 9],
]

/** The first bytes of an OLE2 container, in which a password-protected workbook is kept. */
const encrypted = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])

/** A worksheet of nothing but spaces: small in the file, large once it is unpacked. */
const zipBomb = (): Uint8Array =>
  buildZip([
    ...workbookParts([{ name: 'Deals', rows: '' }]).filter(({ name }) => !name.includes('worksheets/')),
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(30_000_000, ' ') },
  ])

interface Case {
  readonly name: string
  readonly file: string
  readonly contents: string | Uint8Array
  readonly metric: string
  readonly code: number
  readonly sentence: RegExp
}

const cases: readonly Case[] = [
  {
    name: 'a mandatory column is missing',
    file: 'deals.csv',
    contents: csvOf(without('Amount')),
    metric: 'PIPELINE',
    code: 1,
    sentence: /deals\.csv" has no column for Amount\. Add it, or name the one that holds it: --map "deals\.amount=…"\./,
  },
  {
    name: 'a mandatory column is blank from top to bottom',
    file: 'deals.csv',
    contents: csvOf(tenDeals.map((row, r) => (r === 0 ? row : row.map((cell, i) => (i === 5 ? null : cell))))),
    metric: 'PIPELINE',
    code: 1,
    sentence: /deals\.csv": column "Amount" is blank from top to bottom\./,
  },
  {
    name: 'two columns claim one field',
    file: 'deals.csv',
    contents: csvOf(tenDeals.map((row, r) => [...row, r === 0 ? 'Deal Value' : 1])),
    metric: 'PIPELINE',
    code: 1,
    sentence:
      /has 2 columns for deals\.amount: "Amount" and "Deal Value"\. Say which one counts: --map "deals\.amount=Amount"\./,
  },
  {
    name: 'an amount is a text',
    file: 'deals.csv',
    contents: csvOf(withCell(3, 'Amount', 'about 40k')),
    metric: 'PIPELINE',
    code: 1,
    sentence:
      /deals\.csv", row 4, column "Amount": "about 40k" is no number\. Correct it, or pass --set unreadable=blank/,
  },
  {
    name: 'a date is not in the calendar',
    file: 'deals.csv',
    contents: csvOf(withCell(2, 'Close date', '2024-02-31')),
    metric: 'CLOSED_DEALS',
    code: 1,
    sentence: /deals\.csv", row 3, column "Close date": "2024-02-31" is no date of the calendar\./,
  },
  {
    name: 'the file is empty',
    file: 'deals.csv',
    contents: '',
    metric: 'PIPELINE',
    code: 3,
    sentence: /deals\.csv is empty: it has no bytes\. Export it again\./,
  },
  {
    name: 'the workbook is encrypted',
    file: 'deals.xlsx',
    contents: encrypted,
    metric: 'PIPELINE',
    code: 3,
    sentence: /deals\.xlsx is .*password.*: save it as \.xlsx without a password/,
  },
  {
    name: 'the workbook is a zip bomb',
    file: 'deals.xlsx',
    contents: zipBomb(),
    metric: 'PIPELINE',
    code: 3,
    sentence: /deals\.xlsx is refused: xl\/worksheets\/sheet1\.xml unpacks to more than 250 times its size/,
  },
  {
    name: 'the file is a tracker with merged headers and no table',
    file: 'tracker.csv',
    contents: csvOf(tracker),
    metric: 'PIPELINE',
    code: 1,
    sentence: /tracker\.csv" is no table that is known.* Put the headers in one row above the data/,
  },
]

describe('bad input', () => {
  test.each(cases)(
    'where $name, one sentence says so and nothing is written',
    async ({ file, contents, metric, code, sentence }) => {
      const path = put(folder, file, contents)
      const outcome = await spm('metric', metric, path, '--out', join(folder, 'answer.csv'), '--quiet')
      expect(outcome).toEqual({ code, out: '', err: expect.stringMatching(sentence) })
      expect(outcome.err.trimEnd().split('\n')).toHaveLength(1)
      expect(readdirSync(folder)).toEqual([file])
    },
  )

  test.each(cases.filter(({ file, code }) => code === 3 || file === 'tracker.csv'))(
    'where $name, spm pack writes nothing either',
    async ({ file, contents, code, sentence }) => {
      const path = put(folder, file, contents)
      const outcome = await spm('pack', 'TEAM', path, '--out', join(folder, 'pack.xlsx'))
      expect(outcome).toEqual({ code, out: '', err: expect.stringMatching(sentence) })
      expect(readdirSync(folder)).toEqual([file])
    },
  )

  test('a cell that cannot be read counts as blank where the user says so', async () => {
    const path = put(folder, 'deals.csv', csvOf(withCell(5, 'Amount', 'about 100k')))
    const { code, out, err } = await spm('metric', 'PIPELINE', path, '--csv', '--set', 'unreadable=blank')
    expect({ code, out }).toEqual({ code: 0, out: 'Deals,Value\r\n5,160000\r\n' })
    expect(err).toContain('It counts as blank.')
  })
})
