import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { openDataset, type Dataset } from '#core/dataset/dataset'
import type { TableName } from '#core/dataset/tables/index'

const open = (grids: Partial<Record<TableName, Grid>>): Dataset =>
  openDataset({
    tables: Object.fromEntries(Object.entries(grids).map(([name, grid]) => [name, { name, grid }])),
    settings: { base_currency: 'EUR' },
    today: 45382,
  })

const deals = (...excluded: readonly string[]): Grid => [
  ['Deal ID', 'Status', 'Amount', 'Exclude'],
  ...['D1', 'D2', 'D3'].map((id) => [id, 'open', 10, excluded.includes(id)]),
]
const lines: Grid = [
  ['Deal ID', 'Product', 'Net price', 'Qty'],
  ['D1', 'Pump', 5, 1],
  ['D2', 'Pump', 6, null],
  ['D2', 'Valve', 7, 2],
  ['D3', 'Pump', 8, null],
  ['D9', 'Pump', 9, 3],
]

describe('rows of an excluded deal', () => {
  const data = open({ deals: deals('D2'), lines })
  const table = data.table('lines')

  test('are not there, and the others keep their place in the sheet', () => {
    expect(data.rows('lines')).toBe(3)
    expect([0, 1, 2].map((row) => data.column('lines', 'product')?.at(row))).toEqual(['Pump', 'Pump', 'Pump'])
    expect([0, 1, 2].map((row) => table?.sheetRow(row))).toEqual([2, 5, 6])
    expect([0, 1, 2].map((row) => data.column('lines', 'qty')?.at(row))).toEqual([1, NaN, 3])
  })

  test('are not counted among those that a column fills', () => {
    expect([table?.filled('qty'), table?.filled('product'), table?.filled('list_price')]).toEqual([2, 3, 0])
  })

  test('are compared by what stands in them, after others are gone', () => {
    const twice = open({ deals: deals('D1'), lines: [...lines, lines[4] ?? []] })
    const kept = twice.table('lines')
    expect([kept?.alike(2, 4), kept?.alike(0, 1), kept?.alike(2, 3)]).toEqual([true, false, false])
  })

  test('are said to be left out, once, with the column that tells it', () => {
    data.column('lines', 'product')
    expect(data.findings()).toEqual([
      expect.objectContaining({ table: 'deals' }),
      {
        level: 'note',
        code: 'excluded',
        table: 'lines',
        column: 'Deal ID',
        row: null,
        count: 2,
        text: '"lines": rows of deals that the opportunities mark as excluded count in no figure: 2 rows.',
      },
    ])
  })

  test('are those of snapshots, history and credits too', () => {
    const grids = {
      deals: deals('D2'),
      history: [
        ['Deal ID', 'From stage', 'To stage', 'Changed at'],
        ['D1', 'Talk', 'Offer', 45300],
        ['D2', 'Talk', 'Offer', 45300],
      ],
      snapshots: [
        ['Snapshot ID', 'Snapshot at', 'Deal ID', 'Status', 'Amount', 'Currency'],
        ['S1', 45300, 'D2', 'open', 5, 'EUR'],
        ['S1', 45300, 'D3', 'open', 6, 'EUR'],
      ],
      splits: [
        ['Deal ID', 'Person', 'Credit pct'],
        ['D2', 'Ann', 100],
        ['D1', 'Ben', 100],
      ],
    } satisfies Partial<Record<TableName, Grid>>
    const all = open(grids)
    expect((['history', 'snapshots', 'splits'] as const).map((name) => all.rows(name))).toEqual([1, 1, 1])
    expect(all.column('snapshots', 'value')?.at(0)).toBe(6)
    expect(all.column('splits', 'person')?.at(0)).toBe('Ben')
  })

  test('keep the currency that is written in their cells', () => {
    const snapshots: Grid = [
      ['Snapshot ID', 'Snapshot at', 'Deal ID', 'Status', 'Amount'],
      ['S1', 45300, 'D2', 'open', 'USD 5'],
      ['S1', 45300, 'D3', 'open', 'EUR 6'],
      ['S1', 45300, 'D1', 'open', 'EUR 7'],
    ]
    const currencies = open({ deals: deals('D2'), snapshots })
      .table('snapshots')
      ?.currencies('amount')
    expect([...(currencies ?? [])]).toEqual([
      [0, 'EUR'],
      [1, 'EUR'],
    ])
  })
})

describe('nothing is left out', () => {
  test('where no deal is excluded', () => {
    const data = open({ deals: deals(), lines })
    expect([data.rows('lines'), data.findings()]).toEqual([5, []])
  })

  test('where an excluded deal has no rows', () => {
    const data = open({ deals: deals('D3'), lines: lines.slice(0, 4) })
    expect([data.rows('lines'), data.findings().filter(({ table }) => table === 'lines')]).toEqual([3, []])
  })

  test('of a table without deals', () => {
    const people: Grid = [
      ['Person', 'Team'],
      ['Ann', 'North'],
    ]
    expect(open({ deals: deals('D2'), people }).rows('people')).toBe(1)
    expect(open({ deals: deals('D2') }).table('lines')).toBeNull()
  })
})
