import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import type { TableName } from '#core/dataset/tables/index'
import { asIds, idKey } from '#core/dataset/record-ids'
import { pipeline } from '#core/metrics/pipeline'
import { stageMoves } from '#core/metrics/stage-moves'
import { whitespace } from '#core/metrics/whitespace'
import { ask, cells, table } from '../metrics/ask.ts'
import { labelsOf, textsOf } from './in-columns.ts'

// The suffix repeats the case of each five characters: 006bm 00000 4QlBn has capitals at places 2 and 4 of the last five,
// 2 + 8 = 10, the letter K; 4qlBn at place 4 alone, 8, the letter I. So Salesforce writes them.
const short = '006bm000004QlBn'
const long = '006bm000004QlBnAAK'
const otherShort = '006bm000004qlBn'
const otherLong = '006bm000004qlBnAAI'

const open = (grids: Partial<Record<TableName, Grid>>): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(grids).map(([name, grid]) => [name, { name, grid }])),
    today: 45382,
  })

describe('idKey (D10)', () => {
  test.each([
    [long, short],
    [short, short],
    [otherLong, otherShort],
    ['006000000000001AAA', '006000000000001'],
    ['006bm000004QlBnAAA', '006bm000004QlBnAAA'], // no suffix of these letters
    ['123456789012345678', '123456789012345678'],
    ['OPP-2024-000000001', 'OPP-2024-000000001'],
  ])('%s is compared as %s', (id, key) => {
    expect(idKey(id)).toBe(key)
  })
})

describe('a column of IDs', () => {
  test('has one label for an ID of 15 characters and the same of 18, and tells case apart', () => {
    const column = asIds(textsOf(short, long, otherShort, otherLong, short))
    expect(labelsOf(column)).toEqual([long, long, otherLong, otherLong, long])
  })

  test('finds an ID in either form', () => {
    const [shorts, longs] = [asIds(textsOf(short)), asIds(textsOf(long))]
    expect([shorts.find(long), shorts.find(otherLong), longs.find(short), longs.find(otherShort)]).toEqual([
      1, -1, 1, -1,
    ])
    expect([shorts.find(short), longs.find(long)]).toEqual([1, 1])
  })

  test('in one column 15 equal characters are enough, whatever the suffix', () => {
    expect(labelsOf(asIds(textsOf('0061x00000AbCdE', '0061x00000AbCdEXYZ')))).toEqual(
      Array(2).fill('0061x00000AbCdEXYZ'),
    )
    expect(labelsOf(asIds(textsOf('0061x00000AbCdE001', '0061x00000AbCdE002')))).toEqual([
      '0061x00000AbCdE001',
      '0061x00000AbCdE002',
    ])
  })

  test.each([15, 16, 17, 18, 19])('keeps an ID of %d digits as it is', (digits) => {
    const id = '1234567890123456789'.slice(0, digits)
    const data = open({ deals: table('Deal ID, Stage', [id, 'a'], [`${id.slice(0, -1)}0`, 'b']) })
    expect(data.column('deals', 'deal_id')?.labels).toEqual(['', id, `${id.slice(0, -1)}0`])
    expect(data.findings()).toEqual([])
  })

  test('says where a number has lost digits, and how to keep them', () => {
    const data = open({
      deals: table('Deal ID, Stage', ['A', 'a'], [2 ** 62, 'a'], [2 ** 53, 'a'], [2 ** 54, 'a']),
    })
    expect(data.column('deals', 'deal_id')?.length).toBe(4)
    expect(data.findings().map(({ text }) => text)).toEqual([
      '"deals", row 3, column "Deal ID": 4611686018427388000 is a number of more digits than a number can hold (and 1 more row like it), so its last digits are lost and records may be taken for one another. Import the column as text, or read the file itself instead of a workbook that was made from it.',
    ])
  })
})

describe('joins by ID', () => {
  const deals = (...rows: readonly Cell[][]): Grid => table('Deal ID, Owner, Stage, Amount, Account ID', ...rows)

  test('rows of one deal are its lines in either form', () => {
    expect(
      cells(ask(pipeline, { deals: deals([short, 'Ann', 'a', 1, 'x'], [long, 'Ann', 'a', 2, 'x']) }), 'count', 'value'),
    ).toEqual([[1, 3]])
  })

  test('the stage history follows deals whose ID has the other form, within a scope too', () => {
    const history = table(
      'Deal ID, From stage, To stage, Changed at',
      [short, 'Talk', 'Offer', '2024-02-10'],
      [otherShort, 'Talk', 'Offer', '2024-02-10'],
    )
    const given = { deals: deals([long, 'Ann', 'Offer', 1, 'x'], [otherLong, 'Ben', 'Offer', 2, 'x']), history }
    const args = { from: '2024-01-31', scope: 'Ann' }
    expect(cells(ask(stageMoves, given, args), 'to', 'count', 'value')).toEqual([['Offer', 1, 1]])
  })

  test('an excluded deal takes its lines along', () => {
    const lines = table('Deal ID, Product, Net price', [short, 'Pump', 1], [otherShort, 'Valve', 2])
    const data = open({
      deals: table('Deal ID, Stage, Exclude', [long, 'a', true], [otherLong, 'a', null]),
      lines,
    })
    expect(data.column('lines', 'product')?.at(0)).toBe('Valve')
  })

  test('customers are found by account', () => {
    const customers = table('Account ID, Account', ['001bm000004QlBnAAK', 'Acme'])
    const won = table('Deal ID, Status, Closed at, Amount, Account ID, Product', [
      'D1',
      'Won',
      '2024-02-01',
      5,
      '001bm000004QlBn',
      'Pump',
    ])
    expect(cells(ask(whitespace, { deals: won, customers }), 'account', 'current')).toEqual([['Acme', 5]])
  })

  test('owners are found by the ID that People gives as an alias, letter by letter', () => {
    const people = table('Person, Alias', ['Ann', '005bm000004QlBn'], ['Ben', '005bm000004qlBn'])
    const grid = deals(['A', '005bm000004QlBnAAK', 'a', 1, 'x'], ['B', '005bm000004qlBn', 'a', 2, 'x'])
    const data = open({ people, deals: grid })
    expect([0, 1].map((row) => data.column('deals', 'owner')?.at(row))).toEqual(['Ann', 'Ben'])
  })
})
