import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cell, Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import type { TableName } from '#core/dataset/tables/index'
import { groupRows, none, oneGroup, type Grouping } from '#core/metrics/grouping'

const open = (given: Partial<Record<TableName, Grid>>, settings: Record<string, unknown> = {}): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(given).map(([name, grid]) => [name, { name, grid }])),
    settings,
    today: 45382,
  })

const header = ['Deal ID', 'Stage', 'Owner', 'Product', 'Close date']
const rows: Grid = [
  ['D1', 'Talk', 'Ben', 'Pumps', '2024-03-31'],
  ['D2', 'Offer', 'Anna', 'Valves', '2023-12-31'],
  ['D3', 'Talk', 'Ben', null, null],
  ['D4', 'Talk', 'Anna', 'Pumps', '2024-01-01'],
  ['D5', 'Offer', null, 'Pumps', '2024-01-31'],
]
const data = open({ deals: [header, ...rows] })

const group = (by: string, from: Dataset = data): Grouping => groupRows(from, 'deals', 'closing', by)

/** The group of every row, as its cells show it. */
const shown = (by: string, from: Dataset = data): readonly string[] => {
  const { of, keys } = group(by, from)
  return Array.from(of, (number) => (keys[number] ?? []).join(' / '))
}

const keys = (by: string, from: Dataset = data): readonly string[] => group(by, from).keys.map((key) => key.join(' / '))

describe('by a column of texts', () => {
  test('a stage is one group under all its names, and one for each pipeline that has it (D9)', () => {
    const stages = [
      ['Pipeline', 'Stage', 'Order', 'Type', 'Alias'],
      ['Service', 'Offer', 1, 'open', 'Quote'],
      ['Machines', 'Offer', 1, 'open', null],
    ]
    const deals = [
      ['Deal ID', 'Stage', 'Pipeline'],
      ['1', 'Offer', 'Service'],
      ['2', 'quote ', 'Service'],
      ['3', 'Offer', 'Machines'],
      ['4', 'Pilot', 'Machines'],
    ]
    expect(shown('stage', open({ deals, stages }))).toEqual([
      'Offer (Service)',
      'Offer (Service)',
      'Offer (Machines)',
      'Pilot',
    ])
  })

  test('every row is in the group of its text', () => {
    expect(shown('owner')).toEqual(['Ben', 'Anna', 'Ben', 'Anna', none])
  })

  test('groups are in the order of their letters, the blanks last as (none)', () => {
    expect(keys('owner')).toEqual(['Anna', 'Ben', '(none)'])
    expect(group('owner')).toMatchObject({ size: 3, inTime: false, columns: [{ key: 'owner', label: 'Owner' }] })
  })

  test.each([
    ['person', 'owner'],
    ['Rep', 'owner'],
    ['seller', 'owner'],
    [' Owner ', 'owner'],
  ])('%s means %s', (word, field) => {
    expect(group(word).columns.map(({ key }) => key)).toEqual([field])
    expect(keys(word)).toEqual(keys(field))
  })

  test('within a scope only what is there is a group', () => {
    expect(keys('product', data.within('Anna'))).toEqual(['Pumps', 'Valves'])
    expect(keys('owner', data.within('Stage=Talk'))).toEqual(['Anna', 'Ben'])
  })

  test('the rows of an empty table are in no group', () => {
    expect(group('owner', open({ deals: [header] }))).toMatchObject({ size: 0, keys: [] })
  })
})

describe('by time', () => {
  test('groups are in order of time, rows without a day first', () => {
    expect(keys('month')).toEqual(['(none)', '2023-12', '2024-01', '2024-03'])
    expect(group('month').inTime).toBe(true)
  })

  test.each([
    ['day', ['2024-03-31', '2023-12-31', none, '2024-01-01', '2024-01-31']],
    ['week', ['2024-W13', '2023-W52', none, '2024-W01', '2024-W05']],
    ['month', ['2024-03', '2023-12', none, '2024-01', '2024-01']],
    ['quarter', ['2024-Q1', '2023-Q4', none, '2024-Q1', '2024-Q1']],
    ['year', ['2024', '2023', none, '2024', '2024']],
  ])('a row is in the %s of its day', (grain, expected) => {
    expect(shown(grain)).toEqual(expected)
  })

  test('quarters and years are fiscal where the fiscal year begins in another month (P1)', () => {
    const fiscal = open({ deals: [header, ...rows] }, { fiscal_start_month: 2 })
    expect(keys('quarter', fiscal)).toEqual(['(none)', 'FY2024-Q4', 'FY2025-Q1'])
    expect(shown('quarter', fiscal)).toEqual(['FY2025-Q1', 'FY2024-Q4', none, 'FY2024-Q4', 'FY2024-Q4'])
    expect(keys('year', fiscal)).toEqual(['(none)', 'FY2024', 'FY2025'])
    expect(keys('month', fiscal)).toEqual(keys('month'))
  })

  test('the day that counts is the one the answer names', () => {
    const created: Grid = [
      ['Deal ID', 'Stage', 'Created', 'Close date'],
      ['D1', 'Talk', '2023-06-30 23:59', '2024-01-01'],
    ]
    expect(groupRows(open({ deals: created }), 'deals', 'created', 'quarter').keys).toEqual([['2023-Q2']])
  })

  test('two times of one day are one day', () => {
    const created: Grid = [
      ['Deal ID', 'Stage', 'Created'],
      ['D1', 'Talk', '2023-06-30 23:59'],
      ['D2', 'Talk', '2023-06-30 08:00'],
    ]
    expect(groupRows(open({ deals: created }), 'deals', 'created', 'day').keys).toEqual([['2023-06-30']])
  })
})

