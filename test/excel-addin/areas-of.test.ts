import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { areasOf } from '#excel-addin/report/areas-of.ts'

const seed = 1904

describe('rectangles of cells', () => {
  test('a block of equal cells is one', () => {
    expect(
      areasOf([
        ['a', 'a', null],
        ['a', 'a', 'b'],
      ]),
    ).toEqual(
      new Map([
        ['a', [{ row: 0, column: 0, rows: 2, columns: 2 }]],
        ['b', [{ row: 1, column: 2, rows: 1, columns: 1 }]],
      ]),
    )
  })

  test(`cover every cell exactly once, with its key (seed ${seed})`, () => {
    const cell = fc.constantFrom('a', 'b', 'c', null)
    const grid = fc
      .integer({ min: 1, max: 7 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }))
    fc.assert(
      fc.property(grid, (rows) => {
        const painted = rows.map((row) => row.map((): string | null => null))
        for (const [key, areas] of areasOf(rows))
          for (const { row, column, rows: height, columns } of areas)
            for (let r = row; r < row + height; r++)
              for (let c = column; c < column + columns; c++) {
                expect(painted[r]?.[c]).toBeNull()
                painted[r]?.splice(c, 1, key)
              }
        expect(painted).toEqual(rows)
      }),
      { seed, numRuns: 300 },
    )
  })
})
