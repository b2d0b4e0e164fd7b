import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { findTable } from '#core/dataset/find-table'
import type { Source } from '#core/dataset/source'
import { tables } from '#core/dataset/tables/index'

const grid: Grid = [
  ['Deal ID', 'Stage', 'Amount', null],
  ['1', 'Talk', 10, null],
]
const find = (source: Partial<Source>) => findTable(tables.deals, { name: 'Deals', grid, ...source })

describe('findTable', () => {
  test('refuses a range without a known header, naming headers that would do', () => {
    expect(() => find({ grid: [['Hello'], ['1']] })).toThrow(
      expect.objectContaining({
        code: 'not-a-table',
        message: expect.stringMatching(
          /^"Deals" is no table of Opportunities: none of its first rows has two headers that are known \(such as Deal ID, Name, Owner, Stage, Amount\)\./,
        ),
      }),
    )
  })

  test('refuses a mapping to a column that is not there, and lists those that are', () => {
    expect(() => find({ map: { amount: 'Worth' } })).toThrow(
      expect.objectContaining({
        code: 'missing-column',
        message:
          '"Deals" has no column "Worth", which the mapping gives for deals.amount. Its columns are: Deal ID, Stage, Amount.',
      }),
    )
    expect(find({ map: { amount: 'Amount' } }).headerRow).toBe(0)
  })

  test('refuses a header of merged cells, naming its rows in the sheet', () => {
    const merged: Grid = [
      ['Deal ID', 'Stage', 'Amount', null],
      [null, null, 'Plan', 'Actual'],
      ['1', 'Talk', 10, 20],
    ]
    expect(() => find({ grid: merged, firstRow: 4 })).toThrow(
      expect.objectContaining({ code: 'not-a-table', message: expect.stringContaining('rows 4 and 5 ') }),
    )
    expect(() => find({ grid: merged })).toThrow(/rows 1 and 2 /)
  })

  test('keeps what was left out before it, and adds what it leaves out itself', () => {
    const totalled: Grid = [...grid, ['Total', null, 10, null]]
    const before = [{ row: 9, text: 'a note' }]
    expect(find({ grid: totalled, leftOut: before }).leftOut.map(({ row }) => row)).toEqual([9, 2])
    expect(find({}).leftOut).toEqual([])
  })
})