describe('by several', () => {
  test('groups are what occurs together, in order of the first, then of the second', () => {
    expect(keys('owner,product')).toEqual([
      'Anna / Pumps',
      'Anna / Valves',
      'Ben / Pumps',
      'Ben / (none)',
      '(none) / Pumps',
    ])
    expect(shown('owner, product')).toEqual([
      'Ben / Pumps',
      'Anna / Valves',
      'Ben / (none)',
      'Anna / Pumps',
      '(none) / Pumps',
    ])
  })

  test('with time among them they stay in order', () => {
    expect(group('stage,quarter')).toMatchObject({
      inTime: true,
      columns: [{ key: 'stage' }, { key: 'quarter' }],
      keys: [
        ['Offer', '2023-Q4'],
        ['Offer', '2024-Q1'],
        ['Talk', '(none)'],
        ['Talk', '2024-Q1'],
      ],
    })
  })

  test('columns of very many labels are split as small ones are', () => {
    const many: Cell[][] = Array.from({ length: 5000 }, (_, i) => [`D${i}`, 'Talk', `O${i % 2500}`, `P${i}`, null])
    const large = open({ deals: [header, ...many] })
    const { size, of, keys: all } = group('owner,product', large)
    expect(size).toBe(5000)
    expect(all[of[4321] ?? 0]).toEqual(['O1821', 'P4321'])
    expect([...new Set(of)]).toHaveLength(5000)
  })

  test('agrees with a sorted list of keys (seed 61)', () => {
    const word = fc.constantFrom('x', 'y', 'z', null)
    const records = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 30 })
    const show = (cell: string | null): string => cell ?? none
    const sortable = (key: readonly string[]): string => key.map((part) => (part === none ? '~' : part)).join()
    fc.assert(
      fc.property(records, (all) => {
        const from = open({ deals: [header, ...all.map(([a, b, c], i) => [`D${i}`, a, b, c, null])] })
        const { of, keys: found } = group('stage,owner,product', from)
        expect(Array.from(of, (number) => found[number])).toEqual(all.map((record) => record.map(show)))
        const sorted = [...found].sort((a, b) => (sortable(a.map(String)) < sortable(b.map(String)) ? -1 : 1))
        expect(found).toEqual(sorted)
        expect(new Set(found.map(String)).size).toBe(found.length)
      }),
      { seed: 61 },
    )
  })
})

describe('what cannot be split by', () => {
  test.each([
    ['colour', 'by=colour: "deals" has no field of this name. Split by owner, team, region, stage, product'],
    ['quater', 'by=quater: did you mean quarter? Split by owner, team'],
    ['region', 'by=region: "deals" has no column Region. Split by another, or name the column that holds it: map '],
    ['customer', 'by=customer: "deals" has no column Account. Split by'],
    ['amount', 'by=amount: "deals" has no column Amount. Split by'],
    ['close_date', 'by=close_date: Close date holds no texts to split by.'],
    ['constructor', 'by=constructor: "deals" has no field of this name. Split by'],
    ['owner,', 'by=: "deals" has no field of this name. Split by'],
  ])('%s is an error that says so', (by, message) => {
    expect(() => group(by)).toThrow(message)
  })

  test('time, where the answer has no day or the table no such column', () => {
    expect(() => groupRows(data, 'deals', null, 'month')).toThrow('by=month: this answer has no day to split by.')
    expect(() => groupRows(data, 'deals', 'created', 'month')).toThrow(
      'by=month: this answer has no column for Created.',
    )
  })
})

test('oneGroup holds every row', () => {
  expect(oneGroup(3)).toEqual({ columns: [], size: 1, of: new Uint32Array(3), keys: [[]], inTime: false })
})
