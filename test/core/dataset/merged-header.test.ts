import { describe, expect, test } from '@jest/globals'
import type { Grid } from '#core/cells/grid'
import { identify } from '#core/dataset/identify'
import { isSpread } from '#core/dataset/merged-header'
import { readSettings } from '#core/dataset/settings'
import { openTable } from '#core/dataset/table'
import { deals } from '#core/dataset/tables/deals'

/** `Amount` is merged over two columns, and the other headers over two rows. */
const spread: Grid = [
  ['Pipeline of March'],
  ['Deal ID', 'Stage', 'Amount', null, 'Owner'],
  [null, null, 'Plan', 'Actual', null],
  ['D1', 'Won', 100, 90, 'Anna'],
]

const sentence =
  '"x.csv" has a header that is spread over rows 2 and 3 (merged cells), so that its columns have no one name. Put one header over each column, in one row above the data.'

const at = (grid: Grid, row = 0): boolean =>
  isSpread(
    grid,
    row,
    (grid[row] ?? []).map((cell) => (cell === null ? '' : String(cell))),
  )

describe('a header that is spread over two rows (A4)', () => {
  test('is no table, and the reason is told', () => {
    const { tables, unrecognised } = identify([{ name: 'x.csv', grid: spread }])
    expect(tables).toEqual({})
    expect(unrecognised).toEqual([{ name: 'x.csv', reason: sentence }])
  })

  test('is refused where the range is named as a table', () => {
    expect(() => openTable(deals, { name: 'x.csv', grid: spread }, readSettings({}))).toThrow(sentence)
  })

  test('is told by merged cells alone, where there are two of them', () => {
    expect(
      at([
        ['Deal ID', null, 'Amount', null],
        ['New', 'Old', 'Plan', 'Actual'],
      ]),
    ).toBe(true)
  })

  test.each<readonly [string, Grid]>([
    [
      'a record under a column without a header',
      [
        ['Deal ID', 'Stage', 'Amount', null],
        ['D1', 'Won', '1,000', 'call back'],
      ],
    ],
    [
      'a record with a number there',
      [
        ['Deal ID', 'Stage', 'Amount', null, 'Owner'],
        [null, null, 'tbd', 5, null],
      ],
    ],
    [
      'one column without a header, and all else filled',
      [
        ['Deal ID', null],
        ['D1', 'x'],
      ],
    ],
    ['a blank row below', [['Deal ID', null, 'Stage'], [], ['D1', 'x', 'Won']]],
    ['nothing below', [['Deal ID', null, 'Stage']]],
  ])('is not seen in %s', (_name, grid) => {
    expect(at(grid)).toBe(false)
  })
})
