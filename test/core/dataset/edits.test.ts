import { describe, expect, test } from '@jest/globals'
import type { Cell, Grid } from '#core/cells/grid'
import { Flags, Numbers, Statuses, Texts } from '#core/dataset/columns'
import { openDataset, type Dataset, type DatasetInput } from '#core/dataset/dataset'
import { reopener } from '#core/dataset/recent'

const header = [
  'Deal ID',
  'Name',
  'Owner',
  'Stage',
  'Status',
  'Amount',
  'Probability',
  'Created',
  'Close date',
  'Last modified',
  'Stakeholders',
  'Exclude',
]
const deals: Grid = [
  header,
  ['D1', 'One', 'Ann', 'Talk', 'open', 10, 20, 45300, 45400, 45300.5, 2, false],
  ['D2', 'Two', 'Ben', 'Offer', 'open', 20, 50, 45301, 45401, 45301.25, 3, false],
  ['D3', 'Three', 'Ann', 'Won', 'won', 30, 100, 45302, 45350, 45302, null, null],
  ['D4', null, null, 'Lost', 'lost', null, 0, 45303, 45351, null, 1, false],
]
const fields = [
  'deal_id',
  'name',
  'owner',
  'stage',
  'status',
  'amount',
  'probability',
  'created',
  'close_date',
  'last_modified',
  'stakeholders',
] as const

const cells: readonly Cell[] = [
  null,
  '',
  ' ',
  'Cleo',
  'Ann',
  ' Ann',
  'Ann  B',
  'Ann\tB',
  'Ann\u00a0B',
  'Ann ',
  'D2',
  0,
  7.5,
  -3,
  1e9,
  45310,
  45310.75,
  2_958_465.5,
  2_958_466,
  '12,5',
  '2024-05-01',
  '31/12/2024',
  true,
  false,
  'Total',
  { fault: '#N/A' },
]

const inputOf = (grid: Grid): DatasetInput => ({ tables: { deals: { name: 'Deals', grid } }, today: 45382 })
const edited = (row: number, column: number, cell: Cell): Grid => deals.with(row, (deals[row] ?? []).with(column, cell))

const shown = (data: Dataset, field: string): unknown => {
  try {
    const column = data.anyColumn('deals', field)
    if (column instanceof Flags) return Array.from({ length: column.length }, (_, row) => column.isTrue(row))
    if (column instanceof Texts || column instanceof Numbers || column instanceof Statuses)
      return Array.from({ length: column.length }, (_, row) => column.at(row))
    return null
  } catch (error) {
    return String(error)
  }
}
const contentOf = (data: Dataset): unknown => ({
  rows: data.rows('deals'),
  columns: Object.fromEntries(fields.map((field) => [field, shown(data, field)])),
  filled: fields.map((field) => data.table('deals')?.filled(field)),
  findings: data.findings().map(({ text }) => text),
})

/** The dataset after the edit, in one that had read every column before. */
const after = (grid: Grid, hint?: readonly number[]): Dataset => {
  const reopen = reopener()
  contentOf(reopen(inputOf(deals)).data)
  return reopen(inputOf(grid), hint === undefined ? {} : { deals: hint }).data
}

describe('an edit of one cell reads as if all were read anew', () => {
  test.each(header.map((title, column) => [title, column] as const))('in the column %s', (_, column) => {
    cells.forEach((cell, i) => {
      const row = [1, 3, 4][i % 3] ?? 1
      const grid = edited(row, column, cell)
      const fresh = contentOf(openDataset(inputOf(structuredClone(grid))))
      expect([row, cell, contentOf(after(grid))]).toEqual([row, cell, fresh])
      expect([row, cell, contentOf(after(grid, [row]))]).toEqual([row, cell, fresh])
    })
  })

  test.each(header.map((title, column) => [title, column] as const))('of the header %s', (_, column) => {
    const grid = edited(0, column, 'Something else')
    expect(contentOf(after(grid, [0]))).toEqual(contentOf(openDataset(inputOf(structuredClone(grid)))))
  })
})

describe('an edit', () => {
  const columnsOf = (data: Dataset) => new Map(fields.map((field) => [field, data.table('deals')?.read(field)]))

  /** The columns that are other ones than before. */
  const renewed = (row: number, title: string, cell: Cell): readonly string[] => {
    const reopen = reopener()
    const before = columnsOf(reopen(inputOf(deals)).data)
    const { data } = reopen(inputOf(edited(row, header.indexOf(title), cell)), { deals: [row] })
    const now = columnsOf(data)
    return fields.filter((field) => before.get(field) !== now.get(field))
  }

  test.each([
    ['Amount', 99, ['amount']],
    ['Name', 'Uno', ['name']],
    ['Owner', 'Cleo', ['owner']],
    ['Created', 45311, ['created']],
    ['Last modified', 45311.5, ['last_modified']],
    ['Stakeholders', null, ['stakeholders']],
    ['Deal ID', 'D9', ['deal_id']],
  ] as const)('of %s leaves the other columns as they are', (title, cell, expected) => {
    expect(renewed(1, title, cell)).toEqual(expected)
  })

  test('of a date as text reads all dates anew, since the order of day and month may be another', () => {
    expect(renewed(1, 'Created', '31/12/2024')).toEqual(['created', 'close_date', 'last_modified'])
  })

  test('of the mark that leaves rows out reads everything anew', () => {
    expect(renewed(1, 'Exclude', true)).toEqual(fields.filter((field) => field !== 'status'))
  })

  test('in several rows at once is absorbed row by row', () => {
    const grid = deals.map((row, i) => (i === 1 || i === 4 ? row.with(5, 100 + i).with(1, `New ${i}`) : row))
    expect(contentOf(after(grid, [1, 4]))).toEqual(contentOf(openDataset(inputOf(structuredClone(grid)))))
    expect(after(grid, [1, 4]).column('deals', 'amount')?.at(3)).toBe(104)
  })

  test('below the header of a title is found in its row', () => {
    const titled: Grid = [['Our deals'], [null], ...deals]
    const reopen = reopener()
    contentOf(reopen(inputOf(titled)).data)
    const grid = titled.with(5, (titled[5] ?? []).with(5, 77))
    const { data } = reopen(inputOf(grid), { deals: [5] })
    expect([...(data.column('deals', 'amount')?.values ?? [])]).toEqual([10, 20, 77, NaN])
  })
})
