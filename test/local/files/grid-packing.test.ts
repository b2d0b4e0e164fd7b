import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Cell, Grid } from '#core/cells/grid'
import { memoryOf, packGrid, unpackGrid } from '#local/files/grid-packing'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('North', 'South', ''),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.record({ fault: fc.constantFrom('#N/A', '#REF!') }),
)
const grid: fc.Arbitrary<Grid> = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 })

describe('a grid on its way between threads', () => {
  test('unpackGrid(packGrid(grid)) is the grid (seed 20261122)', () => {
    fc.assert(
      fc.property(grid, (cells) => {
        expect(unpackGrid(structuredClone(packGrid(cells)))).toEqual(cells)
      }),
      { seed: 20261122, numRuns: 300 },
    )
  })

  test('each different text is sent once', () => {
    expect(packGrid([['North', 'South'], ['North']]).text).toBe('NorthSouth')
  })

  test('all its arrays move instead of being copied', () => {
    const packed = packGrid([['a', 1, true, { fault: '#N/A' }]])
    const sent = structuredClone(packed, { transfer: memoryOf(packed) })
    expect(packed.codes).toHaveLength(0)
    expect(unpackGrid(sent)).toEqual([['a', 1, true, { fault: '#N/A' }]])
  })
})
